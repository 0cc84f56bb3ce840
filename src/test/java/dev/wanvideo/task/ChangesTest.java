package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangesTest {
    @TempDir
    Path home;

    @Test
    void givesTheSignalForWhatAnotherProcessWrites() throws Exception {
        try (Database mine = SqliteDatabase.open(home);
                Database others = SqliteDatabase.open(home);
                Changes.Waiting waiting = mine.changes().open(List.of())) {
            Eventually.is(() -> waiting.count() > 0);
            for (int i = 0; i < 5; i++) {
                long seen = waiting.count();
                long row = i;
                others.write(
                        Hold.NOTHING,
                        connection -> Sql.update(
                                connection, "INSERT INTO upload VALUES ('a', ?, 'url', 1)", String.valueOf(row)));
                Eventually.is(() -> waiting.count() > seen);
            }
        }
    }

    @Test
    void watchesOnlyWhileSomebodyWaits() throws Exception {
        try (SqliteDatabase database = SqliteDatabase.open(home)) {
            Signal signal = new Signal();
            SqliteChanges changes = new SqliteChanges(database, signal);
            for (int i = 0; i < 3; i++) {
                long seen = signal.count();
                try (Changes.Waiting first = changes.open(List.of());
                        Changes.Waiting second = changes.open(List.of())) {
                    signal.await(seen, Samples.PATIENCE);
                    assertThat(watchers(changes)).isEqualTo(1);
                }
                Eventually.is(() -> watchers(changes) == 0);
            }
        }
    }

    private static long watchers(SqliteChanges changes) {
        Thread[] threads = new Thread[Thread.activeCount() * 2 + 50];
        Thread.enumerate(threads);
        return Arrays.stream(threads)
                .filter(thread -> thread != null && thread.getName().equals(changes.threadName()))
                .count();
    }
}
