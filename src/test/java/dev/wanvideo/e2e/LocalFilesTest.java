package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.sandbox.SandboxBooks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of this machine at the providers that take some, through the packaged server and the sandbox's strict wires. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class LocalFilesTest {
    private static final List<String> TAKERS = List.of("freepik", "evolink", "segmind", "dashscope");
    private static final List<String> OF_EVERYTHING = List.of("segmind", "dashscope");

    @TempDir
    Path folder;

    private Path album;

    @BeforeEach
    void fill() throws IOException {
        album = Files.createDirectories(folder.resolve("album of a person"));
        Files.copy(Product.examples().resolve("anna.png"), album.resolve("Anna at the sea.png"));
    }

    private Premises premises(Marketplace market, List<String> providers) {
        return market.premises(providers).with("WAN_VIDEO_MEDIA_ROOTS", album.toString());
    }

    private Map<String, Object> film(String provider, String prompt, Map<String, Object> reference) {
        Map<String, Object> film = new LinkedHashMap<>();
        film.put("prompt", "@anna " + prompt);
        film.put("references", List.of(reference));
        film.put("duration", 5);
        film.put("provider", provider);
        return film;
    }

    private Map<String, Object> photo(String file) {
        return Map.of("name", "anna", "image", album.resolve(file).toString());
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private static Reply made(RawPipe server, Map<String, Object> film) {
        Reply created = server.call("create_reference_video", film);
        assertThat(created.isError()).as(created.text()).isFalse();
        Reply done = server.waitFor(created.taskId());
        assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
        return done;
    }

    @Test
    void aLocalPhotoBecomesAFilmAtEveryProviderThatTakesFilesAndIsSentOnce() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(premises(market, market.providers()))) {
            SandboxBooks books = market.sandbox().books();
            for (String provider : TAKERS) {
                Reply done = made(server, film(provider, "waves", photo("Anna at the sea.png")));

                assertThat(books.uploads(provider)).as(provider).singleElement().satisfies(upload -> {
                    assertThat(upload.sha256()).isEqualTo(sha256(album.resolve("Anna at the sea.png")));
                    assertThat(upload.type()).isEqualTo("image/png");
                    assertThat(books.entries(provider))
                            .singleElement()
                            .satisfies(entry -> assertThat(entry.body())
                                    .contains(upload.address())
                                    .doesNotContain("Anna at the sea"));
                });
                assertThat(done.facts().path("warnings").toString()).contains("references[0].image is uploaded to");
            }
            Map<String, Integer> calls = new TreeMap<>(calls(books));
            Files.copy(album.resolve("Anna at the sea.png"), album.resolve("The same.png"));
            for (String provider : TAKERS) {
                made(server, film(provider, "laughs", photo("The same.png")));
                assertThat(books.entries(provider)).hasSize(2);
            }
            assertThat(calls(books)).as("calls of uploads").isEqualTo(calls);
            assertThat(calls.values()).hasSize(6).containsOnly(1);
        }
    }

    /** What was asked of upload hosts and of signed stores, by call. */
    private static Map<String, Integer> calls(SandboxBooks books) {
        Map<String, Integer> calls = new TreeMap<>(books.calls());
        calls.keySet().removeIf(call -> !call.matches(".*(upload|store).*"));
        return calls;
    }

    @Test
    void clipsAndVoicesGoWhereTheyAreTaken() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(premises(market, market.providers()))) {
            fetch(market, "clip.mp4");
            fetch(market, "voice.wav");
            Map<String, Object> clip =
                    Map.of("name", "anna", "video", album.resolve("clip.mp4").toString());
            Map<String, Object> voiced = new LinkedHashMap<>(photo("Anna at the sea.png"));
            voiced.put("voice", album.resolve("voice.wav").toString());
            for (String provider : OF_EVERYTHING) {
                made(server, film(provider, "dances", clip));
                made(server, film(provider, "sings", voiced));
                assertThat(market.sandbox().books().uploads(provider))
                        .extracting(SandboxBooks.Upload::type)
                        .containsExactlyInAnyOrder("video/mp4", "image/png", "audio/wav");
            }

            Reply refused = server.call("create_reference_video", film("freepik", "dances", clip));
            assertThat(refused.isError()).isTrue();
            assertThat(refused.text())
                    .contains("references[0].video is " + album.resolve("clip.mp4"))
                    .contains("Freepik takes uploads of PNG, JPEG and WebP pictures only")
                    .contains("dashscope", "segmind");
            Reply chosen = made(server, film("auto", "dances on", clip));
            assertThat(chosen.facts().path("provider").asString()).isIn(OF_EVERYTHING);
            assertThat(market.sandbox().books().uploads("freepik")).isEmpty();
        }
    }

    private void fetch(Marketplace market, String name) throws IOException {
        try (InputStream in = URI.create(market.media(name)).toURL().openStream()) {
            Files.copy(in, album.resolve(name));
        }
    }

    @Test
    void aDryRunTellsOfUploadsAndMakesNone() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(premises(market, TAKERS))) {
            for (String provider : TAKERS) {
                Map<String, Object> film = film(provider, "waves", photo("Anna at the sea.png"));
                film.put("dry_run", true);

                Reply plan = server.call("create_reference_video", film);

                assertThat(plan.isError()).as(plan.text()).isFalse();
                assertThat(plan.text()).contains("Nothing was uploaded", "references[0].image is uploaded to");
                assertThat(plan.facts()
                                .path("plan")
                                .path("request")
                                .path("body")
                                .toString())
                        .contains("<address of references[0].image")
                        .doesNotContain("Anna at the sea");
            }
            assertThat(calls(market.sandbox().books())).isEmpty();
            assertThat(market.sandbox().books().entries()).isEmpty();
        }
    }

    @Test
    void aRefusedUploadFailsTheTaskWithNothingChargedOrGoesToTheNext() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5)) {
            Premises premises = premises(market, List.of("dashscope", "segmind"))
                    .with("WAN_VIDEO_DASHSCOPE_API_KEY", "wrong-key")
                    .with("DASHSCOPE_API_KEY", "wrong-key");
            try (RawPipe server = RawPipe.open(premises)) {
                Reply asked =
                        server.call("create_reference_video", film("dashscope", "waves", photo("Anna at the sea.png")));
                Reply failed = server.waitFor(asked.taskId());
                assertThat(failed.status()).isEqualTo("failed");
                assertThat(failed.facts().path("cost").path("charged").asString())
                        .isEqualTo("no");
                assertThat(failed.text()).contains("references[0].image was not taken", "Nothing was submitted");

                Reply auto = made(server, film("auto", "waves on", photo("Anna at the sea.png")));
                assertThat(auto.facts().path("provider").asString()).isEqualTo("segmind");
            }
            assertThat(market.sandbox().books().entries("dashscope")).isEmpty();
            assertThat(market.sandbox().books().uploads("dashscope")).isEmpty();
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleOfAnUploadLosesNothing() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                SlowFiles files = new SlowFiles()) {
            Premises premises = premises(market, List.of("evolink")).with("EVOLINK_UPLOAD_BASE_URL", files.address());
            String task;
            try (RawPipe server = RawPipe.open(premises)) {
                Reply created =
                        server.call("create_reference_video", film("evolink", "waves", photo("Anna at the sea.png")));
                task = created.taskId();
                files.begun();
                assertThat(server.call("get_task", Map.of("task_id", task, "wait_seconds", 0))
                                .status())
                        .isEqualTo("preparing");
                server.kill();
            }
            assertThat(market.sandbox().books().entries()).isEmpty();
            try (RawPipe server = RawPipe.open(premises)) {
                Reply done = server.waitFor(task);

                assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
            }
            assertThat(files.uploads()).isEqualTo(2);
            assertThat(market.sandbox().books().entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body()).contains(SlowFiles.FILE));
        }
    }
}
