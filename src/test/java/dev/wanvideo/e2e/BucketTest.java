package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of this machine at providers that take none, by way of a bucket that checks every signature. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class BucketTest {
    private static final List<String> WITHOUT_UPLOADS = List.of("aimlapi", "highway");

    @TempDir
    Path folder;

    private Path album;
    private Path photo;
    private S3Server bucket;

    @BeforeEach
    void open() throws IOException {
        album = Files.createDirectories(folder.resolve("album of a person"));
        photo = Files.copy(Product.examples().resolve("anna.png"), album.resolve("Anna at the sea.png"));
        bucket = new S3Server(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void aLocalPhotoBecomesAFilmAtProvidersWithoutUploadsAndIsSentOnce() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(premises(market, S3Server.SECRET))) {
            for (String provider : WITHOUT_UPLOADS) {
                Reply done = server.waitFor(Hostile.create(server, film(provider)));

                assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
                assertThat(done.text()).contains("references[0].image is uploaded to your bucket");
                assertThat(market.sandbox().books().entries(provider))
                        .singleElement()
                        .satisfies(
                                entry -> assertThat(fetched(link(entry.body()))).isEqualTo(Files.readAllBytes(photo)));
            }
            assertThat(puts()).hasSize(1);
            assertThat(bucket.types().values()).containsExactly("image/png");
        }
    }

    @Test
    void whatAProviderTakesNoUploadsOfGoesToTheBucket() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(premises(market, S3Server.SECRET))) {
            Path clip = album.resolve("clip.mp4");
            try (var in = URI.create(market.media("clip.mp4")).toURL().openStream()) {
                Files.copy(in, clip);
            }
            Map<String, Object> film = film("freepik");
            film.put("references", List.of(Map.of("name", "anna", "video", clip.toString())));

            Reply done = server.waitFor(Hostile.create(server, film));

            assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
            assertThat(market.sandbox().books().uploads("freepik")).isEmpty();
            assertThat(bucket.types().values()).containsExactly("video/mp4");
        }
    }

    @Test
    void aBucketThatRefusesCostsNothingAndIsNamed() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(premises(market, "another-secret"))) {
            Reply failed = server.waitFor(Hostile.create(server, film("highway")));

            assertThat(failed.status()).isEqualTo("failed");
            assertThat(failed.facts().path("cost").path("charged").asString("")).isEqualTo("no");
            assertThat(failed.text())
                    .contains("(your bucket, not highway)", "WAN_VIDEO_S3_SECRET_ACCESS_KEY is not the secret")
                    .doesNotContain("another-secret", S3Server.ID, "X-Amz-");
            assertThat(market.sandbox().books().entries()).isEmpty();
            assertThat(bucket.objects()).isEmpty();
        }
    }

    @Test
    void doctorPutsASmallFileIntoTheBucketAndSaysWhatStandsInTheWay() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5)) {
            Ran ready = doctor(premises(market, S3Server.SECRET));
            assertThat(ready.exit()).as(ready.toString()).isZero();
            assertThat(ready.out()).contains("films at " + bucket.endpoint(), "wan-video/…, links for 24 hours: ready");
            assertThat(puts()).hasSize(1);

            Ran wrong = doctor(premises(market, "another-secret"));
            assertThat(wrong.exit()).isEqualTo(1);
            assertThat(problems(wrong)).singleElement().asString().contains("WAN_VIDEO_S3_SECRET_ACCESS_KEY");

            Ran half = doctor(market.premises(List.of()).with("WAN_VIDEO_S3_BUCKET", "films"));
            assertThat(half.exit()).isEqualTo(1);
            assertThat(problems(half)).singleElement().asString().contains("A bucket needs WAN_VIDEO_S3_ENDPOINT");
            assertThat(ready.out() + wrong.out() + half.out())
                    .doesNotContain(S3Server.SECRET, "another-secret", "X-Amz-");
        }
    }

    private Premises premises(Marketplace market, String secret) {
        Map<String, String> settings = Map.of(
                "WAN_VIDEO_MEDIA_ROOTS",
                album.toString(),
                "WAN_VIDEO_S3_ENDPOINT",
                bucket.endpoint().toString(),
                "WAN_VIDEO_S3_REGION",
                S3Server.REGION,
                "WAN_VIDEO_S3_BUCKET",
                S3Server.BUCKET,
                "WAN_VIDEO_S3_ACCESS_KEY_ID",
                S3Server.ID,
                "WAN_VIDEO_S3_SECRET_ACCESS_KEY",
                secret);
        Premises premises = market.premises(List.of("aimlapi", "highway", "freepik"));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            premises = premises.with(setting.getKey(), setting.getValue());
        }
        return premises;
    }

    private Map<String, Object> film(String provider) {
        Map<String, Object> film = new LinkedHashMap<>();
        film.put("prompt", "@anna waves.");
        film.put("references", List.of(Map.of("name", "anna", "image", photo.toString())));
        film.put("duration", 5);
        film.put("provider", provider);
        return film;
    }

    private List<String> puts() {
        return bucket.calls().stream().filter(call -> call.startsWith("PUT")).toList();
    }

    /** The address of the bucket that an order names. */
    private URI link(String order) {
        Matcher link = Pattern.compile(Pattern.quote(bucket.endpoint().toString()) + "[^\"\\\\]+")
                .matcher(order);
        assertThat(link.find()).as(order).isTrue();
        return URI.create(link.group());
    }

    private static byte[] fetched(URI link) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static Ran doctor(Premises premises) {
        List<String> command = new ArrayList<>(Product.command());
        command.add("doctor");
        return Ran.of(command, premises.root(), new HashMap<>(premises.environment()), Duration.ofMinutes(1));
    }

    private static List<String> problems(Ran ran) {
        return ran.out().lines().filter(line -> line.startsWith("PROBLEM")).toList();
    }
}
