package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.S3Settings.Credentials;
import dev.wanvideo.provider.S3Settings.Links;
import dev.wanvideo.provider.S3Settings.Style;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3BucketTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] CONTENT =
            "not quite a picture".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final UploadFile FILE = UploadFile.of("image/png", CONTENT.length, SigV4.sha256(CONTENT));
    private static final String OBJECT = "/films/wan-video/" + FILE.sha256() + ".png";

    private final HttpClient http = HttpClient.newHttpClient();
    private S3Server server;

    @BeforeEach
    void open() throws IOException {
        server = new S3Server(at(NOW));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void putsAFileAndGivesALinkForADayThatAnybodyCanFollow() throws Exception {
        UploadStep.Done done = (UploadStep.Done) uploaded(bucket());

        assertThat(done.lives()).isEqualTo(Duration.ofDays(1));
        assertThat(body(done.address())).isEqualTo(CONTENT);
        assertThat(server.types()).containsExactly(Map.entry(OBJECT, "image/png"));
        assertThat(server.calls())
                .containsExactly(
                        "GET " + OBJECT + " 404",
                        "PUT " + OBJECT + " 200",
                        "GET " + OBJECT + " 206",
                        "GET " + OBJECT + " 200");
    }

    @Test
    void sendsNoFileASecondTime() throws Exception {
        uploaded(bucket());

        assertThat(uploaded(bucket())).isInstanceOf(UploadStep.Done.class);
        assertThat(server.calls().stream().filter(call -> call.startsWith("PUT")))
                .hasSize(1);
    }

    @Test
    void sendsAFileAgainOfWhichOnlyAPartIsThere() throws Exception {
        server.objects().put(OBJECT, new byte[7]);

        assertThat(uploaded(bucket())).isInstanceOf(UploadStep.Done.class);
        assertThat(server.objects().get(OBJECT)).isEqualTo(CONTENT);
    }

    @Test
    void givesALinkThatDiesWithItsDay() throws Exception {
        UploadStep.Done done = (UploadStep.Done) uploaded(bucket());

        assertThat(statusOn(NOW.plus(Duration.ofHours(24)), done.address())).isEqualTo(200);
        assertThat(statusOn(NOW.plus(Duration.ofHours(24)).plusSeconds(1), done.address()))
                .isEqualTo(403);
    }

    @Test
    void givesALinkThatLeadsToNothingElse() throws Exception {
        UploadStep.Done done = (UploadStep.Done) uploaded(bucket());
        server.objects().put("/films/wan-video/other.png", CONTENT);
        String other = done.address().toString().replace(FILE.sha256(), "other");
        String longer = done.address().toString().replace("X-Amz-Expires=86400", "X-Amz-Expires=604800");

        assertThat(status(URI.create(other))).isEqualTo(403);
        assertThat(status(URI.create(longer))).isEqualTo(403);
    }

    @Test
    void writesTheBucketIntoTheHostWhereThatIsTheStyle() {
        S3Settings settings = settings(URI.create("https://s3.example.com"), Style.HOST, Credentials::new);
        UploadStep.Call call = (UploadStep.Call) new S3Bucket(settings, at(NOW)).first(FILE);

        assertThat(call.call().url()).startsWith("https://films.s3.example.com/wan-video/" + FILE.sha256() + ".png?");
        assertThat(call.call().withKey()).isFalse();
    }

    @Test
    void keepsThePathOfTheEndpointAndHandsOutTheAddressOfThePublic() {
        S3Settings settings = new S3Settings(
                URI.create("http://10.0.0.5:9000/storage/s3"),
                S3Server.REGION,
                S3Server.BUCKET,
                "",
                new Links(Style.PATH, Optional.of(URI.create("https://media.example.com/s3")), Duration.ofHours(3)),
                new Credentials(S3Server.ID, S3Server.SECRET));
        S3Bucket bucket = new S3Bucket(settings, at(NOW));
        OutgoingUpload put = ((UploadStep.Call) bucket.next(FILE, List.of(ApiReply.of(404, Map.of(), "")))).call();
        OutgoingUpload look = ((UploadStep.Call) bucket.first(FILE)).call();

        assertThat(put.url()).isEqualTo("http://10.0.0.5:9000/storage/s3/films/" + FILE.sha256() + ".png");
        assertThat(look.url())
                .startsWith("https://media.example.com/s3/films/" + FILE.sha256() + ".png?")
                .contains("X-Amz-Expires=10800&");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT | AccessDenied                 | UNAUTHORIZED | s3:PutObject
            PUT | SignatureDoesNotMatch        | UNAUTHORIZED | WAN_VIDEO_S3_SECRET_ACCESS_KEY
            PUT | PermanentRedirect            | UNAUTHORIZED | another region than WAN_VIDEO_S3_REGION says: us-west-7
            PUT | AuthorizationHeaderMalformed | UNAUTHORIZED | another region than WAN_VIDEO_S3_REGION says: us-west-7
            PUT | RequestTimeTooSkewed         | UNAUTHORIZED | clock
            PUT | EntityTooLarge               | UNSUPPORTED  | no file as large
            PUT | XMinioStorageFull            | UNSUPPORTED  | full
            PUT | SlowDown                     | RATE_LIMITED | busy
            PUT | InternalError                | UNAVAILABLE  | HTTP 500 (InternalError)
            GET | InvalidAccessKeyId           | UNAUTHORIZED | WAN_VIDEO_S3_ACCESS_KEY_ID
            GET | NoSuchBucket                 | NOT_FOUND    | WAN_VIDEO_S3_BUCKET
            GET | SlowDown                     | RATE_LIMITED | busy
            GET | AccessDenied                 | UNAUTHORIZED | s3:GetObject
            """)
    void saysWhatTheServiceMeans(String method, String code, Category category, String words) throws Exception {
        server.fail(method, code);
        UploadStep.Refused refused = (UploadStep.Refused) uploaded(bucket());

        assertThat(refused.category()).isEqualTo(category);
        assertThat(refused.message())
                .startsWith("Your bucket did not take the file: ")
                .contains(words)
                .doesNotContain(S3Server.ID, S3Server.SECRET, "Signature=", "127.0.0.1");
        assertThat(refused.retryAfter().isPresent()).isEqualTo(code.equals("SlowDown"));
    }

    @Test
    void saysWhichOfTheKeysIsWrong() throws Exception {
        S3Settings stranger =
                settings(server.endpoint(), Style.PATH, (id, secret) -> new Credentials("AKIDSTRANGER", secret));
        S3Settings wrong = settings(server.endpoint(), Style.PATH, (id, secret) -> new Credentials(id, "wrong"));

        assertThat(refusal(stranger)).contains("WAN_VIDEO_S3_ACCESS_KEY_ID").doesNotContain("AKIDSTRANGER");
        assertThat(refusal(wrong)).contains("WAN_VIDEO_S3_SECRET_ACCESS_KEY");
        assertThat(server.objects()).isEmpty();
    }

    @Test
    void saysThatTheClockIsWrong() throws Exception {
        S3Bucket late = new S3Bucket(
                settings(server.endpoint(), Style.PATH, Credentials::new), at(NOW.minus(Duration.ofDays(2))));

        assertThat(((UploadStep.Refused) uploaded(late)).message()).contains("clock");
    }

    @Test
    void takesEveryFileAndTellsBucketsApart() {
        S3Bucket one = bucket();
        S3Bucket other = new S3Bucket(
                settings(server.endpoint(), Style.PATH, (id, secret) -> new Credentials("ANOTHER", secret)), at(NOW));

        assertThat(one.objection(MediaKind.VOICE, "audio/flac", 100_000_000)).isEmpty();
        assertThat(one.scope()).isNotEqualTo(other.scope()).doesNotContain(S3Server.SECRET);
        assertThat(one + " " + settings(server.endpoint(), Style.PATH, Credentials::new))
                .doesNotContain(S3Server.SECRET);
    }

    private S3Bucket bucket() {
        return new S3Bucket(settings(server.endpoint(), Style.PATH, Credentials::new), at(NOW));
    }

    private String refusal(S3Settings settings) throws Exception {
        return ((UploadStep.Refused) uploaded(new S3Bucket(settings, at(NOW)))).message();
    }

    private interface Key {
        Credentials of(String id, String secret);
    }

    private static S3Settings settings(URI endpoint, Style style, Key key) {
        return new S3Settings(
                endpoint,
                S3Server.REGION,
                S3Server.BUCKET,
                "wan-video/",
                new Links(style, Optional.empty(), Duration.ofDays(1)),
                key.of(S3Server.ID, S3Server.SECRET));
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    /** Carries the calls out with another client than the product's. */
    private UploadStep uploaded(S3Bucket bucket) throws Exception {
        List<ApiReply> answers = new ArrayList<>();
        UploadStep step = bucket.first(FILE);
        while (step instanceof UploadStep.Call next) {
            answers.add(answer(next.call()));
            step = bucket.next(FILE, answers);
        }
        return step;
    }

    private ApiReply answer(OutgoingUpload call) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url()))
                .method(
                        call.method(),
                        call.body() instanceof UploadBody.File
                                ? HttpRequest.BodyPublishers.ofByteArray(CONTENT)
                                : HttpRequest.BodyPublishers.noBody());
        call.headers().forEach(request::header);
        HttpResponse<byte[]> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> headers = reply.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().get(0)));
        return new ApiReply(reply.statusCode(), headers, reply.body());
    }

    private byte[] body(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private int status(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** What a service with these objects says at another time, at the same host and port. */
    private int statusOn(Instant time, URI address) {
        SigV4.Arrival arrival = new SigV4.Arrival(
                "GET",
                address.getRawPath(),
                address.getRawQuery(),
                Map.of("host", address.getRawAuthority()),
                SigV4.sha256(""));
        return new SigV4(S3Server.REGION, S3Server.ID, S3Server.SECRET)
                        .fault(arrival, time)
                        .isPresent()
                ? 403
                : 200;
    }
}
