package dev.wanvideo.kill;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** One kill for each kind of moment. */
final class Siege {
    private static final long LONGEST_REQUEST_NANOS = 30_000_000;
    private static final long SHORTEST_START_NANOS = 100_000_000;
    private static final long LONGEST_START_NANOS = 1_500_000_000;

    private final KillOrder order;
    private final Stage stage;
    private final Trio trio;
    private final Orders orders;
    private final Supply supply;
    private final Targets targets;
    private final Ambush ambush;
    private final RandomGenerator random;

    Siege(
            KillOrder order,
            Stage stage,
            Trio trio,
            Orders orders,
            Supply supply,
            Ambush ambush,
            RandomGenerator random) {
        this.order = order;
        this.stage = stage;
        this.trio = trio;
        this.orders = orders;
        this.supply = supply;
        this.targets = new Targets(trio, orders);
        this.ambush = ambush;
        this.random = random;
    }

    /** Aims at this moment; tells what was hit, empty when the moment did not come. */
    Optional<Moment> kill(Moment aim) throws IOException, InterruptedException, SQLException {
        return switch (aim) {
            case STARTING -> starting();
            case CREATING -> unanswered(aim, orders::create, look -> look.key().equals(orders.newest()));
            case CANCELLING -> cancelling();
            case QUEUED -> ambush.lay(true, Takeovers.Kind.BUSY, targets::creatorOfQueued);
            default -> inHand(aim);
        };
    }

    private Optional<Moment> inHand(Moment aim) throws InterruptedException, SQLException {
        stage.coax(aim);
        try {
            return ambush.lay(
                    true,
                    Takeovers.Kind.BUSY,
                    targets.lingering(aim, stage.aims().lingering(aim, random)));
        } finally {
            stage.relax();
        }
    }

    private Optional<Moment> cancelling() throws InterruptedException, SQLException {
        String id = supply.cancellable();
        return unanswered(
                Moment.CANCELLING,
                server -> orders.cancel(server, id),
                look -> look.id().equals(id) && look.state().equals("cancelled"));
    }

    /** Strikes at some time after the request, or in half of the cases when the row is there but the answer is not. */
    private Optional<Moment> unanswered(
            Moment aim, Function<Server, CompletableFuture<JsonNode>> request, Predicate<Look> row)
            throws InterruptedException, SQLException {
        Server victim = trio.anyReady(random);
        boolean byRow = random.nextBoolean();
        long end = System.nanoTime() + random.nextLong(LONGEST_REQUEST_NANOS);
        CompletableFuture<JsonNode> answer = request.apply(victim);
        Optional<Moment> hit = ambush.lay(
                false,
                Takeovers.Kind.BUSY,
                looks -> due(
                        victim, answer.isDone() || (byRow ? looks.stream().anyMatch(row) : System.nanoTime() > end)));
        return lost(answer) ? Optional.of(aim) : hit;
    }

    /** Kills one server in whatever it does, and its successor before that has opened its store. */
    private Optional<Moment> starting() throws IOException, InterruptedException, SQLException {
        ambush.strike(trio.anyReady(random));
        Server fresh = trio.start();
        boolean byFile = random.nextBoolean();
        long end =
                System.nanoTime() + SHORTEST_START_NANOS + random.nextLong(LONGEST_START_NANOS - SHORTEST_START_NANOS);
        ambush.lay(
                false,
                Takeovers.Kind.BUSY,
                looks -> due(fresh, fresh.open() || (byFile ? scratch() : System.nanoTime() > end)));
        return Optional.of(fresh.open() ? Moment.ELSEWHERE : Moment.STARTING);
    }

    private boolean scratch() {
        String[] names = order.home().toFile().list((folder, name) -> name.contains("probe"));
        return names != null && names.length > 0;
    }

    private static Optional<Blow> due(Server victim, boolean now) {
        return now ? Optional.of(Blow.at(victim)) : Optional.empty();
    }

    /** Whether no answer came before the end of the pipe. */
    private static boolean lost(CompletableFuture<JsonNode> answer) throws InterruptedException {
        try {
            answer.get(Patience.MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            throw new AssertionError("the pipe of a dead server did not end", e);
        }
    }

    /** A kill while the two other servers have nothing to do. */
    Optional<Moment> killWithOthersIdle(HomeWatch watch, Takeovers takeovers)
            throws InterruptedException, SQLException {
        Patience.until("no work left", () -> watch.latest().stream().allMatch(Look::resting) && orders.open() == 0);
        List<Moment> aims = stage.aims().withOthersIdle();
        Moment aim = aims.get(random.nextInt(aims.size()));
        orders.create(trio.anyReady(random));
        Optional<Moment> hit = ambush.lay(false, Takeovers.Kind.IDLE, looks -> targets.owner(aim, looks));
        Patience.until("the takeover", takeovers::complete);
        return hit;
    }
}
