package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiReply;
import dev.wanvideo.http.ApiServer;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxBooks;
import dev.wanvideo.sandbox.SandboxSettings;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on their way through the gateway to where a provider can fetch them. */
final class GatewayUploadTest {
    private static final int LENGTH_OF_A_QUESTION = "{\"files\":[{\"content_type\":\"image/png\"}]}".length();
    private static final String KEY = "sk-of-nobody-else-0123456789";

    @TempDir
    Path folder;

    private final ApiClient http = new ApiClient(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        http.close();
    }

    static Stream<Provider> takers() {
        return UploadContractTest.takers();
    }

    private HttpProviderGateway gateway(Provider provider, String key, Optional<UploadHost> bucket) {
        Map<String, String> keys = Map.of(provider.descriptor().id(), key);
        return new HttpProviderGateway(new Catalogue(List.of(provider)), keys, http, System::nanoTime, bucket);
    }

    private static Provider at(String base, Provider any) {
        return any.with(Map.of("base_url", base, "upload_base_url", base));
    }

    private static Provider on(Sandbox sandbox, Provider any) {
        return at(sandbox.address(any.descriptor().id()).toString(), any);
    }

    private Path photo(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return Files.write(folder.resolve("photo"), bytes);
    }

    private static UploadFile told(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return UploadFile.of("image/png", bytes.length, HexFormat.of().formatHex(digest));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void everyProvidersUploadArrivesOnItsStrictSandbox(Provider any) throws Exception {
        Path photo = photo(3_000_001);
        String id = any.descriptor().id();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder.resolve("sandbox")))) {
            UploadOutcome outcome =
                    gateway(on(sandbox, any), KEY, Optional.empty()).upload(id, told(photo), photo);

            assertThat(outcome).isInstanceOfSatisfying(UploadOutcome.Stored.class, stored -> {
                SandboxBooks.Upload upload = sandbox.books().uploads(id).get(0);
                assertThat(upload.address()).isEqualTo(stored.address().toString());
                assertThat(stored.expires()).isAfter(Instant.now().plus(Duration.ofHours(23)));
            });
            assertThat(sandbox.books().uploads(id)).singleElement().satisfies(upload -> {
                assertThat(upload.sha256()).isEqualTo(told(photo).sha256());
                assertThat(upload.bytes()).isEqualTo(3_000_001);
                assertThat(upload.type()).isEqualTo("image/png");
            });
            assertThat(sandbox.books().entries()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void aWrongKeyIsToldAndNotShown(Provider any) throws Exception {
        Path photo = photo(100);
        String id = any.descriptor().id();
        SandboxSettings settings = SandboxSettings.in(folder.resolve("sandbox"));
        try (Sandbox sandbox = Sandbox.start(settings)) {
            Provider provider = on(sandbox, any);
            UploadOutcome wrong = gateway(provider, SandboxSettings.WRONG_KEY, Optional.empty())
                    .upload(id, told(photo), photo);
            UploadOutcome none = gateway(provider, " ", Optional.empty()).upload(id, told(photo), photo);

            assertThat(wrong).isInstanceOfSatisfying(UploadOutcome.Refused.class, refused -> {
                assertThat(refused.category()).isEqualTo(Category.UNAUTHORIZED);
                assertThat(refused.message()).doesNotContain(SandboxSettings.WRONG_KEY);
            });
            assertThat(none)
                    .isInstanceOfSatisfying(
                            UploadOutcome.Refused.class,
                            refused -> assertThat(refused.message()).contains("_API_KEY"));
            assertThat(sandbox.books().uploads(id)).isEmpty();
        }
    }

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
    void noKeyGoesToASignedAddress() throws Exception {
        Path photo = photo(5000);
        try (ApiServer store = ApiServer.saying("HTTP/1.1 200 OK", "");
                ApiServer api = ApiServer.json("{\"files\":[{\"upload_url\":\"" + store.uri("/put?sig=a%2Fb")
                        + "\",\"headers\":{\"Content-Type\":\"image/png\",\"x-a\":\"b\"},"
                        + "\"asset_url\":\"https://assets.example.com/1.png\"}]}")) {
            Provider freepik =
                    at(api.uri("").toString(), Catalogue.load().find("freepik").orElseThrow());

            UploadOutcome outcome = gateway(freepik, KEY, Optional.empty()).upload("freepik", told(photo), photo);

            assertThat(outcome).isInstanceOf(UploadOutcome.Stored.class);
            assertThat(api.requests().take()).contains(KEY);
            assertThat(store.requests().take())
                    .startsWith("PUT /put?sig=a%2Fb HTTP/1.1")
                    .contains("x-a: b")
                    .doesNotContain(KEY)
                    .doesNotContain("photo");
        }
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

    @Test
    void aBucketOfTheOwnersTakesFilesWithoutAnyKey() throws Exception {
        Path photo = photo(5000);
        Provider freepik = Catalogue.load().find("freepik").orElseThrow();
        try (ApiServer store = ApiServer.saying("HTTP/1.1 200 OK", "")) {
            Optional<UploadHost> bucket =
                    Optional.of(UploadHost.bucket(new OneBucket(store.uri("/b").toString())));

            UploadOutcome outcome = gateway(freepik, KEY, bucket).upload(UploadHost.BUCKET, told(photo), photo);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            UploadOutcome.Stored.class,
                            stored -> assertThat(stored.address()).hasToString("https://bucket.example.com/1"));
            assertThat(store.requests().take()).startsWith("PUT /b").doesNotContain(KEY);
        }
        assertThat(gateway(freepik, KEY, Optional.empty()).upload(UploadHost.BUCKET, told(photo), photo))
                .isInstanceOfSatisfying(
                        UploadOutcome.Refused.class,
                        no -> assertThat(no.category()).isEqualTo(Category.UNSUPPORTED));
    }

    @Test
    void aKeyForAnotherBaseNeverGoesToTheUsualUploadHost() {
        for (String id : List.of("evolink", "segmind")) {
            Provider usual = Catalogue.load().find(id).orElseThrow();
            assertThat(usual.uploads()).isPresent();
            assertThat(usual.with(Map.of("base_url", "https://gateway.example.com"))
                            .uploads())
                    .isEmpty();
        }
    }

    /** A bucket that takes everything in one call. */
    private record OneBucket(String url) implements Uploads {
        @Override
        public Optional<String> objection(MediaKind kind, String type, long bytes) {
            return Optional.empty();
        }

        @Override
        public UploadStep first(UploadFile file) {
            return new UploadStep.Call(
                    new OutgoingUpload("PUT", url, Map.of("Content-Type", file.type()), false, new UploadBody.File()));
        }

        @Override
        public UploadStep next(UploadFile file, List<ApiReply> answers) {
            return new UploadStep.Done(URI.create("https://bucket.example.com/1"), Duration.ofDays(1));
        }
    }
}
