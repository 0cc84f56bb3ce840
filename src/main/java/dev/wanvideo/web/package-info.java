/** What is served beside {@code /mcp}. */
@NullMarked
package dev.wanvideo.web;

import org.jspecify.annotations.NullMarked;
