/** What a reference video is: request, references, prompt, constraints, media facts and quote. Plain Java. */
@NullMarked
package dev.wanvideo.video;

import org.jspecify.annotations.NullMarked;
