package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.http.ApiServer;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxBooks;
import dev.wanvideo.sandbox.SandboxSettings;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on their way through the gateway to where a provider can fetch them. */
final class GatewayUploadTest extends OnUploads {
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
