package dev.wanvideo.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What thousands of clients that only listen cost one server: each begins a session and keeps its stream, and after a
 * while each is told of a film over it. After {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.bench.StreamsBench STREAMS SECONDS</pre>
 *
 * <p>A server takes 1,024 sessions, and of one principal 256; the one that is measured is told to take more.
 */
public final class StreamsBench {
    private static final int STREAMS = 2_000;
    private static final int SECONDS = 60;
    private static final int SETTLED_SECONDS = 10;
    private static final String FILM =
            "{\"name\":\"create_reference_video\",\"arguments\":{\"prompt\":\"Image 1 waves\","
                    + "\"provider\":\"preview\",\"duration\":2,\"references\":[{\"image\":\"%s\"}]}}";

    private final HttpServer server;
    private final List<IdleStream> streams = new ArrayList<>();

    private StreamsBench(HttpServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int streams = arguments.length == 0 ? STREAMS : Integer.parseInt(arguments[0]);
        int seconds = arguments.length < 2 ? SECONDS : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("streams");
        Path examples = Path.of("examples").toAbsolutePath();
        List<String> command = List.of(
                Grounds.java(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.wanvideo.app.MeasuredServer",
                String.valueOf(streams + 1),
                "1");
        Map<String, String> environment = Map.of(
                "PATH",
                System.getenv().getOrDefault("PATH", ""),
                "HOME",
                folder.toString(),
                "WAN_VIDEO_HOME",
                folder.resolve("data").toString(),
                "WAN_VIDEO_MEDIA_ROOTS",
                examples.toString());
        boolean held;
        try (HttpServer server = HttpServer.start(command, Path.of("").toAbsolutePath(), environment)) {
            held = new StreamsBench(server).run(streams, seconds, picture(examples));
        }
        System.exit(held ? 0 : 1);
    }

    private static Path picture(Path examples) throws IOException {
        try (var files = Files.list(examples)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private boolean run(int count, int seconds, Path picture)
            throws IOException, InterruptedException, java.util.concurrent.ExecutionException {
        HttpTalk talk = new HttpTalk(server.address());
        String task = TaskIds.in(talk.call(String.format(FILM, picture)));
        while (!talk.call(TaskIds.look(task, 0)).contains("\"status\":\"succeeded\"")) {
            talk.call(TaskIds.look(task, 45));
        }
        tell("before, after one film", Footprint.during(server.process().pid(), Duration.ofSeconds(SETTLED_SECONDS)));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < count; i++) {
            streams.add(IdleStream.open(client, server.address()));
        }
        tell("with " + count + " streams", Footprint.during(server.process().pid(), Duration.ofSeconds(seconds)));
        long silent = streams.stream().filter(stream -> stream.signs() == 0).count();
        int told = told(task);
        long open = streams.stream().filter(IdleStream::open).count();
        tell("after that", Footprint.during(server.process().pid(), Duration.ofSeconds(SETTLED_SECONDS)));
        System.out.printf(
                Locale.ROOT,
                "%d open, %d told over their stream, %d without a sign of life before%n",
                open,
                told,
                silent);
        return open == count && told == count && silent == 0;
    }

    private int told(String task) throws IOException, InterruptedException, java.util.concurrent.ExecutionException {
        List<Double> millis = new ArrayList<>();
        for (IdleStream stream : streams) {
            long start = System.nanoTime();
            stream.askFor(task);
            try {
                millis.add((stream.told().get(10, TimeUnit.SECONDS) - start) / 1e6);
            } catch (TimeoutException e) {
                System.out.println("a stream was not told");
            }
        }
        Series series = Series.of(millis);
        System.out.printf(
                Locale.ROOT,
                "from the request to the news over the stream: p50 %.1f ms, p99 %.1f ms%n",
                series.median(),
                series.quantile(0.99));
        return millis.size();
    }

    private static void tell(String when, Footprint print) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f MiB resident, %d threads, %.2f %% of a core, %.0f switches a second%n",
                when,
                print.mib(),
                print.threads(),
                print.cpuPercent(),
                print.switches());
    }
}
