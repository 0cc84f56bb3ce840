/** Freepik, now Magnific: its descriptor, its wire and its own side of it. */
@NullMarked
package dev.wanvideo.provider.freepik;

import org.jspecify.annotations.NullMarked;
