/** Measurements that people start by hand; the build runs none of them. */
@NullMarked
package dev.wanvideo.bench;

import org.jspecify.annotations.NullMarked;
