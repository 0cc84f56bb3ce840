package dev.wanvideo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.WebhookSignature;
import dev.wanvideo.sandbox.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Calls about films that are in the making for an hour, from those who are not their providers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallbackAttacksTest {
    private static final String LIE = "{\"task_id\":\"%s\",\"status\":\"COMPLETED\",\"generated\":[\"%s/lie.mp4\"]}";

    private CallbackStage stage;
    private CallbackProxy.Call call;
    private byte[] secret;
    private String task;
    private String body;

    @BeforeAll
    void order(@TempDir Path folder) throws IOException, InterruptedException {
        stage = new CallbackStage(folder, new Pace(Duration.ofHours(1), Duration.ofHours(1)));
        task = stage.order("freepik", false).path("task_id").asString();
        call = stage.proxy.next("CREATED");
        body = new String(call.body(), UTF_8);
        String shown = String.valueOf(
                stage.sandbox.environment().getOrDefault("freepik", Map.of()).get("FREEPIK_WEBHOOK_SECRET"));
        secret = Base64.getDecoder().decode(shown.substring(WebhookSignature.PREFIX.length()));
        stage.look(task, 5);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("attacks")
    void isAnsweredByItsCode(String what, int code, String request) throws IOException {
        assertThat(sent(request)).as(what).startsWith("HTTP/1.1 " + code).doesNotContain("Exception", "dev.wanvideo");
    }

    Stream<Arguments> attacks() {
        String unknown = "/webhooks/" + "A".repeat(43);
        return Stream.of(
                row("a secret that nobody has", 404, post(unknown, signed(body, "m1"), body)),
                row("a short secret", 404, post("/webhooks/a", signed(body, "m2"), body)),
                row("a secret in quotes", 404, post("/webhooks/'%20OR%201=1", signed(body, "m3"), body)),
                row("the secret with more behind it", 404, post(call.path() + "x", signed(body, "m4"), body)),
                row("a path below the secret", 404, post(call.path() + "/x", signed(body, "m5"), body)),
                row("no secret", 404, post("/webhooks/", signed(body, "m6"), body)),
                row("a look instead of a message", 405, request("GET", call.path(), "localhost", Map.of(), "")),
                row("another method", 405, request("PUT", call.path(), "localhost", signed(body, "m7"), body)),
                row("a foreign Host", 403, request("POST", call.path(), "evil.example.com", signed(body, "m8"), body)),
                row(
                        "a page's Origin",
                        403,
                        post(call.path(), with(signed(body, "m9"), "Origin", "https://evil.example.com"), body)),
                row("a body that is too large", 413, post(call.path(), Map.of(), "x".repeat(64 * 1024 + 1))),
                row("no signature", 401, post(call.path(), Map.of(), body)),
                row("a signature of another secret", 401, post(call.path(), forged(), body)),
                row("another body under the signature", 401, post(call.path(), signed(body, "m10"), body + " ")),
                row(
                        "another id under the signature",
                        401,
                        post(call.path(), with(signed(body, "m11"), "webhook-id", "m"), body)),
                row("a message of ten minutes ago", 401, post(call.path(), signed(body, "m12", -600), body)),
                row("a message from the future", 401, post(call.path(), signed(body, "m13", 600), body)),
                row("a message that has come before", 409, post(call.path(), call.headers(), body)),
                row("a message about another task", 422, post(call.path(), signed(other(), "m14"), other())),
                row("a message that is no JSON", 400, post(call.path(), signed("hello", "m15"), "hello")),
                row("a message about no task", 400, post(call.path(), signed("{}", "m16"), "{}")));
    }

    @Test
    void nothingInAMessageIsBelieved() throws IOException, InterruptedException {
        String id = stage.look(task, 0).path("provider_task_id").asString();
        String lie = String.format(LIE, id, stage.proxy.address());
        assertThat(sent(post(call.path(), signed(lie, "lie"), lie))).startsWith("HTTP/1.1 204");
        JsonNode seen = stage.look(task, 2);
        assertThat(seen.path("status").asString()).isEqualTo("running");
        assertThat(seen.toString()).doesNotContain("lie.mp4");
    }

    private String other() {
        return body.replaceAll("\"task_id\":\"[^\"]*\"", "\"task_id\":\"046b6c7f-0b8a-43b9-b35d-6489e6daee91\"");
    }

    private Map<String, String> signed(String text, String id) {
        return signed(text, id, 0);
    }

    private Map<String, String> signed(String text, String id, int secondsOff) {
        return signed(secret, text, id, secondsOff);
    }

    private Map<String, String> forged() {
        return signed("another secret of the same length".getBytes(UTF_8), body, "forged", 0);
    }

    private static Map<String, String> signed(byte[] key, String text, String id, int secondsOff) {
        String timestamp = String.valueOf(Instant.now().getEpochSecond() + secondsOff);
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", WebhookSignature.of(key, id, timestamp, text.getBytes(UTF_8)));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Arguments row(String what, int code, String request) {
        return Arguments.of(what, code, request);
    }

    private static String post(String path, Map<String, String> headers, String text) {
        return request("POST", path, "localhost", headers, text);
    }

    private static String request(String method, String path, String host, Map<String, String> headers, String text) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + text.getBytes(UTF_8).length + "\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").append(text).toString();
    }

    private String sent(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", stage.server().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
