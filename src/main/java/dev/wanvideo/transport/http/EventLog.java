package dev.wanvideo.transport.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was sent in one session, so that a client whose connection broke can ask for the rest. Of all its streams
 * together only the newest events are kept. An event is {@code <stream>-<number>}, counted within the session.
 */
final class EventLog {

    private static final int MOST_EVENTS = 256;
    private static final int MOST_BYTES = 1024 * 1024;

    private final Map<Long, EventStream> streams = new LinkedHashMap<>();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long nextStream;
    private int bytes;

    /** One event that can be asked for again. */
    record Kept(EventStream stream, long number, byte[] message) {}

    /** A stream that goes to nobody yet. */
    synchronized EventStream open() {
        EventStream stream = new EventStream(this, nextStream++);
        streams.put(stream.number(), stream);
        return stream;
    }

    /**
     * Goes on with a stream behind the event with this id, on another connection.
     *
     * @return false when there is no such event, or what came behind it is kept no more
     */
    synchronized boolean resume(String eventId, Outlet outlet) {
        Optional<EventId> event = EventId.read(eventId);
        EventStream stream = event.map(id -> streams.get(id.stream())).orElse(null);
        if (event.isEmpty()
                || stream == null
                || !stream.canGoOnAfter(event.get().number())) {
            return false;
        }
        stream.goOn(outlet, event.get().number());
        return true;
    }

    /** The events of a stream that are kept, oldest first. */
    synchronized Iterable<Kept> of(EventStream stream) {
        return kept.stream().filter(event -> event.stream() == stream).toList();
    }

    /** Keeps an event, unless it alone would fill the log. */
    synchronized void keep(EventStream stream, long number, byte[] message) {
        if (message.length > MOST_BYTES) {
            stream.forget(number);
            return;
        }
        kept.addLast(new Kept(stream, number, message));
        bytes += message.length;
        while (kept.size() > MOST_EVENTS || bytes > MOST_BYTES) {
            forgetOldest();
        }
    }

    /** Forgets a stream that has ended and of which nothing is kept. */
    synchronized void tidy(EventStream stream) {
        if (stream.hasEnded() && kept.stream().noneMatch(event -> event.stream() == stream)) {
            streams.remove(stream.number());
        }
    }

    private void forgetOldest() {
        Kept oldest = kept.removeFirst();
        bytes -= oldest.message().length;
        oldest.stream().forget(oldest.number());
        tidy(oldest.stream());
    }

    /** The two numbers in an event's id. */
    record EventId(long stream, long number) {

        static Optional<EventId> read(String text) {
            int dash = text.indexOf('-');
            Long stream = dash < 0 ? null : number(text.substring(0, dash));
            Long number = dash < 0 ? null : number(text.substring(dash + 1));
            return stream == null || number == null ? Optional.empty() : Optional.of(new EventId(stream, number));
        }

        private static @Nullable Long number(String digits) {
            boolean readable = !digits.isEmpty()
                    && digits.length() <= 18
                    && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
            return readable ? Long.valueOf(digits) : null;
        }
    }
}
