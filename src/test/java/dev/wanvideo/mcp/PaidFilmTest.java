package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static dev.wanvideo.mcp.ToolName.GET_TASK;
import static dev.wanvideo.mcp.ToolName.LIST_PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.RemoteLink;
import dev.wanvideo.task.TaskError;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.video.Category;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a model reads of a film that somebody else makes for money. */
final class PaidFilmTest {
    private static final String FIRST = "{\"task_id\":\"task-1\",\"wait_seconds\":0}";
    private static final ProviderSettings KEYED = new ProviderSettings(
            Map.of("dear", "sk-very-secret"), Optional.empty(), List.of(), Optional.empty(), Map.of());
    private static final RemoteLink LINK =
            new RemoteLink(URI.create("https://cdn.example/f.mp4"), Optional.of(Instant.parse("2026-11-21T10:00:00Z")));

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();

    private Bench bench() {
        return Bench.in(folder, tasks, new Catalogue(List.of(new DearProvider())), KEYED);
    }

    private Bench withLeft(String usd) {
        return Bench.with(new BigDecimal(usd), folder, tasks, new Catalogue(List.of(new DearProvider())), KEYED);
    }

    @Test
    void whatIsLeftOfTheDailyBudgetIsHeldToBeforeATaskIsMade() {
        Bench bench = withLeft("0.49");

        Answer refused = bench.call(CREATE_REFERENCE_VIDEO, bench.film(""));

        assertThat(Bench.facts(refused).at("/error/category").asString()).isEqualTo("over_budget");
        assertThat(refused.text()).contains("what is left of WAN_VIDEO_DAILY_BUDGET_USD is $0.49");
        assertThat(tasks.wanted).isEmpty();
        assertThat(withLeft("0.50").call(CREATE_REFERENCE_VIDEO, bench.film("")).error())
                .isFalse();
    }

    @Test
    void aFinishedFilmIsToldWithTheAddressItCameFrom() {
        Bench bench = bench();
        bench.call(CREATE_REFERENCE_VIDEO, bench.film(""));
        Outcome outcome = new Outcome(Optional.empty(), Optional.empty(), Optional.of(LINK));
        tasks.become("task-1", TaskStatus.DOWNLOADING, 100, outcome);

        Answer answer = bench.call(GET_TASK, FIRST);

        JsonNode video = Bench.facts(answer).path("video");
        assertThat(video.path("url").asString()).isEqualTo("https://cdn.example/f.mp4");
        assertThat(video.path("expires_at").asString()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(answer.text()).contains("At the provider: https://cdn.example/f.mp4 (until 2026-11-21T10:00:00Z)");
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_REFUSED, would be refused again", "INSUFFICIENT_FUNDS, top up the account"})
    void aFailureSaysWhatToDoNowAndNeverToPayTwiceUnasked(Category category, String words) {
        Bench bench = bench();
        bench.call(CREATE_REFERENCE_VIDEO, bench.film(""));
        TaskError error = new TaskError(category, "It failed.");
        tasks.become("task-1", TaskStatus.FAILED, 50, new Outcome(Optional.empty(), Optional.of(error)));

        assertThat(bench.call(GET_TASK, FIRST).text()).contains(words);
    }

    @Test
    void measuredTimesTakeThePlaceOfThoseOfTheBook() {
        assertThat(typicalSeconds()).isEqualTo(180);
        tasks.usual.put("dear", Duration.ofSeconds(77));
        assertThat(typicalSeconds()).isEqualTo(77);
    }

    private int typicalSeconds() {
        return Bench.facts(bench().call(LIST_PROVIDERS, "{}"))
                .at("/providers/0/typical_seconds")
                .asInt();
    }
}
