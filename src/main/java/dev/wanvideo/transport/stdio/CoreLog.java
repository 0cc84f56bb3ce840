package dev.wanvideo.transport.stdio;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs for the core's loading; apart from it, so that no logger is loaded before the first answer. */
final class CoreLog {

    private static final Logger LOG = LoggerFactory.getLogger("wan-video-mcp.stdio");

    private CoreLog() {}

    /** Tells the message alone: the trace and the type would name classes to whoever reads the client's log pane. */
    static void couldNotStart(Throwable cause) {
        LOG.error("Calls will be refused, since the server could not start: {}", cause.getMessage());
    }
}
