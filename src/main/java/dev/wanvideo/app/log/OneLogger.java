package dev.wanvideo.app.log;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.EventConstants;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;

/** One logger, which looks at the settings whenever it is asked. */
final class OneLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<LogSettings> settings;
    private final transient MDCAdapter context;
    private transient volatile @Nullable Threshold known;

    OneLogger(String name, Supplier<LogSettings> settings, MDCAdapter context) {
        this.name = name;
        this.settings = settings;
        this.context = context;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level at,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        settings.get()
                .lines()
                .write(
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
        return speaks(EventConstants.TRACE_INT);
    }

    @Override
    public boolean isDebugEnabled() {
        return speaks(EventConstants.DEBUG_INT);
    }

    @Override
    public boolean isInfoEnabled() {
        return speaks(EventConstants.INFO_INT);
    }

    @Override
    public boolean isWarnEnabled() {
        return speaks(EventConstants.WARN_INT);
    }

    @Override
    public boolean isErrorEnabled() {
        return speaks(EventConstants.ERROR_INT);
    }

    private boolean speaks(int at) {
        LogSettings now = settings.get();
        Threshold last = known;
        if (last == null || last.settings != now) {
            last = new Threshold(now, now.levels().of(name));
            known = last;
        }
        return last.level <= at;
    }

    /** From which level on it speaks by some settings. */
    private static final class Threshold {
        final LogSettings settings;
        final int level;

        Threshold(LogSettings settings, int level) {
            this.settings = settings;
            this.level = level;
        }
    }
}
