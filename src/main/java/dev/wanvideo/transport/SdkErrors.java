package dev.wanvideo.transport;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;

/** Makes the SDK's errors fit to be told: internal ones carry exception texts, and one names no tool. */
public final class SdkErrors {

    private static final String UNKNOWN_TOOL = "Unknown tool: invalid_tool_name";

    private SdkErrors() {}

    /** The same error without what the server does not tell. */
    public static JSONRPCError tellable(JSONRPCError error) {
        if (error.code() == Answer.INTERNAL_ERROR) {
            return new JSONRPCError(Answer.INTERNAL_ERROR, "Internal error");
        }
        if (UNKNOWN_TOOL.equals(error.message()) && error.data() instanceof String whichOne) {
            return new JSONRPCError(error.code(), whichOne);
        }
        return error;
    }
}
