/** JSON-RPC over standard input and output. */
@NullMarked
package dev.wanvideo.transport.stdio;

import org.jspecify.annotations.NullMarked;
