/** Log lines as JSON, for those who collect them. */
@NullMarked
package dev.wanvideo.app.log;

import org.jspecify.annotations.NullMarked;
