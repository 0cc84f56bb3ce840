package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnfinishedSignTest {
    @TempDir
    Path home;

    /** A process that is killed between a commit and its next look at the store must not take the task with it. */
    @Test
    void isUpFromBeforeATaskIsDurableUntilNothingIsLeft() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(home)) {
            UnfinishedSign sign = new UnfinishedSign(database, home);
            sign.show();
            assertThat(shown()).isEmpty();
            sign.creating();
            assertThat(shown()).hasSize(1);
            sign.show();
            assertThat(shown())
                    .as("looked at the store before the task is in it")
                    .hasSize(1);
            sign.created();
            sign.show();
            assertThat(shown()).isEmpty();
        }
    }

    private List<Path> shown() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(UnfinishedSign.FOLDER))) {
            return files.toList();
        }
    }
}
