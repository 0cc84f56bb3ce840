package dev.wanvideo.kill;

import dev.wanvideo.postgres.OwnPostgres;
import dev.wanvideo.replica.Replica;
import dev.wanvideo.replica.Site;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packaged servers over HTTP on one PostgreSQL that has films made at emulated providers for money: one of them is killed
 * every few seconds and started again, and in the middle of it the database crashes and starts again. Afterwards the
 * providers' books tell whether anything was lost or paid twice. After {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.kill.ReplicaRun TASKS REPLICAS SECONDS</pre>
 *
 * <p>SECONDS lie between two kills. The providers bill 2 of 100 submissions without an answer and give a fifth of their
 * answers two seconds late.
 */
public final class ReplicaRun {
    private static final int TASKS = 300;
    private static final int REPLICAS = 2;
    private static final int SECONDS_BETWEEN_KILLS = 10;
    private static final int FILMS_A_SECOND = 2;
    private static final long LONGEST_MILLIS = 900_000;
    private static final long RAREST_LOOK_MILLIS = 340_000;

    private final OwnPostgres database;
    private final Sellers sellers;
    private final List<Replica> replicas;
    private final ReplicaOrders orders;
    private final ReplicaTally tally = new ReplicaTally();

    private ReplicaRun(OwnPostgres database, Sellers sellers, List<Replica> replicas) {
        this.database = database;
        this.sellers = sellers;
        this.replicas = replicas;
        this.orders = new ReplicaOrders(replicas, sellers::film);
    }

    public static void main(String[] arguments) throws Exception {
        int tasks = argument(arguments, 0, TASKS);
        int replicas = argument(arguments, 1, REPLICAS);
        int seconds = argument(arguments, 2, SECONDS_BETWEEN_KILLS);
        Path folder = Files.createTempDirectory("replica-run");
        System.err.println("folder " + folder);
        KillOrder order = new KillOrder(folder, KillRun.packagedJar(), KillOrder.SANDBOX, 1, 0, 0, 0, 0, 0);
        List<String> broken;
        try (OwnPostgres database = OwnPostgres.start(folder.resolve("postgres"), true);
                Sellers sellers = Sellers.open(order)) {
            broken = of(order, database, sellers, tasks, replicas, seconds);
        }
        broken.forEach(line -> System.out.println("BROKEN: " + line));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private static List<String> of(
            KillOrder order, OwnPostgres database, Sellers sellers, int tasks, int count, int seconds)
            throws IOException, InterruptedException, SQLException, URISyntaxException {
        Map<String, String> settings = new HashMap<>(sellers.environment());
        settings.put("WAN_VIDEO_DATABASE_URL", database.url());
        Site site = Site.packaged(order.folder(), settings);
        List<Replica> replicas = new ArrayList<>();
        try {
            for (int i = 1; i <= count; i++) {
                replicas.add(Replica.start(site, "replica-" + i));
            }
            return new ReplicaRun(database, sellers, replicas).run(tasks, seconds);
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    private List<String> run(int tasks, int seconds) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        try (orders) {
            orders.begin(tasks, tasks / FILMS_A_SECOND);
            while (!over() && Patience.millisSince(start) < LONGEST_MILLIS) {
                Patience.pause(seconds * 1000L);
                tally.look(replicas);
                if (!tally.crashed() && orders.acknowledged().size() * 2 >= tasks) {
                    crash();
                } else {
                    strike(replicas.get(tally.kills() % replicas.size()));
                }
                System.err.println(Patience.millisSince(start) / 1000 + " s: " + tally + ", "
                        + orders.acknowledged().size() + " acknowledged");
            }
            settle();
            tally.look(replicas);
        }
        return report(tasks, Patience.millisSince(start) / 1000);
    }

    private void strike(Replica replica) throws IOException, InterruptedException, SQLException {
        replica.kill();
        tally.killed();
        caught();
        replica.restart();
    }

    private void crash() throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        database.crash();
        tally.crashed(Patience.millisSince(start));
        caught();
    }

    /** Tasks that now stand between their intent and its answer. */
    private void caught() throws SQLException {
        try (HomeReader reader = HomeReader.at(database.url())) {
            reader.looks().forEach(look -> sellers.struck(look, false));
        }
    }

    /** Whether all are acknowledged and rest, as far as a person or a list can leave them at rest. */
    private boolean over() throws SQLException {
        try (HomeReader reader = HomeReader.at(database.url())) {
            return orders.done()
                    && reader.rows(Ended.QUERY, Ended::read).stream().allMatch(ReplicaRun::rests);
        }
    }

    private static boolean rests(Ended task) {
        return task.succeeded() || task.failed() || task.cancelled() || task.unclear();
    }

    /** Leaves the replicas alone until the lists that are looked at rarely have told what they can. */
    private void settle() throws InterruptedException, SQLException {
        long start = System.nanoTime();
        while ((!over() || undecided()) && Patience.millisSince(start) < RAREST_LOOK_MILLIS) {
            Patience.pause(1000);
        }
    }

    private boolean undecided() throws SQLException {
        try (HomeReader reader = HomeReader.at(database.url())) {
            return !sellers.undecided(reader).isEmpty();
        }
    }

    private List<String> report(int tasks, long seconds) throws SQLException {
        try (HomeReader reader = HomeReader.at(database.url())) {
            List<Ended> ended = reader.rows(Ended.QUERY, Ended::read);
            List<String> broken = new ArrayList<>(sellers.broken(reader, ended, java.util.Set.of()));
            broken.addAll(tally.broken(tasks, orders, ended));
            System.out.println(tally.text(tasks, seconds, orders, ended, sellers.billedTwice()));
            sellers.figures().forEach(System.out::println);
            return broken;
        }
    }
}
