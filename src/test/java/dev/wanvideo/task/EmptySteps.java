package dev.wanvideo.task;

import dev.wanvideo.access.Principal;
import dev.wanvideo.provider.Execution;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A process of its own that fills a home with due steps, or takes due steps and does nothing in them until its input
 * ends; then it writes down which it did.
 */
final class EmptySteps {
    private static final Account ACCOUNT = Account.local("preview");

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    private EmptySteps() {}

    /**
     * {@code fill FOLDER FIRST:COUNT THREADS}, which says a word when it is done, or {@code work FOLDER FILE THREADS}, which begins with a byte of the input; behind
     * either the address of a database server, if one is to be used.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Optional<String> server =
                Optional.of(arguments).filter(all -> all.length > 4).map(all -> all[4]);
        TaskSettings settings = settings(folder, Integer.parseInt(arguments[3])).on(server);
        Files.createDirectories(settings.home());
        try (Database database = Databases.open(settings)) {
            if (arguments[0].equals("fill")) {
                fill(database, settings, arguments[2].split(":", 2));
                System.out.println("filled");
            } else {
                new EmptySteps().work(database, settings, Path.of(arguments[2]));
            }
        }
    }

    private static TaskSettings settings(Path folder, int threads) {
        Pace usual = Pace.DEFAULT;
        return new TaskSettings(
                folder.resolve("home"),
                folder.resolve("films"),
                Optional.empty(),
                Clock.systemDefaultZone(),
                new Pace(
                        usual.heartbeat(),
                        usual.missedHeartbeats(),
                        usual.polling(),
                        usual.reconcile(),
                        usual.shutdown(),
                        threads,
                        threads,
                        usual.fixedPoll()));
    }

    private static void fill(Database database, TaskSettings settings, String[] range) {
        TaskTable table = new TaskTable(new StoredJson(), settings.clock());
        int first = Integer.parseInt(range[0]);
        int end = first + Integer.parseInt(range[1]);
        database.write(Hold.NOTHING, connection -> {
            for (int i = first; i < end; i++) {
                String id = "wv_" + i;
                table.add(connection, Principal.LOCAL.name(), id, ACCOUNT.fingerprint(), Samples.film("film " + i));
                StepQueue.add(connection, ACCOUNT.stepName(), id);
            }
            return end;
        });
    }

    private void work(Database database, TaskSettings settings, Path file) throws IOException {
        TaskTable table = new TaskTable(new StoredJson(), settings.clock());
        StepRunner runner = new StepRunner(
                database,
                table,
                Map.of(ACCOUNT.stepName(), ACCOUNT.execution()),
                Map.of(Execution.LOCAL, new DoesNothing()));
        try (StepQueue steps = new StepQueue(
                database,
                Map.of(ACCOUNT.stepName(), ACCOUNT.execution()),
                settings,
                new Wakefulness(
                        settings.clock(), System::nanoTime, settings.pace().lease()),
                runner::run)) {
            System.out.println("ready");
            if (System.in.read() >= 0) {
                steps.start();
                while (System.in.read() >= 0) {
                    steps.look();
                }
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String id : done) {
                out.write(id + "\n");
            }
        }
    }

    /** Ends a task's steps without a word. */
    private final class DoesNothing implements Driver {
        @Override
        public Next drive(TaskRow row) {
            done.add(row.id());
            return Next.DONE;
        }

        @Override
        public CancelOutcome cancel(TaskRow row) {
            return new CancelOutcome(row.task(), false, "");
        }
    }
}
