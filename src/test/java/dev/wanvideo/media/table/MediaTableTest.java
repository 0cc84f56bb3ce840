package dev.wanvideo.media.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the looks at media against ffprobe and ImageMagick, and writes {@code target/media-table.md}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MediaTableTest {
    private MediaTable table;

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void lookAtAll(@TempDir Path folder) throws Exception {
        table = MediaTable.made(folder.toRealPath());
    }

    @AfterAll
    void print() throws Exception {
        table.write(Path.of("target", "media-table.md"));
    }

    Stream<MediaTable.Row> rows() {
        return table.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesInEveryCellOrSaysThatItDoesNotKnow(MediaTable.Row row) {
        assertThat(row.disagreements()).isEmpty();
    }

    @Test
    void hasManyFiles() {
        assertThat(table.rows()).hasSizeGreaterThan(100);
    }
}
