package dev.wanvideo.task;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Growing waits after failures in a row; the last one stays. */
record Backoff(List<Duration> waits) {
    /** After a submission that did not leave this machine. */
    static final Backoff NOT_SENT = seconds(5, 15, 60, 300);
    /** After a provider that has too much to do and does not say for how long. */
    static final Backoff RATE_LIMITED = seconds(15, 30, 60, 120);
    /** After a film that could not be fetched. */
    static final Backoff DOWNLOAD = seconds(5, 10, 20, 40, 80, 160, 300);

    /** After an upload that did not come about. */
    static final Backoff UPLOAD = seconds(2, 5, 15, 60, 300);

    private static Backoff seconds(Integer... seconds) {
        return new Backoff(Stream.of(seconds).map(Duration::ofSeconds).toList());
    }

    /** @param failures how many there were in a row, from one */
    Duration after(int failures) {
        return waits.get(Math.min(waits.size(), Math.max(1, failures)) - 1);
    }
}
