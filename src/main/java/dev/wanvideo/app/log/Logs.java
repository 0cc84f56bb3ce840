package dev.wanvideo.app.log;

import com.google.auto.service.AutoService;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What SLF4J writes with: lines on standard error, for people or as JSON. Libraries make their loggers before the
 * settings are read, so what {@link #configure} says holds for those too.
 */
@AutoService(SLF4JServiceProvider.class)
public final class Logs implements SLF4JServiceProvider, ILoggerFactory {
    private static volatile LogSettings settings =
            new LogSettings("info", new TextLines(System.err, Clock.systemUTC()));

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final BasicMDCAdapter context = new BasicMDCAdapter();
    private final IMarkerFactory markers = new BasicMarkerFactory();

    /** Public for SLF4J. */
    public Logs() {}

    /**
     * Holds for this process from now on.
     *
     * @param level a word of SLF4J or {@code off}
     * @param json whether each line is an object
     */
    public static void configure(String level, boolean json) {
        Clock clock = Clock.systemUTC();
        settings = new LogSettings(level, json ? new JsonLines(System.err, clock) : new TextLines(System.err, clock));
    }

    @Override
    public Logger getLogger(String name) {
        Logger known = loggers.get(name);
        if (known != null) {
            return known;
        }
        Logger made = new OneLogger(name, Logs::settings, context);
        Logger other = loggers.putIfAbsent(name, made);
        return other == null ? made : other;
    }

    private static LogSettings settings() {
        return settings;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Everything is there already.
    }
}
