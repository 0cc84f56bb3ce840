/** The server's face: tools on the SDK core, argument coercion and results. */
@NullMarked
package dev.wanvideo.mcp;

import org.jspecify.annotations.NullMarked;
