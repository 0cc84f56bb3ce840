package dev.wanvideo.bench;

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
 * <p>With a URL the class path of the tests is needed as well: the packaged jar announces no driver.
 */
public final class StepsBench {
    private static final int PROCESSES = 3;
    private static final int REPLICAS = 2;
    private static final int THREADS = 16;
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
        Optional<String> server =
                Optional.of(arguments).filter(all -> all.length > 2).map(all -> all[2]);
        boolean held = new StepsBench(Files.createTempDirectory("steps"), steps, threads, server).run();
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        spawn("fill", String.valueOf(steps), 0).waitFor();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < processes(); i++) {
            Process process = spawn("work", done(i).toString(), i + 1);
            processes.add(process);
            process.inputReader().readLine();
        }
        long start = System.nanoTime();
        for (Process process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        awaitNoStep();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = processes.stream()
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
        System.out.printf(Locale.ROOT, "%.2f ms of processor time for a step, starts included%n", cpu / steps);
        for (Process process : processes) {
            process.getOutputStream().close();
            process.waitFor();
        }
        return judge(seconds);
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
                TimeUnit.MILLISECONDS.sleep(50);
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
                "%d threads each, %d steps in %.1f s: %.0f steps/s, %d duplicates, %d missing, %d troubles in the logs%n",
                threads,
                steps,
                seconds,
                steps / seconds,
                all - once.size(),
                steps - once.size(),
                troubles.size());
        troubles.stream().limit(10).forEach(System.out::println);
        int least = server.isPresent() ? AT_LEAST_BY_REPLICAS : AT_LEAST;
        return steps / seconds >= least && all == steps && once.size() == steps && troubles.isEmpty();
    }
}
