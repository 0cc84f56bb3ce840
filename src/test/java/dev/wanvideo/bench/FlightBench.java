package dev.wanvideo.bench;

import dev.wanvideo.postgres.OwnPostgres;
import dev.wanvideo.replica.Caller;
import dev.wanvideo.replica.Replica;
import dev.wanvideo.replica.Site;
import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Thousands of films in flight at two replicas on one PostgreSQL, all ordered over HTTP: how many looks at providers a
 * second of processor time is enough for, how late they are, and what memory it takes. After {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.bench.FlightBench TASKS SECONDS TIMES</pre>
 *
 * <p>SECONDS are watched once all are in flight; no job ends meanwhile. TIMES is by how much the providers' limits on
 * calls are raised, at which ten thousand films would be ordered in ten minutes and looked at rarely.
 */
public final class FlightBench {
    private static final int TASKS = 10_000;
    private static final int SECONDS = 120;
    private static final int TIMES = 40;
    private static final int CLIENTS = 8;
    private static final double LONGER_THAN_THE_RUN = 7_200;
    private static final List<String> PROVIDERS =
            List.of("dashscope", "dashscope", "highway", "segmind", "aimlapi", "freepik", "evolink");

    private final OwnPostgres database;
    private final Sandbox sandbox;
    private final List<Replica> replicas;
    private final Caller caller = new Caller();

    private FlightBench(OwnPostgres database, Sandbox sandbox, List<Replica> replicas) {
        this.database = database;
        this.sandbox = sandbox;
        this.replicas = replicas;
    }

    public static void main(String[] arguments) throws Exception {
        int tasks = argument(arguments, 0, TASKS);
        int seconds = argument(arguments, 1, SECONDS);
        int times = argument(arguments, 2, TIMES);
        Path folder = Files.createTempDirectory("flight");
        SandboxSettings settings =
                SandboxSettings.in(folder.resolve("sandbox")).at(Pace.ofSeconds(LONGER_THAN_THE_RUN));
        boolean whole;
        try (OwnPostgres database = OwnPostgres.start(folder.resolve("postgres"), true);
                Sandbox sandbox = Sandbox.start(settings);
                Replica first = Replica.start(site(folder, database, sandbox, times), "first");
                Replica second = Replica.start(site(folder, database, sandbox, times), "second")) {
            whole = new FlightBench(database, sandbox, List.of(first, second)).run(tasks, seconds);
        }
        System.exit(whole ? 0 : 1);
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private static Site site(Path folder, OwnPostgres database, Sandbox sandbox, int times) {
        Map<String, String> settings = new HashMap<>();
        sandbox.environment().values().forEach(settings::putAll);
        settings.put("WAN_VIDEO_DATABASE_URL", database.url());
        settings.put("WAN_VIDEO_ALLOW_HOSTS", "127.0.0.1");
        return Site.measured(folder, settings, times);
    }

    private boolean run(int tasks, int seconds)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        try (FlightRecorder recorder = FlightRecorder.on(database.url())) {
            long start = System.nanoTime();
            order(tasks);
            System.out.printf("%d films ordered in %.0f s%n", tasks, (System.nanoTime() - start) / 1e9);
            while (recorder.inFlight() < tasks) {
                TimeUnit.SECONDS.sleep(1);
            }
            System.out.printf("all in flight after %.0f s%n", (System.nanoTime() - start) / 1e9);
            System.out.println(recorder.watched(replicas, sandbox.books(), seconds));
            return sandbox.books().entries().size() == tasks;
        }
    }

    private void order(int tasks) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> orders = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                int number = i;
                orders.add(clients.submit(() -> ordered(number)));
            }
            for (Future<?> order : orders) {
                order.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private String ordered(int number) throws IOException, InterruptedException {
        Map<String, ?> film = Map.of(
                "prompt",
                "@anna waves at film-" + number,
                "references",
                List.of(Map.of("name", "anna", "image", sandbox.address() + "/media/anna.png")),
                "provider",
                PROVIDERS.get(number % PROVIDERS.size()));
        JsonNode facts = caller.call(replicas.get(number % replicas.size()).address(), "create_reference_video", film);
        if (!facts.has("task_id")) {
            throw new IOException("no film was ordered: " + facts);
        }
        return facts.path("task_id").asString();
    }
}
