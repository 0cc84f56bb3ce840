/** EvoLink: its descriptor, its wire and its own side of it. */
@NullMarked
package dev.wanvideo.provider.evolink;

import org.jspecify.annotations.NullMarked;
