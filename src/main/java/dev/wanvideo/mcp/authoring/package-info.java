/** Helps a model to write requests: the guide of WAN 2.7, and prompts that a person can pick. */
@org.jspecify.annotations.NullMarked
package dev.wanvideo.mcp.authoring;
