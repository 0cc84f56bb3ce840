package dev.wanvideo.app.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.EventConstants;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;

/** One logger. */
final class JsonLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final int level;
    private final transient JsonLines lines;
    private final transient MDCAdapter context;

    JsonLogger(String name, int level, JsonLines lines, MDCAdapter context) {
        this.name = name;
        this.level = level;
        this.lines = lines;
        this.context = context;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level at,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        lines.write(
                at.name(),
                name,
                MessageFormatter.basicArrayFormat(pattern, arguments),
                context.getCopyOfContextMap(),
                failure);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return level <= EventConstants.TRACE_INT;
    }

    @Override
    public boolean isDebugEnabled() {
        return level <= EventConstants.DEBUG_INT;
    }

    @Override
    public boolean isInfoEnabled() {
        return level <= EventConstants.INFO_INT;
    }

    @Override
    public boolean isWarnEnabled() {
        return level <= EventConstants.WARN_INT;
    }

    @Override
    public boolean isErrorEnabled() {
        return level <= EventConstants.ERROR_INT;
    }
}
