package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.sandbox.Fault;
import dev.wanvideo.sandbox.FaultOrder;
import dev.wanvideo.sandbox.SandboxBooks;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One request at every paid provider, through the packaged server and the sandbox's strict wires. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class PaidProvidersTest {
    @TempDir
    Path folder;

    @Test
    void everyProviderTakesARichRequestAndItsFilmArrives() throws IOException {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises())) {
            Map<String, String> tasks = new LinkedHashMap<>();
            for (String provider : market.providers()) {
                Reply created = server.call("create_reference_video", rich(market, provider));
                assertThat(created.isError())
                        .as(provider + ": " + created.text())
                        .isFalse();
                tasks.put(provider, created.taskId());
            }
            for (Map.Entry<String, String> task : tasks.entrySet()) {
                arrived(market, task.getKey(), server.waitFor(task.getValue()));
            }
        }
    }

    private static void arrived(Marketplace market, String provider, Reply done) throws IOException {
        assertThat(done.status()).as(provider + ": " + done.text()).isEqualTo("succeeded");
        JsonNode video = done.facts().path("video");
        assertThat(Files.size(Path.of(video.path("path").asString())))
                .isEqualTo(video.path("bytes").asLong());
        assertThat(video.path("url").asString())
                .startsWith(market.sandbox().address().toString());
        assertThat(done.facts().path("cost").path("charged").asString()).isEqualTo("yes");
        assertThat(done.facts().path("seed").asLong()).isEqualTo(12345);
        assertThat(market.sandbox().books().entries(provider))
                .singleElement()
                .extracting(SandboxBooks.Entry::prompt)
                .asString()
                .doesNotContain("@");
    }

    /** Two voiced and named pictures, a clip, a start image, upright and in full size, as far as the provider has these. */
    private static Map<String, Object> rich(Marketplace market, String provider) {
        List<Constraint> limits =
                Catalogue.load().find(provider).orElseThrow().descriptor().constraints();
        int voices = voices(limits);
        List<Map<String, Object>> references = new ArrayList<>();
        references.add(picture(market, "anna", "anna.png", voices > 0));
        references.add(picture(market, "ben", "robot.png", voices > 1));
        references.add(Map.of("name", "dance", "video", market.media("clip.mp4")));
        Map<String, Object> film = new LinkedHashMap<>();
        film.put("prompt", "@anna meets @ben, and both move as in @dance.");
        film.put("references", references);
        film.put("negative_prompt", "blurry");
        film.put("resolution", "1080p");
        film.put("duration", 5);
        film.put("seed", 12345);
        film.put("provider", provider);
        if (limits.stream()
                .noneMatch(limit -> limit instanceof Constraint.Absent && limit.field() == Field.START_IMAGE)) {
            film.put("start_image", market.media("anna.png"));
        }
        if (limits.stream()
                .noneMatch(limit ->
                        limit.field() == Field.ASPECT_RATIO && !limit.limit().contains("9:16"))) {
            film.put("aspect_ratio", "9:16");
        }
        return film;
    }

    private static int voices(List<Constraint> limits) {
        return limits.stream()
                .filter(CastConstraint.VoiceCount.class::isInstance)
                .mapToInt(limit -> ((CastConstraint.VoiceCount) limit).max())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static Map<String, Object> picture(Marketplace market, String name, String file, boolean voiced) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("name", name);
        reference.put("image", market.media(file));
        if (voiced) {
            reference.put("voice", market.media("voice.wav"));
        }
        return reference;
    }

    @Test
    void aDryRunShowsTheExactBodyAndSendsNothing() throws IOException {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises())) {
            for (String provider : market.providers()) {
                Map<String, Object> film = rich(market, provider);
                film.put("dry_run", true);
                Reply plan = server.call("create_reference_video", film);
                JsonNode request = plan.facts().path("plan").path("request");
                assertThat(request.path("url").asString())
                        .as(provider + ": " + plan.text())
                        .startsWith(market.sandbox().address(provider).toString());
                assertThat(request.path("body").toString()).contains("12345");
            }
            assertThat(market.sandbox().books().entries()).isEmpty();
        }
    }

    @Test
    void takesTheCheapestAndGoesOnToTheNextWhenItHasNoCredit() throws IOException {
        List<String> three = List.of("segmind", "dashscope", "freepik");
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises(three))) {
            market.sandbox().faults().set(FaultOrder.always("dashscope", Fault.NO_CREDIT));
            Reply created = server.call("create_reference_video", market.film("waves"));
            assertThat(created.facts().path("provider").asString()).isEqualTo("dashscope");

            Reply done = server.waitFor(created.taskId());

            assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
            assertThat(done.facts().path("provider").asString()).isEqualTo("segmind");
            assertThat(done.text()).contains("dashscope");
            assertThat(market.sandbox().books().entries("dashscope")).isEmpty();
            assertThat(market.sandbox().books().entries("segmind")).hasSize(1);
            assertThat(market.sandbox().books().entries("freepik")).isEmpty();
        }
    }

    @Test
    void noCapLetsAnUnknownPriceOrADearOnePass() throws IOException {
        List<String> two = List.of("freepik", "segmind");
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises(two).with("WAN_VIDEO_DAILY_BUDGET_USD", "1.00"))) {
            Map<String, Object> capped = market.film("waves", "freepik");
            capped.put("max_cost_usd", 100);
            assertThat(server.call("create_reference_video", capped).text()).contains("over_budget");

            Reply first = server.call("create_reference_video", market.film("waves twice", "segmind"));
            assertThat(server.waitFor(first.taskId()).status()).isEqualTo("succeeded");
            Reply second = server.call("create_reference_video", market.film("waves thrice", "segmind"));
            assertThat(second.text()).contains("over_budget").contains("WAN_VIDEO_DAILY_BUDGET_USD");
            assertThat(market.sandbox().books().entries()).hasSize(1);
        }
    }
}
