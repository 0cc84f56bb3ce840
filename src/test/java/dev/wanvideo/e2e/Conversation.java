package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One client and its server from the first word to the last, and what each case of the matrix asks of them. */
final class Conversation implements AutoCloseable {
    private final MatrixClient row;
    private final TappedServer server;
    private final TestClient client;
    private final List<Double> progress = new ArrayList<>();
    private @Nullable NotOffered deaf;

    private Conversation(MatrixClient row, TappedServer server) {
        this.row = row;
        this.server = server;
        this.client = row.connect(server);
    }

    static Conversation open(MatrixClient row, Premises premises) {
        return new Conversation(row, new TappedServer(premises));
    }

    String lists() {
        FilmChecks.assertFiveTools(client.list().stream());
        return "";
    }

    String makesAFilm() {
        Reply created = client.call("create_reference_video", TwoCharacters.film(2));
        assertThat(created.isError()).as(created.text()).isFalse();
        FilmChecks.assertFilm(waitFor(created.taskId()), server.premises());
        return "";
    }

    /** Reads what was told while {@link #makesAFilm()} waited. */
    String hearsProgress() {
        if (deaf != null) {
            throw deaf;
        }
        assertThat(progress).isNotEmpty();
        return progress.size() + " steps";
    }

    String readsAnError() {
        Reply reply = client.call("create_reference_video", TwoCharacters.with("duration", 16));
        assertThat(reply.isError()).isTrue();
        JsonNode error = reply.facts().path("error");
        assertThat(error.path("message").asString("")).contains("Nothing was submitted or charged.");
        assertThat(error.path("violations").path(0).path("field").asString("")).isEqualTo("duration");
        assertThat(error.path("violations").path(0).path("limit").asString("")).startsWith("2-15");
        assertThat(reply.facts().path("next_step").asString("")).isNotBlank();
        return "";
    }

    String cancelsAFilm() {
        try (RawPipe other = RawPipe.open(server.premises())) {
            String task = longFilm(other);
            client.call("cancel_task", Map.of("task_id", task));
            assertCancelled(task);
        }
        return "";
    }

    /** That the server did not answer the call after all is seen when everything is over. */
    String cancelsACall() {
        try (RawPipe other = RawPipe.open(server.premises())) {
            String task = longFilm(other);
            client.giveUp("get_task", Map.of("task_id", task, "wait_seconds", 45));
            server.awaitSaid("notifications/cancelled");
            client.call("cancel_task", Map.of("task_id", task));
            assertCancelled(task);
        }
        return "";
    }

    /** Closes the client, and reads in the pipes of each server what no client tells. */
    String speaksItsEra() {
        client.close();
        List<TappedSession> sessions = server.awaitEnds();
        assertThat(sessions).isNotEmpty().allSatisfy(this::assertClean);
        assertThat(sessions.stream().flatMap(session -> session.revisions().stream()))
                .containsOnly(row.revision());
        return row.revision();
    }

    @Override
    public void close() {
        client.close();
    }

    /** A client may hand on progress out of order, from several threads; the server may not tell it so. */
    private void assertClean(TappedSession session) {
        Premises premises = server.premises();
        assertThat(session.exit()).as("exit code").isZero();
        assertThat(session.answeredThoughCancelled()).isEmpty();
        assertThat(session.faults(new LeakScan(premises.given(), premises.films())))
                .isEmpty();
        assertThat(session.progress().values())
                .allSatisfy(told -> assertThat(told).isSorted());
    }

    /** Ordered elsewhere, since some clients follow the films that they order to the end. */
    private static String longFilm(RawPipe other) {
        Reply created = other.call("create_reference_video", TwoCharacters.film(15));
        assertThat(created.isError()).as(created.text()).isFalse();
        return created.taskId();
    }

    private void assertCancelled(String task) {
        Reply finished = waitFor(task);
        assertThat(finished.status()).as(finished.text()).isEqualTo("cancelled");
        assertThat(finished.facts().path("cost").path("charged").asString("")).isEqualTo("no");
    }

    /** Waits as a model would, by get_task, until the task is final; listens if the client lets it. */
    private Reply waitFor(String task) {
        Reply seen;
        do {
            seen = wait(Map.of("task_id", task, "wait_seconds", 45));
        } while (!seen.isFinal());
        return seen;
    }

    private Reply wait(Map<String, ?> arguments) {
        try {
            TestClient.Heard heard = client.callWithProgress("get_task", arguments);
            progress.addAll(heard.progress());
            return heard.reply();
        } catch (NotOffered e) {
            deaf = e;
            return client.call("get_task", arguments);
        }
    }
}
