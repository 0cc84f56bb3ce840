/** Several packaged servers over HTTP on one PostgreSQL, for tests and for measuring. */
@NullMarked
package dev.wanvideo.replica;

import org.jspecify.annotations.NullMarked;
