package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.Loopback;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceFilesTest {
    private static final byte[] PNG = Samples.picture("png", 300, 400);

    @TempDir
    private Path temp;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));
    private Path scratch;
    private Path picture;
    private ReferenceFiles files;

    @BeforeEach
    void furnish() throws IOException {
        Path folder = Files.createDirectory(temp.toRealPath().resolve("Pictures"));
        scratch = temp.resolve("scratch");
        picture = Files.write(folder.resolve("face.jpg"), PNG);
        files = new ReferenceFiles(new MediaRoots(List.of(folder), temp), fetcher, new Scratch(scratch));
    }

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void looksAtALocalFile() throws Exception {
        assertThat(files.look(SourceText.parse("face.jpg"), MediaKind.IMAGE, Mend.NOTHING))
                .isEqualTo(new Look.Seen(
                        new MediaFacts(
                                "image/png",
                                PNG.length,
                                Optional.of(new FrameSize(300, 400)),
                                Optional.empty(),
                                Optional.of(false),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void refusesALocalFileOfAnotherKind() throws Exception {
        assertThat(files.look(SourceText.parse(picture.toString()), MediaKind.VOICE, Mend.NOTHING))
                .isEqualTo(new Look.Refused(
                        Category.INVALID_REQUEST,
                        "its content is a PNG picture, not a voice recording; it belongs in `image`",
                        "WAV, MP3, FLAC, 1-30 seconds, at most 15 MB"));
    }

    @Test
    void refusesALocalFileOutside() throws Exception {
        assertThat(files.look(new MediaSource.Local("/etc/passwd"), MediaKind.IMAGE, Mend.NOTHING))
                .isInstanceOfSatisfying(
                        Look.Refused.class, r -> assertThat(r.message()).contains("outside the allowed folders"));
    }

    @Test
    void seesTheSameBehindAnAddressAsInALocalFile() throws Exception {
        try (Loopback server = Loopback.serving(PNG)) {
            assertThat(files.look(new MediaSource.Remote(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING))
                    .isEqualTo(files.look(SourceText.parse("face.jpg"), MediaKind.IMAGE, Mend.NOTHING));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void refusesAnAddressThatIsNotPublic() throws Exception {
        assertThat(files.look(SourceText.parse("https://169.254.169.254/latest/"), MediaKind.IMAGE, Mend.NOTHING))
                .isEqualTo(new Look.Refused(
                        Category.INVALID_REQUEST,
                        "169.254.169.254 is a link-local address; only public addresses are read",
                        "a public https address that serves the file itself"));
    }

    @Test
    void refusesAHostThatDoesNotExist() throws Exception {
        assertThat(files.look(SourceText.parse("https://no-such-host.invalid/a.png"), MediaKind.IMAGE, Mend.NOTHING))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        r -> assertThat(r.message()).contains("no-such-host.invalid could not be resolved"));
    }

    @Test
    void opensACopyOfALocalFileAndLeavesTheFileThere() throws Exception {
        try (OpenedMedia opened = files.open(SourceText.parse(picture.toString()), MediaKind.IMAGE, Mend.NOTHING)) {
            assertThat(opened.file()).startsWith(scratch).hasBinaryContent(PNG);
            assertThat(opened.facts().type()).isEqualTo("image/png");
        }
        assertThat(picture).hasBinaryContent(PNG);
        assertThat(ScratchTest.copies(scratch)).isEmpty();
    }

    @Test
    void keepsWhatItOpenedWhateverBecomesOfTheOriginal() throws Exception {
        Path secret = Files.write(temp.resolve("secret.png"), Samples.picture("png", 500, 500));
        try (OpenedMedia opened = files.open(SourceText.parse(picture.toString()), MediaKind.IMAGE, Mend.NOTHING)) {
            Files.delete(picture);
            Files.createSymbolicLink(picture, secret);

            assertThat(opened.file()).hasBinaryContent(PNG);
        }
    }

    @Test
    void copiesNothingThatIsTooLarge() throws Exception {
        try (RandomAccessFile large = new RandomAccessFile(picture.toFile(), "rw")) {
            large.setLength(20L * 1024 * 1024 + 1);
        }
        MediaProblem problem = catchThrowableOfType(
                MediaProblem.class,
                () -> files.open(SourceText.parse(picture.toString()), MediaKind.IMAGE, Mend.NOTHING));

        assertThat(problem).hasMessageStartingWith("the file has 20971521 bytes, which is too large");
        assertThat(scratch).doesNotExist();
    }

    @Test
    void fetchesARemoteFileAndDeletesTheCopyOnClose() throws Exception {
        try (Loopback server = Loopback.serving(PNG)) {
            Path copy;
            try (OpenedMedia opened =
                    files.open(new MediaSource.Remote(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING)) {
                copy = opened.file();
                assertThat(copy).startsWith(scratch).hasBinaryContent(PNG);
                assertThat(opened.facts().size()).hasValue(new FrameSize(300, 400));
            }
            assertThat(ScratchTest.copies(scratch)).isEmpty();
        }
    }

    @Test
    void keepsNothingOfARemoteFileThatIsNotWhatItShouldBe() throws Exception {
        try (Loopback server = Loopback.serving(Samples.ascii("<!doctype html><title>Log in</title>"))) {
            MediaProblem problem = problem(server, MediaKind.IMAGE);

            assertThat(problem).hasMessage("its content is a web page (HTML), which cannot be used here");
            assertThat(ScratchTest.copies(scratch)).isEmpty();
        }
    }

    @Test
    void refusesARemoteFileThatIsTooLarge() throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 200 OK\r\nContent-Length: 20971521\r\n\r\n", new byte[0])) {
            MediaProblem problem = problem(server, MediaKind.IMAGE);

            assertThat(problem.category()).isEqualTo(Category.INVALID_REQUEST);
            assertThat(problem.limit()).contains("at most 20 MB");
            assertThat(ScratchTest.copies(scratch)).isEmpty();
        }
    }

    @Test
    void tellsTheCategoryOfWhatAServerAnswers() throws Exception {
        assertCategory("404 Gone", Category.NOT_FOUND);
        assertCategory("500 Oops", Category.UNAVAILABLE);
        assertCategory("204 Nothing", Category.PROTOCOL);
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        BlockingQueue<Exception> outcome = new LinkedBlockingQueue<>();
        try (Loopback server = new Loopback((head, socket) -> {
            asked.countDown();
            socket.getInputStream().read();
        })) {
            Thread thread = new Thread(() -> {
                try (OpenedMedia opened =
                        files.open(new MediaSource.Remote(server.uri("/")), MediaKind.IMAGE, Mend.NOTHING)) {
                    outcome.add(new IllegalStateException(opened.toString()));
                } catch (MediaProblem | InterruptedException e) {
                    outcome.add(e);
                }
            });
            thread.start();
            asked.await();
            thread.interrupt();

            assertThat(outcome.take()).isInstanceOf(InterruptedException.class);
            assertThat(ScratchTest.copies(scratch)).isEmpty();
        }
    }

    private void assertCategory(String status, Category category) throws IOException {
        try (Loopback server = Loopback.saying("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n", new byte[0])) {
            assertThat(problem(server, MediaKind.IMAGE).category()).isEqualTo(category);
        }
    }

    private MediaProblem problem(Loopback server, MediaKind kind) {
        return catchThrowableOfType(
                MediaProblem.class, () -> files.open(new MediaSource.Remote(server.uri("/a")), kind, Mend.NOTHING));
    }
}
