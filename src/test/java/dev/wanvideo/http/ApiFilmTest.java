package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiOutcome.Answered;
import dev.wanvideo.http.ApiOutcome.Broken;
import dev.wanvideo.http.ApiOutcome.NotSent;
import dev.wanvideo.http.ApiOutcome.Saved;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApiFilmTest {
    private static final long MOST = 10 << 20;
    private static final byte[] FILM = film();

    @TempDir
    private Path folder;

    private final ApiClient client = new ApiClient(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        client.close();
    }

    @Test
    void writesAFilmThatIsLongerThanAnyTextToItsFile() throws Exception {
        for (String type : Set.of("video/mp4", "Video/MP4; codecs=avc1", "application/octet-stream")) {
            try (ApiServer server = sending("200 OK\r\nX-Cost: 0.625\r\nContent-Type: " + type, FILM.length)) {
                ApiOutcome outcome = call(server.uri("/"));

                assertThat(outcome).isInstanceOfSatisfying(Saved.class, saved -> {
                    assertThat(saved.file()).isEqualTo(target());
                    assertThat(saved.reply().header("x-cost")).hasValue("0.625");
                    assertThat(saved.reply().body()).isEmpty();
                });
                assertThat(target()).hasBinaryContent(FILM);
                Files.delete(target());
            }
        }
    }

    @Test
    void leavesNoFileOfATruncatedFilm() throws Exception {
        try (ApiServer server = sending("200 OK\r\nContent-Type: video/mp4", FILM.length + 1)) {
            assertThat(call(server.uri("/"))).isInstanceOf(Broken.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void leavesNoFileOfAFilmThatIsTooLong() throws Exception {
        try (ApiServer server = sending("200 OK\r\nContent-Type: video/mp4", FILM.length)) {
            ApiOutcome outcome = client.call(post(server.uri("/")), target(), FILM.length - 1);

            assertThat(outcome).isEqualTo(new Broken("the film is longer than " + (FILM.length - 1) + " bytes"));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void leavesNoFileWhereTextIsTheAnswer() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 200 OK\r\nContent-Type: application/json", "{}")) {
            assertThat(call(server.uri("/"))).isInstanceOf(Answered.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void takesNoFilmFromAnythingButA200() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 500 No\r\nContent-Type: application/octet-stream", "no")) {
            assertThat(call(server.uri("/")))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> assertThat(answered.reply().text()).isEqualTo("no"));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void sendsNothingWhenThereIsNoPlaceForTheFilm() throws Exception {
        Files.writeString(target(), "older");
        try (ApiServer server = sending("200 OK\r\nContent-Type: video/mp4", FILM.length)) {
            assertThat(call(server.uri("/"))).isInstanceOf(NotSent.class);
            assertThat(server.connections()).isZero();
            assertThat(target()).hasContent("older");
        }
    }

    @Test
    void leavesNoFileWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        AtomicReference<Exception> end = new AtomicReference<>();
        try (ApiServer server = new ApiServer((request, socket) -> {
            ApiServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 9\r\n\r\nabc");
            begun.countDown();
            while (socket.getInputStream().read() >= 0) {
                begun.countDown();
            }
            hungUp.countDown();
            return false;
        })) {
            Thread thread = new Thread(() -> {
                try {
                    call(server.uri("/"));
                } catch (InterruptedException e) {
                    end.set(e);
                }
            });
            thread.start();
            begun.await();
            thread.interrupt();
            thread.join();

            assertThat(end.get()).isInstanceOf(InterruptedException.class);
            hungUp.await();
            assertThat(folder).isEmptyDirectory();
        }
    }

    private ApiOutcome call(URI uri) throws InterruptedException {
        return client.call(post(uri), target(), MOST);
    }

    private static ApiServer sending(String head, long length) throws IOException {
        return new ApiServer((request, socket) -> {
            ApiServer.say(socket, "HTTP/1.1 " + head + "\r\nContent-Length: " + length + "\r\n\r\n");
            socket.getOutputStream().write(FILM);
            return false;
        });
    }

    private static ApiCall post(URI uri) {
        return new ApiCall("POST", uri, Map.of(), Optional.of("{}"), Duration.ofSeconds(60));
    }

    private static byte[] film() {
        byte[] film = new byte[6 << 20];
        new Random(1).nextBytes(film);
        return film;
    }

    private Path target() {
        return folder.resolve("film.mp4");
    }
}
