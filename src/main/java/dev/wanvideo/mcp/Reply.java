package dev.wanvideo.mcp;

/** What a tool says: its answer, what it has to ask first, or that the answer is a film in the making. */
sealed interface Reply permits Answer, InputRequired, InTheMaking {}
