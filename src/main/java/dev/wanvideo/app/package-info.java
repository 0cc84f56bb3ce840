/** Reads configuration once, builds the objects, starts and stops; the commands. */
@NullMarked
package dev.wanvideo.app;

import org.jspecify.annotations.NullMarked;
