package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way to a provider. */
final class ApiUploadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ApiClient client = new ApiClient(new AddressGuard(Set.of("127.0.0.1")));
    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private HttpServer server;

    private record Got(String method, Map<String, String> headers, byte[] body) {}

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            got.add(new Got(exchange.getRequestMethod(), headers, body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        client.close();
        server.stop(0);
    }

    private ApiOutcome sent(String method, Map<String, String> headers, ApiBody body) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/up?sig=a%2Fb");
        return client.call(new ApiCall(method, uri, headers, body, PATIENCE));
    }

    private ApiBody.Stored stored(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("file"), content);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return new ApiBody.Stored(file, content.length, sha256);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void sendsAFileByteForByteWithItsLength() throws Exception {
        byte[] content = noise(3_000_001);

        ApiOutcome outcome = sent("PUT", Map.of("Content-Type", "image/png"), new ApiBody.Raw(stored(content)));

        assertThat(outcome).isInstanceOf(ApiOutcome.Answered.class);
        Got request = got.take();
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.headers())
                .containsEntry("content-type", "image/png")
                .containsEntry("content-length", "3000001")
                .doesNotContainKey("transfer-encoding");
        assertThat(request.body()).isEqualTo(content);
    }

    @Test
    void sendsAFormWithItsFieldsInOrderAndTheFileLast() throws Exception {
        byte[] content = noise(100_000);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", "dir/ä.png");
        fields.put("policy", "abc=");

        sent("POST", Map.of(), new ApiBody.Form(fields, "file", "0a.png", "image/png", stored(content)));

        Got request = got.take();
        String type = request.headers().getOrDefault("content-type", "");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(request.headers()).containsEntry("content-length", String.valueOf(request.body().length));
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\ndir/ä.png\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"policy\"\r\n\r\nabc=\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"0a.png\"\r\nContent-Type: image/png\r\n\r\n";
        String text = new String(request.body(), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .isEqualTo(new String(head.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                        + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n");
    }

    @Test
    void neverFinishesAFileThatChangedSinceItWasLookedAt() throws Exception {
        for (int length : new int[] {10, 200_000}) {
            ApiBody.Stored told = stored(noise(length));
            byte[] other = noise(length);
            other[length - 1]++;
            Files.write(told.path(), other);
            assertChanged(told);
            Files.write(told.path(), noise(length - 1));
            assertChanged(told);
            Files.write(told.path(), noise(length + 1));
            assertChanged(told);
            Files.delete(told.path());
            assertChanged(told);
        }
        assertThat(got).isEmpty();
    }

    private void assertChanged(ApiBody.Stored told) throws InterruptedException {
        assertThat(sent("PUT", Map.of(), new ApiBody.Raw(told)))
                .isInstanceOfSatisfying(
                        ApiOutcome.Broken.class,
                        broken -> assertThat(broken.why()).contains("file changed"));
    }
}
