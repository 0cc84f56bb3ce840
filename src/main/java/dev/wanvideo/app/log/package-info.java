/** Log lines, for people or for those who collect them as JSON. */
@NullMarked
package dev.wanvideo.app.log;

import org.jspecify.annotations.NullMarked;
