/** Kills and freezes servers that share a home, at every moment, and checks what they promised. */
@NullMarked
package dev.wanvideo.kill;

import org.jspecify.annotations.NullMarked;
