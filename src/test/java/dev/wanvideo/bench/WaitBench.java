package dev.wanvideo.bench;

import dev.wanvideo.postgres.OwnPostgres;
import dev.wanvideo.replica.Caller;
import dev.wanvideo.replica.Replica;
import dev.wanvideo.replica.Site;
import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * How soon a call that waits at one replica is answered when another one has finished the film, after its end was
 * committed. The replica that is asked has no key of any provider, so that all films are the other's. After {@code mvn
 * package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.bench.WaitBench FILMS</pre>
 */
public final class WaitBench {
    private static final int FILMS = 250;
    /** The first answers of a server take longer, since it loads what they are made with. */
    private static final int COLD = 10;

    private static final double JOB_SECONDS = 3;
    private static final long GAP_MILLIS = 1_000;
    private static final int WAITERS = 64;
    private static final double GOAL_MILLIS = 250;
    private static final String ENDED = "SELECT id, pg_xact_commit_timestamp(xmin) FROM video_task"
            + " WHERE state = 'succeeded' ORDER BY created_at";

    private final Caller caller = new Caller();
    private final Replica asked;
    private final Replica working;
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    private WaitBench(Replica asked, Replica working) {
        this.asked = asked;
        this.working = working;
    }

    public static void main(String[] arguments) throws Exception {
        int films = arguments.length == 0 ? FILMS : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("wait");
        SandboxSettings settings = SandboxSettings.in(folder.resolve("sandbox")).at(Pace.ofSeconds(JOB_SECONDS));
        boolean held;
        try (OwnPostgres database = OwnPostgres.start(folder.resolve("postgres"), true);
                Sandbox sandbox = Sandbox.start(settings);
                Replica asked = Replica.start(site(folder, database, Map.of()), "asked");
                Replica working = Replica.start(site(folder, database, keys(sandbox)), "working")) {
            WaitBench bench = new WaitBench(asked, working);
            bench.run(films, sandbox.address() + "/media/anna.png");
            held = bench.report(films, database.url());
        }
        System.exit(held ? 0 : 1);
    }

    private static Site site(Path folder, OwnPostgres database, Map<String, String> more) throws URISyntaxException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("WAN_VIDEO_DATABASE_URL", database.url());
        settings.put("WAN_VIDEO_ALLOW_HOSTS", "127.0.0.1");
        settings.put("WAN_VIDEO_POLL_SECONDS", "1");
        return Site.packaged(folder, settings);
    }

    private static Map<String, String> keys(Sandbox sandbox) {
        return sandbox.environment().getOrDefault("dashscope", Map.of());
    }

    private void run(int films, String picture) throws IOException, InterruptedException, ExecutionException {
        ExecutorService waiters = Executors.newFixedThreadPool(WAITERS);
        try {
            List<Future<?>> waits = new ArrayList<>();
            for (int i = 0; i < films; i++) {
                String task = ordered("waves at film-" + i, picture);
                waits.add(waiters.submit(() -> awaited(task)));
                TimeUnit.MILLISECONDS.sleep(GAP_MILLIS);
            }
            for (Future<?> wait : waits) {
                wait.get();
            }
        } finally {
            waiters.shutdownNow();
        }
    }

    private String ordered(String words, String picture) throws IOException, InterruptedException {
        Map<String, ?> film = Map.of(
                "prompt",
                "@anna " + words,
                "references",
                List.of(Map.of("name", "anna", "image", picture)),
                "provider",
                "dashscope");
        JsonNode facts = caller.call(working.address(), "create_reference_video", film);
        if (!facts.has("task_id")) {
            throw new IOException("no film was ordered: " + facts);
        }
        return facts.path("task_id").asString();
    }

    private Instant awaited(String task) throws IOException, InterruptedException {
        JsonNode facts;
        do {
            facts = caller.call(asked.address(), "get_task", Map.of("task_id", task, "wait_seconds", 45));
        } while (!facts.path("status").asString("").matches("succeeded|failed|submission_unknown"));
        Instant now = Instant.now();
        answered.put(task, now);
        return now;
    }

    private boolean report(int films, String url) throws SQLException {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ENDED)) {
            while (rows.next()) {
                Instant committed = rows.getTimestamp(2).toInstant();
                double late =
                        (micros(answered.getOrDefault(rows.getString(1), committed)) - micros(committed)) / 1000.0;
                millis.add(late);
                if (late > GOAL_MILLIS) {
                    System.out.printf(Locale.ROOT, "%.0f ms for what was committed at %s%n", late, committed);
                }
            }
        }
        int cold = Math.min(COLD, millis.size());
        tell("the first " + cold, Series.of(millis.subList(0, cold)));
        Series warm = Series.of(millis.subList(cold, millis.size()));
        tell("the " + (millis.size() - cold) + " others", warm);
        return millis.size() == films && warm.quantile(0.99) <= GOAL_MILLIS;
    }

    private static void tell(String which, Series series) {
        System.out.printf(
                Locale.ROOT,
                "%s: from commit at one replica to the answer of the other p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max"
                        + " %.0f ms%n",
                which,
                series.median(),
                series.quantile(0.9),
                series.quantile(0.99),
                series.quantile(1));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }
}
