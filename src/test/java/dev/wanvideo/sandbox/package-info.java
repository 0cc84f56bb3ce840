/** Tests of the sandbox over real HTTP. */
@NullMarked
package dev.wanvideo.sandbox;

import org.jspecify.annotations.NullMarked;
