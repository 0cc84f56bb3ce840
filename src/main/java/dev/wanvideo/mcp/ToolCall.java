package dev.wanvideo.mcp;

import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.video.Category;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tool as the SDK calls it: whatever happens, the model gets an answer that it can read. */
final class ToolCall implements BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

    private final Tool tool;

    ToolCall(Tool tool) {
        this.tool = tool;
    }

    @Override
    public CallToolResult apply(McpSyncServerExchange exchange, CallToolRequest request) {
        return answer(Arguments.of(request.arguments()), feed(exchange, request.progressToken()))
                .result();
    }

    ToolName name() {
        return tool.name();
    }

    /** The tool's answer, or words for what went wrong. */
    Answer answer(Arguments in, ProgressFeed feed) {
        try {
            return tool.call(in, feed);
        } catch (InterruptedException | RuntimeException | LinkageError e) {
            return wordsFor(e);
        }
    }

    /** What the tool says to a client that can be asked, or words for what went wrong. */
    Reply reply(Arguments in, ProgressFeed feed, Round round) {
        try {
            return tool.call(in, feed, round);
        } catch (InterruptedException | RuntimeException | LinkageError e) {
            return wordsFor(e);
        }
    }

    private Answer wordsFor(Throwable cause) {
        String name = tool.name().word();
        if (cause instanceof StoreUnavailable) {
            LOG.warn("{}: {}", name, cause.getMessage());
            return trouble(Category.UNAVAILABLE, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return trouble(Category.TIMEOUT, "The call was cancelled; a film that was already begun goes on.");
        }
        LOG.error("{} failed and nothing was done; the log level debug tells why", name);
        LOG.debug("The cause", cause);
        return trouble(Category.PROTOCOL, "The server could not carry out " + name + ".");
    }

    /** Only a creation may say that nothing was charged: another tool's film may long be paid for. */
    private Answer trouble(Category category, String message) {
        return tool.name() == ToolName.CREATE_REFERENCE_VIDEO
                ? Refusals.of(category, message)
                : Refusals.standing(category, message);
    }

    private static ProgressFeed feed(McpSyncServerExchange exchange, @Nullable Object token) {
        if (token == null) {
            return ProgressFeed.UNWANTED;
        }
        return ProgressFeed.to((progress, message) -> {
            try {
                exchange.progressNotification(new ProgressNotification(token, progress, ProgressFeed.TOTAL, message));
            } catch (RuntimeException e) {
                LOG.debug("A progress notification did not get through; the wait goes on", e);
            }
        });
    }
}
