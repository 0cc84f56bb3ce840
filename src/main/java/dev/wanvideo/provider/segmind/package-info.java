/** Segmind: its queued call, and the blocking call of its page. */
@NullMarked
package dev.wanvideo.provider.segmind;

import org.jspecify.annotations.NullMarked;
