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
 * <p>SECONDS lie between two kills. The providers bill 2 of 100 submissions without an answer and give some of their
 * answers two seconds late. With {@code RATE TIMES JOB} behind it, so many films are ordered a second, the providers'
 * limits are raised so many times, and each job takes so many seconds: thousands of films are in flight at once.
 */
public final class ReplicaRun {
    private static final long RAREST_LOOK_MILLIS = 340_000;

    private static final String IN_FLIGHT = "SELECT COUNT(*) FROM video_task WHERE state = 'running'";

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
        ReplicaScale scale = ReplicaScale.read(arguments);
        Path folder = Files.createTempDirectory("replica-run");
        System.err.println("folder " + folder);
        KillOrder order = new KillOrder(folder, KillRun.packagedJar(), KillOrder.SANDBOX, 1, 0, 0, 0, 0, 0);
        List<String> broken;
        try (OwnPostgres database = OwnPostgres.start(folder.resolve("postgres"), true);
                Sellers sellers = scale.job().isPresent()
                        ? Sellers.inBulk(order, scale.job().getAsInt())
                        : Sellers.open(order)) {
            broken = of(order, database, sellers, scale);
        }
        broken.forEach(line -> System.out.println("BROKEN: " + line));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private static List<String> of(KillOrder order, OwnPostgres database, Sellers sellers, ReplicaScale scale)
            throws IOException, InterruptedException, SQLException, URISyntaxException {
        Map<String, String> settings = new HashMap<>(sellers.environment());
        settings.put("WAN_VIDEO_DATABASE_URL", database.url());
        Site site = scale.times() > 1
                ? Site.measured(order.folder(), settings, scale.times())
                : Site.packaged(order.folder(), settings);
        List<Replica> replicas = new ArrayList<>();
        try {
            for (int i = 1; i <= scale.replicas(); i++) {
                replicas.add(Replica.start(site, "replica-" + i));
            }
            return new ReplicaRun(database, sellers, replicas).run(scale);
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    private List<String> run(ReplicaScale scale) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        try (orders) {
            orders.begin(scale.tasks(), scale.orderSeconds());
            long blow = 0;
            while (!over() && Patience.millisSince(start) < scale.longestMillis()) {
                blow = Math.max(blow + scale.seconds() * 1000L, Patience.millisSince(start));
                Patience.pause(blow - Math.min(blow, Patience.millisSince(start)));
                tally.look(replicas);
                if (!tally.crashed() && orders.acknowledged().size() * 2 >= scale.tasks()) {
                    crash();
                } else {
                    strike(replicas.get(tally.kills() % replicas.size()));
                }
                count();
                System.err.println(Patience.millisSince(start) / 1000 + " s: " + tally + ", "
                        + orders.acknowledged().size() + " acknowledged");
            }
            settle();
            tally.look(replicas);
        }
        return report(scale.tasks(), Patience.millisSince(start) / 1000);
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

    private void count() throws SQLException {
        try (HomeReader reader = HomeReader.at(database.url())) {
            tally.inFlight(reader.rows(IN_FLIGHT, row -> row.getInt(1)).get(0));
        }
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
