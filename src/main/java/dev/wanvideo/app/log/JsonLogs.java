package dev.wanvideo.app.log;

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
 * Makes every log line a JSON object on standard error. It is no registered service: SLF4J takes it where the property
 * {@code slf4j.provider} names it before the first logger is made.
 */
public final class JsonLogs implements SLF4JServiceProvider, ILoggerFactory {
    /** The property that has the level, a word of SLF4J or {@code off}. */
    public static final String LEVEL = "dev.wanvideo.log.level";

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final BasicMDCAdapter context = new BasicMDCAdapter();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final LogLevels levels = new LogLevels(System.getProperty(LEVEL, "info"));
    private final JsonLines lines = new JsonLines(System.err, Clock.systemUTC());

    /** Public for SLF4J. */
    public JsonLogs() {}

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, known -> new JsonLogger(known, levels.of(known), lines, context));
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
