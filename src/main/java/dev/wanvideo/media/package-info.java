/** Reading references (allowed folders, content types) and making pictures: animatic and contact sheet. */
@NullMarked
package dev.wanvideo.media;

import org.jspecify.annotations.NullMarked;
