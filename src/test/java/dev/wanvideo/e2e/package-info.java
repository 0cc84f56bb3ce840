/** The packaged jar as its users meet it: real processes, real clients, real files. */
@NullMarked
package dev.wanvideo.e2e;

import org.jspecify.annotations.NullMarked;
