/** Draws a request as a moving storyboard and writes it as a film: pictures, motion, encoding, contact sheet. */
@NullMarked
package dev.wanvideo.media.animatic;

import org.jspecify.annotations.NullMarked;
