package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class NoticesTest extends OnRemoteBench {
    private static final Duration FIRST_GAP = Duration.ofSeconds(30);

    @Test
    void anEndIsNewsUntilItIsTold() {
        Notices notices = notices(bench.database);
        String id = bench.running();
        assertThat(notices.take()).isEmpty();
        made(id);
        Notice notice = notices.take().orElseThrow();
        assertThat(notice.taskId()).isEqualTo(id);
        notices.told(notice);
        bench.clock.move(Duration.ofHours(2));
        assertThat(notices.take()).isEmpty();
    }

    @Test
    void whatWasNotToldIsTriedAgainUnderTheSameIdAndMoreRarely() {
        Notices notices = notices(bench.database);
        made(bench.running());
        Notice first = notices.take().orElseThrow();
        assertThat(notices.again(first)).hasValue(FIRST_GAP);
        assertThat(notices.take()).isEmpty();
        bench.clock.move(FIRST_GAP);
        Notice second = notices.take().orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.tries()).isEqualTo(2);
        assertThat(notices.again(second).orElseThrow()).isGreaterThan(FIRST_GAP);
        bench.clock.move(FIRST_GAP);
        assertThat(notices.take()).isEmpty();
    }

    @Test
    void isGivenUpAfterADay() {
        Notices notices = notices(bench.database);
        made(bench.running());
        bench.clock.move(Notices.NEWS_FOR.minusMinutes(1));
        Notice last = notices.take().orElseThrow();
        assertThat(notices.again(last)).hasValue(FIRST_GAP);
        bench.clock.move(FIRST_GAP);
        Notice veryLast = notices.take().orElseThrow();
        assertThat(notices.again(veryLast)).isEmpty();
        bench.clock.move(Duration.ofHours(1));
        assertThat(notices.take()).isEmpty();
    }

    @Test
    void aKillBetweenTheEndAndTheNoticeLosesNothing() throws IOException {
        made(bench.running());
        bench.database.close();
        try (Database reopened = Database.open(bench.settings.home(), () -> {})) {
            Notice taken = notices(reopened).take().orElseThrow();
            assertThat(taken.tries()).isEqualTo(1);
        }
        bench.clock.move(FIRST_GAP);
        try (Database reopened = Database.open(bench.settings.home(), () -> {})) {
            assertThat(notices(reopened).take().orElseThrow().tries())
                    .as("the one who had taken it is gone as well")
                    .isEqualTo(2);
        }
    }

    @Test
    void ofTwoServersOneTellsIt() throws IOException {
        made(bench.running());
        try (Database other = Database.open(bench.settings.home(), () -> {})) {
            List<Optional<Notice>> taken =
                    List.of(notices(bench.database).take(), notices(other).take());
            assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1);
        }
    }

    @Test
    void eachEndIsNewsOfItsOwn() {
        Notices notices = notices(bench.database);
        String id = bench.running();
        bench.gateway.shows(
                new PollOutcome.Failed(Category.UNAVAILABLE, "it broke", Charged.UNKNOWN, ProviderReport.NONE));
        bench.step(id);
        Notice failed = notices.take().orElseThrow();
        JsonNode told = read(failed);
        assertThat(told.path("type").asString()).isEqualTo("task.failed");
        assertThat(told.at("/data/error/category").asString()).isEqualTo("unavailable");
        assertThat(told.at("/data/cost/charged").asString()).isEqualTo("unknown");
        notices.told(failed);
        bench.settlement.bind(id, "a-2");
        assertThat(notices.take()).isEmpty();
        made(id);
        Notice succeeded = notices.take().orElseThrow();
        assertThat(succeeded.id()).isNotEqualTo(failed.id());
        assertThat(read(succeeded).path("type").asString()).isEqualTo("task.succeeded");
    }

    @Test
    void tellsWhatAProgramNeedsAndNothingThatIsNotItsBusiness() {
        String id = bench.running();
        made(id);
        Notice notice = notices(bench.database).take().orElseThrow();
        JsonNode told = read(notice);
        assertThat(told.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(told.path("timestamp").asString())
                .isEqualTo(bench.clock.instant().toString());
        assertThat(told.path("data").propertyNames())
                .containsExactly("task_id", "status", "provider", "provider_task_id", "created_at", "cost", "video");
        assertThat(told.at("/data/task_id").asString()).isEqualTo(id);
        assertThat(told.at("/data/cost/charged_usd").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(told.at("/data/video/sha256").asString()).hasSize(64);
        assertThat(notice.json())
                .doesNotContain("Anna", bench.settings.outputDir().toString(), "https://");
    }

    @Test
    void aPreviewIsNewsAsWell(@TempDir Path folder) throws InterruptedException {
        try (TaskHouse house = TaskHouse.open(Samples.settings(folder), List.of(Samples.ACCOUNT), new PlainFilms())) {
            String id =
                    Samples.created(house.create(Samples.film("Anna waves"))).id();
            house.await(id, Samples.PATIENCE, seen -> {});
            assertThat(house.notices().take().orElseThrow().taskId()).isEqualTo(id);
        }
    }

    private void made(String id) {
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
    }

    private Notices notices(Database database) {
        return new Notices(database, bench.books.table(), bench.clock);
    }

    private static JsonNode read(Notice notice) {
        return new JsonMapper().readTree(notice.json());
    }
}
