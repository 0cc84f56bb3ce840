package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static dev.wanvideo.mcp.ToolName.GET_TASK;
import static dev.wanvideo.mcp.ToolName.LIST_PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code list_providers}, and how paid providers show in the other tools. */
final class ListProvidersTest {
    private static final String KEY = "sk-very-secret";

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();

    @Test
    void tellsOfEveryProviderWhatACallerNeedsToChoose() {
        Answer answer = bench(ProviderSettings.NONE).call(LIST_PROVIDERS, "{}");
        JsonNode dear = Bench.facts(answer).get("providers").get(0);
        assertThat(dear.propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "configured",
                        "missing",
                        "limits",
                        "price_usd_per_second",
                        "features",
                        "typical_seconds");
        assertThat(dear.get("missing").asString()).isEqualTo("DEAR_API_KEY");
        assertThat(dear.at("/price_usd_per_second/720p").asDouble()).isEqualTo(0.10);
        assertThat(dear.at("/price_usd_per_second/1080p").asDouble()).isEqualTo(0.15);
        assertThat(dear.at("/limits/duration").asString())
                .isEqualTo("2-15 whole seconds, 2-10 whole seconds when a reference is a video");
        assertThat(answer.text()).contains("dear (Dear Films): set DEAR_API_KEY, 0.1 USD/s at 720p", "about 180 s");
    }

    /** {@code mvn test -Dtest=ListProvidersTest -Dwanvideo.rewrite=true} writes the file anew. */
    @Test
    void theAnswerOfAFreshHomeIsPreparedToTheByte() throws IOException {
        Answer answer =
                Bench.in(folder, tasks, Catalogue.load(), ProviderSettings.NONE).call(LIST_PROVIDERS, "{}");
        String generated = Bench.JSON.writeValueAsString(answer.plainFacts());
        Path golden = Path.of("src/main/prepared/list_providers.json");
        if (Boolean.getBoolean("wanvideo.rewrite")) {
            Files.writeString(golden, generated);
        }
        assertThat(Files.readString(golden)).isEqualTo(generated);
        assertThat(FirstResults.of("list_providers")).isEqualTo(generated);
    }

    @Test
    void thePreviewNeedsNothingAndIsFree() {
        Answer answer = bench(ProviderSettings.NONE).call(LIST_PROVIDERS, "{\"provider\":\" PREVIEW \"}");
        JsonNode shown = Bench.facts(answer).get("providers");
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).get("configured").asBoolean()).isTrue();
        assertThat(shown.get(0).has("missing")).isFalse();
        assertThat(answer.text()).contains("preview", "ready, free");
    }

    @Test
    void aKeyMakesAProviderConfiguredAndIsNeverShown() {
        Answer answer = bench(keyed()).call(LIST_PROVIDERS, "{\"provider\":\"dear\"}");
        assertThat(Bench.facts(answer).at("/providers/0/configured").asBoolean())
                .isTrue();
        assertThat(answer.toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"provider\":\"nobody\"}", "{\"provider\":5}", "{\"providers\":\"dear\"}"})
    void refusesWhatItDoesNotKnow(String arguments) {
        Answer answer = bench(ProviderSettings.NONE).call(LIST_PROVIDERS, arguments);
        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).contains("Nothing was submitted or charged.");
    }

    @Test
    void aPaidFilmIsQuotedAndTheCapHolds() {
        Bench bench = bench(keyed());
        Answer quoted = bench.call(CREATE_REFERENCE_VIDEO, bench.film("'dry_run':true,'duration':10"));
        assertThat(Bench.facts(quoted).at("/cost/quoted_usd_high").asDouble()).isEqualTo(1.0);
        assertThat(quoted.text()).contains("dear, 1.00 USD", "POST https://api.dear.example/films");
        Answer refused = bench.call(CREATE_REFERENCE_VIDEO, bench.film("'duration':10,'max_cost_usd':'0.99'"));
        assertThat(Bench.facts(refused).at("/error/category").asString()).isEqualTo("over_budget");
        assertThat(refused.text()).contains("Nothing was submitted or charged.");
        assertThat(Bench.facts(refused)
                        .at("/plan/considered")
                        .valueStream()
                        .map(c -> c.get("provider").asString()))
                .contains("dear");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void aProviderWithoutItsKeyNamesTheSettingThatIsMissing() {
        Bench bench = bench(ProviderSettings.NONE);
        Answer answer = bench.call(CREATE_REFERENCE_VIDEO, bench.film("'provider':'dear'"));
        assertThat(Bench.facts(answer).at("/error/category").asString()).isEqualTo("unauthorized");
        assertThat(answer.text()).contains("DEAR_API_KEY");
    }

    @Test
    void aPreviewNamesTheKeysThatWouldMakeItReal() {
        Bench bench = bench(ProviderSettings.NONE);
        bench.call(CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\"}").text()).contains("dear: DEAR_API_KEY");
    }

    @Test
    void aPaidFilmIsNotCalledAPreview() {
        Bench bench = bench(keyed());
        bench.call(CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\"}").text()).doesNotContainIgnoringCase("preview draws");
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\"}").text()).doesNotContain("PREVIEW");
    }

    private Bench bench(ProviderSettings settings) {
        List<Provider> providers = new ArrayList<>(Catalogue.load().all());
        providers.removeIf(provider -> provider.descriptor().keyVariable().isPresent());
        providers.add(new DearProvider());
        return Bench.in(folder, tasks, new Catalogue(providers), settings);
    }

    private static ProviderSettings keyed() {
        return new ProviderSettings(Map.of("dear", KEY), Optional.empty(), List.of(), Optional.empty(), Map.of());
    }
}
