package dev.wanvideo.bench;

import dev.wanvideo.postgres.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How many due steps three processes on one home, or two on one empty database of a PostgreSQL server, get through when a
 * step does nothing. After {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.bench.StepsBench STEPS THREADS URL</pre>
 *
 * <p>With a URL, or {@code own} for a server of its own whose commits wait for the disk, the class path of the tests is
 * needed as well: the packaged jar announces no driver.
 */
public final class StepsBench {
    private static final int PROCESSES = 3;
    private static final int REPLICAS = 2;
    private static final int THREADS = 16;
    private static final int WARM_UP = 50_000;
    // Looking costs the database something too.
    private static final int PROBED_EVERY_MILLIS = 250;
    private static final int AT_LEAST = 1_500;
    private static final int AT_LEAST_BY_REPLICAS = 3_000;
    private static final Pattern TROUBLE = Pattern.compile("(?i)busy|locked|fail|exception|error");

    private final Path folder;
    private final int steps;
    private final int threads;
    private final Optional<String> server;

    private StepsBench(Path folder, int steps, int threads, Optional<String> server) {
        this.folder = folder;
        this.steps = steps;
        this.threads = threads;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int steps = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        int threads = arguments.length < 2 ? THREADS : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("steps");
        String server = arguments.length < 3 ? "" : arguments[2];
        boolean held;
        if (server.equals("own")) {
            try (OwnPostgres own = OwnPostgres.start(folder.resolve("postgres"), true)) {
                held = new StepsBench(folder, steps, threads, Optional.of(own.url())).run();
            }
        } else {
            held = new StepsBench(folder, steps, threads, Optional.of(server).filter(url -> !url.isEmpty())).run();
        }
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        fill(0, WARM_UP);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < processes(); i++) {
            Process process = spawn("work", done(i).toString(), i + 1);
            processes.add(process);
            process.inputReader().readLine();
        }
        look(processes);
        awaitNoStep();
        double before = cpuMillis(processes);
        fill(WARM_UP, steps);
        long start = System.nanoTime();
        look(processes);
        awaitNoStep();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%.2f ms of processor time for a step%n", (cpuMillis(processes) - before) / steps);
        for (Process process : processes) {
            process.getOutputStream().close();
            process.waitFor();
        }
        return judge(seconds);
    }

    /** Returns when they are all due, which they become at once. */
    private void fill(int first, int count) throws IOException, InterruptedException {
        Process process = spawn("fill", first + ":" + count, 0);
        process.inputReader().readLine();
    }

    private static void look(List<Process> processes) throws IOException {
        for (Process process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
    }

    private static double cpuMillis(List<Process> processes) {
        return processes.stream()
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
    }

    private int processes() {
        return server.isPresent() ? REPLICAS : PROCESSES;
    }

    private Process spawn(String mode, String argument, int log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.wanvideo.task.EmptySteps",
                mode,
                folder.toString(),
                argument,
                String.valueOf(threads)));
        server.ifPresent(command::add);
        return new ProcessBuilder(command).redirectError(log(log).toFile()).start();
    }

    private Path done(int process) {
        return folder.resolve("done-" + process);
    }

    private Path log(int process) {
        return folder.resolve("log-" + process);
    }

    private void awaitNoStep() throws SQLException, InterruptedException {
        String url = server.orElse("jdbc:sqlite:" + folder.resolve("home").resolve("wan-video.db"));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (there(statement)) {
                TimeUnit.MILLISECONDS.sleep(PROBED_EVERY_MILLIS);
            }
        }
    }

    private static boolean there(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM task_step)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private boolean judge(double seconds) throws IOException {
        Set<String> once = new HashSet<>();
        int due = WARM_UP + steps;
        int all = 0;
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < processes(); i++) {
            List<String> done = Files.readAllLines(done(i));
            System.out.printf(Locale.ROOT, "process %d: %d steps%n", i + 1, done.size());
            all += done.size();
            once.addAll(done);
            Files.readAllLines(log(i + 1)).stream()
                    .filter(TROUBLE.asPredicate())
                    .forEach(troubles::add);
        }
        System.out.printf(
                Locale.ROOT,
                "%d threads each, %d steps to warm up, then %d in %.1f s: %.0f steps/s, %d duplicates, %d missing, %d troubles in the logs%n",
                threads,
                WARM_UP,
                steps,
                seconds,
                steps / seconds,
                all - once.size(),
                due - once.size(),
                troubles.size());
        troubles.stream().limit(10).forEach(System.out::println);
        int least = server.isPresent() ? AT_LEAST_BY_REPLICAS : AT_LEAST;
        return steps / seconds >= least && all == due && once.size() == due && troubles.isEmpty();
    }
}
