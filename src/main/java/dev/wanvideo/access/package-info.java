/** Who is asking. */
@NullMarked
package dev.wanvideo.access;

import org.jspecify.annotations.NullMarked;
