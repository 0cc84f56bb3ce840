package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TaskIdsTest {
    @Test
    void sortByTheTimeTheyWereMade() {
        String first = ids("2026-11-20T10:00:00.000Z").next();
        String second = ids("2026-11-20T10:00:00.001Z").next();
        String later = ids("2095-01-01T00:00:00Z").next();
        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(later);
        assertThat(first).matches("wv_[0-9a-hjkmnp-tv-z]{20}");
    }

    @Test
    void differInOneMillisecond() {
        TaskIds ids = ids("2026-11-20T10:00:00Z");
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        assertThat(made).hasSize(10_000);
    }

    private static TaskIds ids(String instant) {
        return new TaskIds(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
