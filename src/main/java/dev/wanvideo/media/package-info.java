/** Getting at references: allowed folders, types by content, limits, fetching. */
@NullMarked
package dev.wanvideo.media;

import org.jspecify.annotations.NullMarked;
