package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;

/** Makes the SDK's errors fit to be told: internal ones carry exception texts, and one names no tool. */
final class SdkErrors {

    private static final String UNKNOWN_TOOL = "Unknown tool: invalid_tool_name";

    private SdkErrors() {}

    static JSONRPCError tellable(JSONRPCError error) {
        if (error.code() == Answer.INTERNAL_ERROR) {
            return new JSONRPCError(Answer.INTERNAL_ERROR, "Internal error");
        }
        if (UNKNOWN_TOOL.equals(error.message()) && error.data() instanceof String whichOne) {
            return new JSONRPCError(error.code(), whichOne);
        }
        return error;
    }
}
