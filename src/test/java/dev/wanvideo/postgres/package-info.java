/** A database server for tests. */
@NullMarked
package dev.wanvideo.postgres;

import org.jspecify.annotations.NullMarked;
