package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiServer;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import dev.wanvideo.video.Category;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads that come to nothing. */
final class FailedUploadTest extends OnUploads {
    private static final int LENGTH_OF_A_QUESTION = "{\"files\":[{\"content_type\":\"image/png\"}]}".length();

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void aFileThatChangedSinceItWasLookedAtNeverArrives(Provider any) throws Exception {
        Path photo = photo(300_000);
        UploadFile told = told(photo);
        byte[] other = Files.readAllBytes(photo);
        other[299_999]++;
        Files.write(photo, other);
        String id = any.descriptor().id();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder.resolve("sandbox")))) {
            UploadOutcome outcome =
                    gateway(on(sandbox, any), KEY, Optional.empty()).upload(id, told, photo);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            UploadOutcome.NoAnswer.class,
                            none -> assertThat(none.message()).contains("file changed"));
            assertThat(sandbox.books().uploads(id)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void aConnectionThatBreaksInTheMiddleIsNoRefusal(Provider any) throws Exception {
        Path photo = photo(20_000_000);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String base = "http://127.0.0.1:" + server.getLocalPort();
            CompletableFuture<Void> rude = CompletableFuture.runAsync(() -> cut(server, base));

            UploadOutcome outcome = gateway(at(base, any), KEY, Optional.empty())
                    .upload(any.descriptor().id(), told(photo), photo);

            assertThat(outcome).isInstanceOf(UploadOutcome.NoAnswer.class);
            server.close();
            rude.join();
        }
    }

    /** Promises every provider an address of its own, and cuts whatever brings a file. */
    private static void cut(ServerSocket server, String base) {
        String promise = "{\"upload_url\":\"" + base + "/put\",\"asset_url\":\"https://assets.example.com/1.png\","
                + "\"data\":{\"policy\":\"p\",\"signature\":\"s\",\"upload_dir\":\"d\",\"upload_host\":\"" + base
                + "/store\",\"oss_access_key_id\":\"k\",\"x_oss_object_acl\":\"private\","
                + "\"x_oss_forbid_overwrite\":\"true\"}}";
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String head = head(socket.getInputStream());
                if (head.startsWith("PUT") || head.contains("multipart")) {
                    socket.getInputStream().readNBytes(100_000);
                    ApiServer.reset(socket);
                } else {
                    socket.getInputStream().readNBytes(head.startsWith("POST") ? LENGTH_OF_A_QUESTION : 0);
                    ApiServer.say(
                            socket,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + promise.length() + "\r\n\r\n" + promise);
                }
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int one = 0; one >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
            one = in.read();
            head.append((char) one);
        }
        return head.toString();
    }

    @Test
    void aSignatureThatIsOverIsNoRefusalAndATooLargeFileIs() throws Exception {
        Path photo = photo(5000);
        Queue<String> codes = new ConcurrentLinkedQueue<>(List.of("ExpiredToken", "EntityTooLarge"));
        try (ApiServer store = new ApiServer((request, socket) -> {
                    String code = codes.poll();
                    String body = "<Error><Code>" + code + "</Code></Error>";
                    ApiServer.say(
                            socket,
                            code == null
                                    ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                    : "HTTP/1.1 400 Bad Request\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                            + body);
                    return true;
                });
                ApiServer api = ApiServer.json("{\"files\":[{\"upload_url\":\"" + store.uri("/put")
                        + "\",\"asset_url\":\"https://assets.example.com/1.png\"}]}")) {
            HttpProviderGateway gateway = gateway(
                    at(api.uri("").toString(), Catalogue.load().find("freepik").orElseThrow()), KEY, Optional.empty());

            assertThat(gateway.upload("freepik", told(photo), photo))
                    .isInstanceOfSatisfying(
                            UploadOutcome.NoAnswer.class,
                            none -> assertThat(none.message()).contains("ExpiredToken"));
            assertThat(gateway.upload("freepik", told(photo), photo))
                    .isInstanceOfSatisfying(
                            UploadOutcome.Refused.class,
                            no -> assertThat(no.category()).isEqualTo(Category.INVALID_REQUEST));
            assertThat(gateway.upload("freepik", told(photo), photo)).isInstanceOf(UploadOutcome.Stored.class);
            assertThat(api.requests()).hasSize(3);
        }
    }
}
