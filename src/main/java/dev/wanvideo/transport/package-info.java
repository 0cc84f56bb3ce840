/** Moves JSON-RPC between a client and the SDK core; prepared first answers; knows no tool. */
@NullMarked
package dev.wanvideo.transport;

import org.jspecify.annotations.NullMarked;
