package dev.wanvideo.kill;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Three servers on one home, killed and frozen in every state, and what they promised checked afterwards. After
 * {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.kill.KillRun --kills 300 --freezes 20</pre>
 *
 * <p>With {@code --provider sandbox} all emulated providers make the films, with the id of one it alone does; then their
 * books tell whether anything was paid twice, or paid and lost.
 */
public final class KillRun {
    private static final int LEFTOVERS_LAST_SECONDS = 11;
    private static final long RAREST_LOOK_MILLIS = 340_000;

    private final KillOrder order;
    private final Stage stage;
    private final Random random;
    private final Orders orders;
    private final Trio trio;
    private final Takeovers takeovers = new Takeovers();
    private final Tally tally;
    private final List<String> broken = new ArrayList<>();

    private KillRun(KillOrder order, Stage stage) {
        this.order = order;
        this.stage = stage;
        this.random = new Random(order.seed());
        this.orders = new Orders(stage);
        this.trio = new Trio(order, stage.environment());
        this.tally = new Tally(stage.aims().kills());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("kill-run");
        KillOrder order = KillOrder.read(List.of(arguments), folder, packagedJar());
        KillReport report = of(order);
        System.out.println(report.text());
        System.exit(report.broken().isEmpty() ? 0 : 1);
    }

    static Path packagedJar() throws URISyntaxException {
        return Path.of(dev.wanvideo.app.Main.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** A short run; tells what it did on standard error, and returns one line for each broken promise. */
    public static List<String> broken(Path folder, Path jar, String provider, int kills, int freezes, long seed)
            throws IOException, InterruptedException, SQLException {
        KillReport report = of(new KillOrder(folder, jar, provider, seed, kills, freezes, 1, 0, 5));
        System.err.println(report.text());
        return report.broken();
    }

    private static KillReport of(KillOrder order) throws IOException, InterruptedException, SQLException {
        try (Stage stage = order.provider().equals(KillOrder.PREVIEW) ? new PreviewStage(order) : Sellers.open(order)) {
            return new KillRun(order, stage).run();
        }
    }

    private KillReport run() throws IOException, InterruptedException, SQLException {
        prepare();
        long start = System.nanoTime();
        try (HomeWatch watch = new HomeWatch(order.home(), this::see)) {
            Supply supply = new Supply(trio, orders, watch, random, stage.aims().inWork());
            besiege(watch, supply, start);
            supply.muster();
            settle(watch);
        } finally {
            broken.addAll(trio.deaths());
            leave();
        }
        lastStart();
        broken.addAll(new Promises(order, stage, orders).broken());
        return new KillReport(order, stage, tally, takeovers, orders, broken, Patience.millisSince(start) / 1000);
    }

    private void see(List<Look> looks) {
        trio.see(looks);
        takeovers.see(looks, System.nanoTime());
    }

    private void prepare() throws IOException {
        for (Path folder :
                List.of(order.pictures(), order.temp(), order.folder().resolve("logs"))) {
            Files.createDirectories(folder);
        }
        BufferedImage picture = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", order.picture().toFile());
        System.err.println("seed " + order.seed() + ", folder " + order.folder());
    }

    /** Strikes until enough was struck in every state, or the time or one and a half times the kills are used up. */
    private void besiege(HomeWatch watch, Supply supply, long start)
            throws IOException, InterruptedException, SQLException {
        Ambush ambush = new Ambush(order, stage, trio, watch, takeovers, supply);
        Siege siege = new Siege(order, stage, trio, orders, supply, ambush, random);
        Frost frost = new Frost(stage, new Targets(trio, orders), watch, takeovers, ambush, random);
        int idle = 0;
        while (wanted() && Patience.millisSince(start) < order.minutes() * 60_000L) {
            supply.muster();
            if (tally.freezes() * order.kills() < tally.kills() * order.freezes()) {
                tally.frozen(frost.freeze());
            } else if (idle * order.kills() < tally.kills() * order.idleRounds()) {
                siege.killWithOthersIdle(watch, takeovers).ifPresent(tally::killed);
                idle++;
            } else {
                siege.kill(tally.neediest(random)).ifPresent(tally::killed);
            }
            stranded();
            System.err.println(Patience.millisSince(start) / 1000 + " s: " + tally);
        }
    }

    private boolean wanted() {
        boolean more = !tally.missing(order.each()).isEmpty() && tally.kills() < order.kills() * 3 / 2;
        return tally.kills() < order.kills() || tally.freezes() < order.freezes() || more;
    }

    /** At no instant may a task be without a step; whether there is one. */
    private boolean stranded() throws SQLException {
        try (HomeReader reader = HomeReader.open(order.home())) {
            List<String> found = reader.stranded();
            found.stream()
                    .map(task -> "without a step for a while: " + task)
                    .filter(line -> !broken.contains(line))
                    .forEach(broken::add);
            return !found.isEmpty();
        }
    }

    private void settle(HomeWatch watch) throws InterruptedException, SQLException {
        orders.askAgain(trio.anyReady(random));
        Patience.until("answers", () -> orders.open() == 0);
        rest(watch);
        long start = System.nanoTime();
        while (undecided() && Patience.millisSince(start) < RAREST_LOOK_MILLIS) {
            Patience.until("a while to pass", pause(1000));
            rest(watch);
        }
    }

    /** Until nothing moves but what waits for a person or a list; what lost its step is given another one first. */
    private void rest(HomeWatch watch) throws InterruptedException, SQLException {
        List<Look> before = watch.latest();
        while (!before.stream().allMatch(Look::resting) || stranded()) {
            List<Look> seen = before;
            Patience.until(
                    "any step forward with " + seen, () -> !watch.latest().equals(seen));
            before = watch.latest();
        }
    }

    private boolean undecided() throws SQLException {
        try (HomeReader reader = HomeReader.open(order.home())) {
            return !stage.undecided(reader).isEmpty();
        }
    }

    private static BooleanSupplier pause(long millis) {
        long start = System.nanoTime();
        return () -> Patience.millisSince(start) > millis;
    }

    private void leave() throws InterruptedException {
        for (Server server : trio.all()) {
            if (!server.leave(20)) {
                server.kill();
                server.awaitDeath();
                broken.add("a server did not leave when its input ended");
            }
        }
    }

    /** What the last kill left behind is the next start's to remove. */
    private void lastStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + LEFTOVERS_LAST_SECONDS * 1_000_000_000L;
        Patience.until("working files to be nobody's", () -> System.nanoTime() > end);
        Server last = Server.start(
                order, stage.environment(), order.folder().resolve("logs").resolve("last.log"));
        Patience.until("the last start", last::open);
        Patience.until(
                "working files to be removed", () -> !Promises.scratch(order) || Patience.millisSince(end) > 20_000);
        if (!last.leave(20)) {
            last.kill();
            broken.add("the last server did not leave");
        }
    }
}
