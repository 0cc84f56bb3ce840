package dev.wanvideo.bench;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Thousands of paid films at once on one server: how often it looks at each, how soon it has what is done, and what that
 * takes. Six emulated providers run in this process, the tasks in one of their own. After {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.bench.LoadBench TASKS SECONDS TIMES</pre>
 *
 * <p>SECONDS is what each job takes. The real limits on calls add up to 570 submissions a minute, and one provider allows
 * 50 looks a minute, so that ten thousand films would take hours: TIMES is by how much all of them are raised. The films
 * are fetched and checked, but no contact sheets are drawn, which would measure the drawing.
 */
public final class LoadBench {
    private static final int TASKS = 10_000;
    private static final int SECONDS = 150;
    private static final int TIMES = 40;
    private static final long LONGEST_MINUTES = 12;

    private final Path folder;
    private final int tasks;
    private final int times;

    private LoadBench(Path folder, int tasks, int times) {
        this.folder = folder;
        this.tasks = tasks;
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        int tasks = argument(arguments, 0, TASKS);
        int seconds = argument(arguments, 1, SECONDS);
        int times = argument(arguments, 2, TIMES);
        Path folder = Files.createTempDirectory("load");
        SandboxSettings settings = SandboxSettings.in(folder).at(Pace.ofSeconds(seconds));
        boolean whole;
        try (Sandbox sandbox = Sandbox.start(settings, Catalogue.load(), line -> {})) {
            System.out.printf(
                    Locale.ROOT, "%d films, jobs of %d s, the providers' limits times %d%n", tasks, seconds, times);
            whole = new LoadBench(folder, tasks, times).run(sandbox);
        } finally {
            delete(folder);
        }
        System.exit(whole ? 0 : 1);
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private boolean run(Sandbox sandbox) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        Process server = spawn(sandbox);
        try {
            LoadWatch watch = new LoadWatch(folder.resolve("home"), server.pid());
            while (!watch.over(tasks) && server.isAlive() && minutes(start) < LONGEST_MINUTES) {
                TimeUnit.SECONDS.sleep(1);
                watch.look((System.nanoTime() - start) / 1_000_000_000);
            }
            LoadReport report = LoadReport.of(watch, sandbox.books().entries());
            String heap = end(server);
            System.out.println(report.text(heap, (System.nanoTime() - start) / 1e9));
            return watch.over(tasks) && report.whole(tasks);
        } finally {
            server.destroyForcibly();
        }
    }

    private static long minutes(long start) {
        return TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - start);
    }

    private Process spawn(Sandbox sandbox) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadServer.class.getName(),
                        folder.toString(),
                        String.valueOf(tasks),
                        String.valueOf(times),
                        sandbox.address() + "/media/anna.png")
                .redirectError(folder.resolve("server.log").toFile());
        sandbox.environment().values().forEach(builder.environment()::putAll);
        return builder.start();
    }

    /** Ends its input; what it says on its way out is its peak heap in MiB. */
    private static String end(Process server) throws IOException, InterruptedException {
        server.getOutputStream().close();
        String heap = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        server.waitFor(30, TimeUnit.SECONDS);
        return heap;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }
}
