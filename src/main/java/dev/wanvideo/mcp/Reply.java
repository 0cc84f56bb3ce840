package dev.wanvideo.mcp;

/** What a tool says: its answer, or what it has to ask first. */
sealed interface Reply permits Answer, InputRequired {}
