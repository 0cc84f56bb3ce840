package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.video.Category;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Subscriptions of clients that began with {@code initialize}. */
final class TaskSubscriptionsTest {
    private static final String FIRST = "'uri':'wan-video://tasks/task-1'";

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private Bench bench = Bench.in(Path.of("."), tasks);
    private Desk desk = Desk.at(bench, "{}");
    private final Session session = new Session();

    @BeforeEach
    void makeOneTask() {
        bench = Bench.in(folder, tasks);
        desk = Desk.at(bench, "{}");
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
    }

    @Test
    void tellsOfEachChangeUntilTheTaskIsFinished() throws Exception {
        assertThat(subscribe(FIRST)).isEmpty();
        tasks.runs("task-1", 40);
        JsonNode told = desk.next();
        assertThat(told.path("method").asString()).isEqualTo("notifications/resources/updated");
        assertThat(told.path("params").toString()).isEqualTo("{\"uri\":\"wan-video://tasks/task-1\"}");
        tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        desk.next();
        assertThat(tasks.watchesClosed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsNothingMoreAfterUnsubscribing() throws Exception {
        subscribe(FIRST);
        assertThat(desk.ask(session, "resources/unsubscribe", FIRST)).isEmpty();
        assertThat(tasks.watchesClosed.await(30, TimeUnit.SECONDS)).isTrue();
        tasks.runs("task-1", 40);
        assertThat(desk.told).isEmpty();
        assertThat(desk.ask(session, "resources/unsubscribe", FIRST)).isEmpty();
    }

    /** Who is told looks, and finds the trouble; who is not waits for ever. */
    @Test
    void tellsOnceMoreWhenItBreaksOff() throws Exception {
        subscribe(FIRST);
        tasks.breakWatches();
        assertThat(desk.next().path("method").asString()).isEqualTo("notifications/resources/updated");
    }

    @Test
    void endsWithTheSession() throws Exception {
        subscribe(FIRST);
        session.ends();
        assertThat(tasks.watchesClosed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void subscribingTwiceIsTheSameAsOnce() throws Exception {
        subscribe(FIRST);
        subscribe(FIRST);
        tasks.runs("task-1", 40);
        desk.next();
        tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        desk.next();
        assertThat(desk.told).isEmpty();
    }

    @Test
    void aFinishedTaskIsToldOfAtOnce() throws Exception {
        tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        subscribe(FIRST);
        assertThat(desk.next().path("method").asString()).isEqualTo("notifications/resources/updated");
    }

    @Test
    void takesSoManySubscriptionsAndNoMore() throws Exception {
        for (int i = 1; i <= TaskSubscriptions.MOST + 1; i++) {
            bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film("'seed':" + i));
        }
        for (int i = 1; i <= TaskSubscriptions.MOST; i++) {
            subscribe("'uri':'wan-video://tasks/task-" + i + "'");
        }
        ProtocolError error = catchThrowableOfType(
                ProtocolError.class,
                () -> subscribe("'uri':'wan-video://tasks/task-" + (TaskSubscriptions.MOST + 1) + "'"));
        assertThat(error).hasMessageContaining("at most " + TaskSubscriptions.MOST);
        session.ends();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'uri':'wan-video://tasks/nobody', -32002",
                "'uri':'wan-video://guide', -32002",
                "'uri':'file:///etc', -32002",
                "'uri':7, -32602",
                "'x':1, -32602",
            })
    void refusesWhatDoesNotChange(String params, int code) {
        ProtocolError error = catchThrowableOfType(ProtocolError.class, () -> subscribe(params));
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void isNoMethodOfTheOtherEra() {
        assertThat(desk.refusal("resources/subscribe", FIRST).code()).isEqualTo(-32601);
    }

    private JsonNode subscribe(String params) throws ProtocolError, InterruptedException {
        return desk.ask(session, "resources/subscribe", params);
    }

    /** A session that hears at the desk and ends when the test says so. */
    private final class Session implements ClientSession {
        private final List<Runnable> atEnd = new ArrayList<>();

        @Override
        public void tell(String method, Map<String, Object> params) {
            desk.hear(method, params);
        }

        @Override
        public void onEnd(Runnable action) {
            atEnd.add(action);
        }

        void ends() {
            atEnd.forEach(Runnable::run);
        }
    }
}
