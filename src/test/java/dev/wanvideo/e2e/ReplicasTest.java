package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.kill.Patience;
import dev.wanvideo.postgres.OwnPostgres;
import dev.wanvideo.replica.Caller;
import dev.wanvideo.replica.Replica;
import dev.wanvideo.replica.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two packaged servers over HTTP on one PostgreSQL. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ReplicasTest {
    private static final double JOB_SECONDS = 5;
    private static final List<String> PROVIDERS = List.of("dashscope", "highway", "segmind");

    private final Caller caller = new Caller();

    @TempDir
    Path folder;

    @Test
    void aFilmOutlivesTheReplicaThatOrderedItAndACrashOfTheDatabase()
            throws IOException, InterruptedException, ExecutionException {
        try (OwnPostgres database = OwnPostgres.start(folder.resolve("postgres"), false);
                Marketplace market = Marketplace.open(folder, JOB_SECONDS);
                Replica first = Replica.begin(site(market, database), "first");
                Replica second = Replica.begin(site(market, database), "second")) {
            first.awaitListening();
            second.awaitListening();
            List<String> tasks = new ArrayList<>();
            for (String provider : PROVIDERS) {
                tasks.add(ordered(first, market.film("waves at " + provider, provider)));
            }
            List<CompletableFuture<JsonNode>> waits =
                    tasks.stream().map(task -> finished(second, task)).toList();
            for (String task : tasks) {
                Patience.until(
                        "the submission of " + task, () -> look(second, task).has("provider_task_id"));
            }
            first.kill();
            database.crash();
            for (CompletableFuture<JsonNode> wait : waits) {
                JsonNode film = wait.get();
                assertThat(film.path("status").asString()).as(film.toString()).isEqualTo("succeeded");
            }
            for (String provider : PROVIDERS) {
                assertThat(market.ordered("waves at " + provider)).hasSize(1);
            }
            assertThat(second.endedByItself()).isFalse();
        }
    }

    private Site site(Marketplace market, OwnPostgres database) {
        Map<String, String> settings = new HashMap<>(market.premises().settings());
        settings.put("WAN_VIDEO_DATABASE_URL", database.url());
        return new Site(Product.command(), folder, settings);
    }

    private String ordered(Replica replica, Map<String, Object> film) throws IOException, InterruptedException {
        JsonNode facts = caller.call(replica.address(), "create_reference_video", film);
        assertThat(facts.path("task_id").asString("")).as(facts.toString()).isNotEmpty();
        return facts.path("task_id").asString();
    }

    /** Asks until the film has ended; a call that only waits must not notice what the others do to its server. */
    private CompletableFuture<JsonNode> finished(Replica replica, String task) {
        return CompletableFuture.supplyAsync(() -> {
            JsonNode facts = asked(replica, task, 45);
            while (facts.path("status").asString("").matches("queued|submitting|running|downloading")) {
                facts = asked(replica, task, 45);
            }
            return facts;
        });
    }

    private JsonNode look(Replica replica, String task) {
        return asked(replica, task, 0);
    }

    private JsonNode asked(Replica replica, String task, int seconds) {
        try {
            return caller.call(replica.address(), "get_task", Map.of("task_id", task, "wait_seconds", seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
