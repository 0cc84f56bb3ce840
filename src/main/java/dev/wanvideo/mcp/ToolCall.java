package dev.wanvideo.mcp;

import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.video.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tool as it is called: whatever happens, the model gets an answer that it can read. */
final class ToolCall {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

    private final Tool tool;

    ToolCall(Tool tool) {
        this.tool = tool;
    }

    ToolName name() {
        return tool.name();
    }

    /** Whether it may have to ask a client that takes forms. */
    boolean asks() {
        return tool.asks();
    }

    /** What the tool says, or words for what went wrong. */
    Reply reply(Arguments in, Caller caller) {
        try {
            return tool.call(in, caller);
        } catch (InterruptedException | RuntimeException | LinkageError e) {
            return wordsFor(e);
        }
    }

    /** The answer to a call that was broken off by its client. */
    Answer cancelled() {
        Thread.currentThread().interrupt();
        return trouble(Category.TIMEOUT, "The call was cancelled; a film that was already begun goes on.");
    }

    /** Words for what went wrong before the tool was called or behind its question, so that nothing was done. */
    Answer wordsFor(Throwable cause) {
        String name = tool.name().word();
        if (cause instanceof StoreUnavailable) {
            LOG.warn("{}: {}", name, cause.getMessage());
            return trouble(Category.UNAVAILABLE, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof InterruptedException) {
            return cancelled();
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
}
