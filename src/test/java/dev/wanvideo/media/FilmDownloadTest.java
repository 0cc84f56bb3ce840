package dev.wanvideo.media;

import static dev.wanvideo.media.Samples.concat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.FileServer;
import dev.wanvideo.http.Loopback;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilmDownloadTest {
    private static final long MOST = 100_000_000;
    private static final byte[] FILM = film(1, 3_000_000);

    @TempDir
    private Path folder;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));
    private final FilmDownload download = new FilmDownload(fetcher, Duration.ofSeconds(20));
    private Path part;

    @BeforeEach
    void place() {
        part = folder.resolve("film.mp4.part");
    }

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
    void bringsAFilmAndTellsWhatItIs() throws Exception {
        List<Long> told = new ArrayList<>();
        try (FileServer server = new FileServer(FILM)) {
            Downloaded film = download.fetch(server.uri("/film"), part, MOST, told::add);

            assertThat(film)
                    .isEqualTo(new Downloaded(
                            new FrameSize(1280, 720), Optional.of(5.0), FILM.length, false, Optional.empty()));
            assertBroughtTo(FILM);
            assertThat(told).isSorted().endsWith((long) FILM.length);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws Exception {
        try (FileServer server = new FileServer(FILM).hangingUpAfter(700_000)) {
            int breaks = 0;
            while (trouble(server.uri("/film")) != null) {
                breaks++;
                assertThat(Files.size(part)).isGreaterThan(0).isLessThan(FILM.length);
            }

            assertThat(breaks).isEqualTo(4);
            assertBroughtTo(FILM);
            assertThat(server.sent()).as("nothing twice").isLessThan(FILM.length + 4 * 600_000L);
            assertThat(server.heads().get(1)).contains("Range: bytes=", "If-Range: \"one\"");
        }
    }

    @Test
    void goesOnWithoutATagWhenTheLengthIsStillTheSame() throws Exception {
        try (FileServer server = new FileServer(FILM).tagged("").hangingUpAfter(2_000_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(FILM);
            assertThat(server.heads().get(1)).contains("Range: bytes=").doesNotContain("If-Range");
        }
    }

    @Test
    void beginsAnewWhenTheServerHasAnotherFileMeanwhile() throws Exception {
        byte[] other = film(2, 3_000_000);
        try (FileServer server = new FileServer(FILM).hangingUpAfter(2_000_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            server.nowServing(other, "\"two\"").hangingUpAfter(Long.MAX_VALUE);
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(other);
        }
    }

    @Test
    void beginsAnewWhenNothingButTheLengthTellsOfAnotherFile() throws Exception {
        byte[] other = film(2, 3_500_000);
        try (FileServer server = new FileServer(FILM).tagged("").hangingUpAfter(2_000_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            server.nowServing(other, "").hangingUpAfter(Long.MAX_VALUE);
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(other);
            assertThat(server.heads()).as("cut, found another, begun anew").hasSize(3);
        }
    }

    @Test
    void beginsAnewWhenTheNewFileIsShorterThanThePart() throws Exception {
        byte[] other = film(2, 100_000);
        try (FileServer server = new FileServer(FILM).tagged("").hangingUpAfter(2_000_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            server.nowServing(other, "").hangingUpAfter(Long.MAX_VALUE);
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(other);
        }
    }

    @Test
    void beginsAnewWithAServerWithoutRanges() throws Exception {
        try (FileServer server = new FileServer(FILM).withoutRanges().hangingUpAfter(2_000_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            server.hangingUpAfter(Long.MAX_VALUE);
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(FILM);
        }
    }

    @Test
    void dropsAPartThatNothingIsRememberedOf() throws Exception {
        Files.write(part, new byte[500_000]);
        try (FileServer server = new FileServer(FILM)) {
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(FILM);
            assertThat(server.heads().get(0)).doesNotContain("Range");
        }
    }

    @Test
    void asksNobodyForAFilmThatIsThereInFull() throws Exception {
        Files.write(part, FILM);
        try (FileServer server = new FileServer(FILM)) {
            assertThat(download.fetch(server.uri("/film"), part, MOST, bytes -> {})
                            .bytes())
                    .isEqualTo(FILM.length);
            assertThat(download.seen(part).size()).isEqualTo(new FrameSize(1280, 720));
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void neverCallsATruncatedFilmWhole() throws Exception {
        try (FileServer server = new FileServer(Arrays.copyOf(FILM, 1_000_000))) {
            assertThat(trouble(server.uri("/film"))).hasMessage("the film is cut off: its end is missing");
            assertThat(part).doesNotExist();
            server.nowServing(FILM, "\"one\"");
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertBroughtTo(FILM);
        }
        Files.write(part, Arrays.copyOf(FILM, FILM.length - 1));
        assertThat(catchThrowableOfType(FilmTrouble.class, () -> download.seen(part)))
                .hasMessageContaining("cut off");
    }

    @Test
    void saysWhatCameInstead() throws Exception {
        assertInstead(Samples.ascii("<!doctype html><title>Log in</title>"), "a web page (HTML), not an MP4 film");
        assertInstead(Samples.picture("png", 300, 300), "a PNG picture, not an MP4 film");
        assertInstead(Samples.ascii("{\"error\":\"expired\"}"), "something unknown");
        assertInstead(new byte[0], "empty");
        assertInstead(
                concat(Samples.ftyp("isom"), Samples.moov("soun", 0, 0, 5, false), Samples.box("mdat", new byte[64])),
                "without a moving picture");
        assertInstead(
                concat(Samples.ftyp("isom"), Samples.moov("vide", 640, 360, 5, false)), "without a moving picture");
    }

    private void assertInstead(byte[] content, String words) throws IOException {
        try (FileServer server = new FileServer(content)) {
            assertThat(trouble(server.uri("/film"))).hasMessageContaining(words);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void tellsWhatIsGoneFromWhatMayPass() throws Exception {
        for (String gone : List.of("403 No", "404 None", "410 Gone")) {
            try (FileServer server = new FileServer(FILM).answering(gone)) {
                assertThat(catchThrowableOfType(
                                FilmGone.class, () -> download.fetch(server.uri("/f"), part, MOST, bytes -> {})))
                        .as(gone)
                        .hasMessageContaining("the link to the film leads to nothing: the server answered with status");
                assertThat(folder).isEmptyDirectory();
            }
        }
        for (String passing : List.of("500 Oops", "503 Busy", "429 Slowly")) {
            try (FileServer server = new FileServer(FILM).answering(passing)) {
                assertThat(trouble(server.uri("/f")).category()).as(passing).isEqualTo(Category.UNAVAILABLE);
            }
        }
        URI nobody;
        try (FileServer server = new FileServer(FILM)) {
            nobody = server.uri("/");
        }
        assertThat(trouble(nobody)).hasMessageContaining("could not be reached");
    }

    @Test
    void keepsThePartThroughTrouble() throws Exception {
        try (FileServer server = new FileServer(FILM).hangingUpAfter(1_500_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            long before = Files.size(part);
            server.answering("503 Busy");
            assertThat(trouble(server.uri("/film"))).isNotNull();

            assertThat(Files.size(part)).isEqualTo(before);
            server.answering("").hangingUpAfter(Long.MAX_VALUE);
            download.fetch(server.uri("/film"), part, MOST, bytes -> {});
            assertBroughtTo(FILM);
        }
    }

    @Test
    void refusesAFilmThatIsTooLong() throws Exception {
        try (FileServer server = new FileServer(FILM)) {
            FilmTrouble trouble = catchThrowableOfType(
                    FilmTrouble.class, () -> download.fetch(server.uri("/f"), part, 1_000_000, bytes -> {}));

            assertThat(trouble).hasMessageContaining("longer than 1000000 bytes");
        }
    }

    @Test
    void endsWhenTheServerFallsSilent() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Loopback server = new Loopback((head, socket) -> {
            socket.getOutputStream().write(Samples.ascii("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nfirst"));
            while (socket.getInputStream().read() >= 0) {
                // Nothing more is said.
            }
            over.countDown();
        })) {
            FilmTrouble trouble = catchThrowableOfType(
                    FilmTrouble.class,
                    () -> new FilmDownload(fetcher, Duration.ofMillis(500))
                            .fetch(server.uri("/f"), part, MOST, bytes -> {}));

            assertThat(trouble.category()).isEqualTo(Category.TIMEOUT);
            assertThat(trouble).hasMessageContaining("fell silent");
            assertThat(part).hasContent("first");
            over.await();
        }
    }

    @Test
    void discardsAPartWithItsNote() throws Exception {
        try (FileServer server = new FileServer(FILM).hangingUpAfter(1_000_000)) {
            assertThat(trouble(server.uri("/film"))).isNotNull();
            assertThat(folder.toFile().list()).hasSize(2);
            download.discard(part);

            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void measuresRealFilms() throws Exception {
        Path real = Ffmpeg.film(folder, "1920x1080", 3, "real.mp4");
        try (FileServer server = new FileServer(Files.readAllBytes(real))) {
            Downloaded film = download.fetch(server.uri("/film"), part, MOST, bytes -> {});

            assertThat(film.size()).isEqualTo(new FrameSize(1920, 1080));
            assertThat(film.seconds().orElseThrow()).isCloseTo(3, within(0.1));
            assertThat(film.audio()).isTrue();
            assertThat(film.codec()).hasValue("avc1");
        }
        for (long length : new long[] {Files.size(real) - 1, Files.size(real) / 2, 100_000}) {
            Files.write(part, Arrays.copyOf(Files.readAllBytes(real), (int) length));
            assertThat(catchThrowableOfType(FilmTrouble.class, () -> download.seen(part)))
                    .as("%d bytes", length)
                    .hasMessageContaining("cut off");
        }
    }

    private void assertBroughtTo(byte[] film) {
        assertThat(part).hasBinaryContent(film);
        assertThat(folder.toFile().list())
                .as("no note left")
                .containsExactly(part.getFileName().toString());
    }

    private FilmTrouble trouble(URI uri) {
        return catchThrowableOfType(FilmTrouble.class, () -> download.fetch(uri, part, MOST, bytes -> {}));
    }
}
