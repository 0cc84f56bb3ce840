package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangesTest {
    @TempDir
    Path home;

    @Test
    void givesTheSignalForWhatAnotherProcessWrites() throws Exception {
        Signal signal = new Signal();
        try (Database mine = Database.open(home, signal::give);
                Database others = Database.open(home, () -> {});
                Changes.Waiting waiting = new Changes(mine, signal).open()) {
            signal.await(signal.count(), Samples.PATIENCE);
            for (int i = 0; i < 5; i++) {
                long seen = signal.count();
                long row = i;
                others.write(connection ->
                        Sql.update(connection, "INSERT INTO upload VALUES ('a', ?, 'url', 1)", String.valueOf(row)));
                signal.await(seen, Samples.PATIENCE);
                assertThat(signal.count()).isGreaterThan(seen);
            }
        }
    }

    @Test
    void watchesOnlyWhileSomebodyWaits() throws Exception {
        Signal signal = new Signal();
        try (Database database = Database.open(home, () -> {})) {
            Changes changes = new Changes(database, signal);
            for (int i = 0; i < 3; i++) {
                long seen = signal.count();
                try (Changes.Waiting first = changes.open();
                        Changes.Waiting second = changes.open()) {
                    signal.await(seen, Samples.PATIENCE);
                    assertThat(watchers(changes)).isEqualTo(1);
                }
                Eventually.is(() -> watchers(changes) == 0);
            }
        }
    }

    private static long watchers(Changes changes) {
        Thread[] threads = new Thread[Thread.activeCount() * 2 + 50];
        Thread.enumerate(threads);
        return Arrays.stream(threads)
                .filter(thread -> thread != null && thread.getName().equals(changes.threadName()))
                .count();
    }
}
