/** The configuration files of MCP clients: where they lie, what they must hold, changing one and nothing else in it. */
@NullMarked
package dev.wanvideo.app.client;

import org.jspecify.annotations.NullMarked;
