/** A model in the terminal that drives the tools through MCP. */
@NullMarked
package dev.wanvideo.chat;

import org.jspecify.annotations.NullMarked;
