package dev.wanvideo.media;

import static dev.wanvideo.media.Samples.concat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.FileServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of 60 MB, and servers that make it hard to get one. */
final class LongFilmTest {
    private static final int LENGTH = 60_000_000;
    private static final long MOST = 100_000_000;

    @TempDir
    private Path folder;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));
    private final FilmDownload download = new FilmDownload(fetcher, Duration.ofSeconds(60));

    @AfterEach
    void end() {
        fetcher.close();
    }

    private static byte[] film(int seed, int bytes) {
        byte[] frames = new byte[bytes];
        new Random(seed).nextBytes(frames);
        return concat(Samples.ftyp("isom"), Samples.moov("vide", 1280, 720, 5, false), Samples.box("mdat", frames));
    }

    @Test
    void arrivesByteForByteThroughAConnectionThatBreaksFiveTimes() throws Exception {
        byte[] film = film(1, LENGTH);
        Path part = folder.resolve("film.part");
        try (FileServer server = new FileServer(film).hangingUpAfter(LENGTH / 6 + 1000)) {
            int breaks = 0;
            while (trouble(server, part) != null) {
                breaks++;
            }

            assertThat(breaks).isEqualTo(5);
            assertThat(part).hasBinaryContent(film);
            assertThat(server.heads()).hasSize(6);
            assertThat(server.sent()).as("little is sent twice").isLessThan(LENGTH + 5 * 1_000_000L);
        }
    }

    @Test
    void isNeverMixedWithAnotherWhateverTheServerSaysOfRanges() throws Exception {
        byte[] film = film(1, 3_000_000);
        byte[] other = film(2, 3_000_000);
        for (boolean ranges : new boolean[] {true, false}) {
            Path part = folder.resolve("mixed.part");
            try (FileServer server = new FileServer(film).hangingUpAfter(1_000_000)) {
                assertThat(trouble(server, part)).isNotNull();
                server.nowServing(other, "\"two\"").hangingUpAfter(Long.MAX_VALUE);
                if (!ranges) {
                    server.withoutRanges();
                }
                download.fetch(server.uri("/film"), part, MOST, bytes -> {});

                assertThat(part).as("ranges %s", ranges).hasBinaryContent(other);
            }
            Files.delete(part);
        }
    }

    @Test
    void isNotDoneWhereTheServerLiesAboutItsLength() throws Exception {
        byte[] film = film(1, 3_000_000);
        for (long claimed : new long[] {1_000_000, 4_000_000}) {
            Path part = folder.resolve("lie.part");
            try (FileServer server = new FileServer(film).claiming(claimed)) {
                assertThat(trouble(server, part)).as("claims %d", claimed).isNotNull();
                server.claiming(-1);
                download.fetch(server.uri("/film"), part, MOST, bytes -> {});

                assertThat(part).as("claimed %d", claimed).hasBinaryContent(film);
            }
            Files.delete(part);
        }
    }

    private FilmTrouble trouble(FileServer server, Path part) {
        return catchThrowableOfType(
                FilmTrouble.class, () -> download.fetch(server.uri("/film"), part, MOST, bytes -> {}));
    }
}
