package dev.wanvideo.kill;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.sandbox.Fault;
import dev.wanvideo.sandbox.FaultOrder;
import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxBooks.Entry;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** Emulated providers in this process that make the films, for money, and at times bill without an answer. */
final class Sellers implements Stage {
    private static final double DROPPED = 0.02;
    /** Answers that come two seconds late, so that blows find calls on their way. */
    private static final double LATE = 0.2;

    /** The same where thousands of looks would stand in line behind them. */
    private static final double SELDOM_LATE = 0.01;

    private static final double COAXED = 0.5;
    private static final double SHORTEST_JOB_SECONDS = 2;

    private final Sandbox sandbox;
    private final Catalogue catalogue;
    private final List<String> chosen;
    private final long seed;
    private final Customs customs;
    private final Set<String> caught = ConcurrentHashMap.newKeySet();
    private volatile List<String> figures = List.of();

    private Sellers(Sandbox sandbox, Catalogue catalogue, List<String> chosen, long seed, Customs customs) {
        this.sandbox = sandbox;
        this.catalogue = catalogue;
        this.chosen = chosen;
        this.seed = seed;
        this.customs = customs;
    }

    /** The provider that the order names, or all of them; jobs take some seconds and are looked at all the time. */
    static Sellers open(KillOrder order) throws IOException {
        Random random = new Random(order.seed());
        return open(
                order,
                new Customs(
                        () -> SHORTEST_JOB_SECONDS * (1 + random.nextDouble()),
                        LATE,
                        Map.of("WAN_VIDEO_POLL_SECONDS", "0.5")));
    }

    /** The same with jobs that all take so long, and are looked at as usual. */
    static Sellers inBulk(KillOrder order, double jobSeconds) throws IOException {
        return open(order, new Customs(() -> jobSeconds, SELDOM_LATE, Map.of()));
    }

    /**
     * How they work.
     *
     * @param late part of the answers that come two seconds late
     * @param rhythm settings of the servers that look at the jobs
     */
    private record Customs(DoubleSupplier jobSeconds, double late, Map<String, String> rhythm) {}

    private static Sellers open(KillOrder order, Customs customs) throws IOException {
        Catalogue catalogue = Catalogue.load();
        List<String> all = catalogue.all().stream()
                .filter(provider -> provider.emulated().isPresent())
                .map(provider -> provider.descriptor().id())
                .toList();
        boolean mixed = order.provider().equals(KillOrder.SANDBOX);
        if (all.isEmpty() || !mixed && !all.contains(order.provider())) {
            throw new IllegalArgumentException("no emulated provider " + order.provider() + "; there are " + all);
        }
        SandboxSettings settings =
                SandboxSettings.in(order.folder().resolve("sandbox")).seeded(order.seed());
        for (String id : all) {
            settings = settings.at(id, Pace.ofSeconds(customs.jobSeconds().getAsDouble()));
        }
        Sandbox sandbox = Sandbox.start(settings, catalogue, line -> {});
        sandbox.faults().set(FaultOrder.rate(FaultOrder.ALL, Fault.BILL_THEN_DROP, DROPPED));
        sandbox.faults().set(FaultOrder.rate(FaultOrder.ALL, Fault.SLOW, customs.late()));
        return new Sellers(sandbox, catalogue, mixed ? all : List.of(order.provider()), order.seed(), customs);
    }

    @Override
    public Aims aims() {
        return Aims.ELSEWHERE;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        sandbox.environment().values().forEach(variables::putAll);
        variables.put("WAN_VIDEO_ALLOW_HOSTS", sandbox.address().getHost());
        variables.putAll(customs.rhythm());
        return variables;
    }

    /** The prompt holds the request_id, so that the books tell which film was billed. */
    @Override
    public Map<String, Object> film(String key) {
        int number = Orders.number(key);
        return Map.of(
                "prompt",
                "@someone waves at " + key,
                "references",
                List.of(Map.of("name", "someone", "image", sandbox.address() + "/media/anna.png")),
                "aspect_ratio",
                "16:9",
                "duration",
                5,
                "seed",
                number,
                "provider",
                chosen.get(new SplittableRandom(seed + number).nextInt(chosen.size())),
                "request_id",
                key);
    }

    @Override
    public void coax(Moment aim) {
        if (aim == Moment.UNCLEAR) {
            sandbox.faults().set(FaultOrder.rate(FaultOrder.ALL, Fault.CUT, COAXED));
        }
    }

    @Override
    public void relax() {
        sandbox.faults().set(FaultOrder.rate(FaultOrder.ALL, Fault.CUT, 0));
    }

    /** What wakes again may still begin what it was about to. */
    @Override
    public void struck(Look look, boolean mayWake) {
        boolean about =
                mayWake && (look.state().equals("queued") || look.state().equals("preparing"));
        if (about || look.state().equals("submitting")) {
            caught.add(look.id());
        }
    }

    @Override
    public List<String> undecided(HomeReader reader) throws SQLException {
        Map<String, Doubt> doubts = doubts(reader);
        return doubts.keySet().stream()
                .filter(id -> doubts.get(id) == Doubt.TOLD_BY_LIST)
                .toList();
    }

    @Override
    public List<String> broken(HomeReader reader, List<Ended> tasks, Set<String> cancelAsked) throws SQLException {
        PaidLedger ledger = new PaidLedger(tasks, sandbox.books().entries(), Attempt.all(reader));
        List<String> broken = ledger.broken(cancelAsked, doubts(reader), caught, spoiled());
        figures = ledger.figures(doubts(reader), caught, sandbox.faults().struck());
        return broken;
    }

    private Map<String, Doubt> doubts(HomeReader reader) throws SQLException {
        return new Doubts(reader, this::lists, sandbox.books()).all();
    }

    private boolean lists(String provider) {
        return catalogue
                .find(provider)
                .flatMap(Provider::wire)
                .flatMap(wire -> wire.list())
                .isPresent();
    }

    /** Submissions that were billed and whose answer did not arrive. */
    private int spoiled() {
        return catalogue.ids().stream()
                .mapToInt(id -> sandbox.faults().struck(id, Fault.BILL_THEN_DROP)
                        + sandbox.faults().struck(id, Fault.CUT))
                .sum();
    }

    /** Films for which more than one job was billed. */
    long billedTwice() {
        return sandbox.books().entries().stream()
                .collect(Collectors.groupingBy(Sellers::word, Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
    }

    @Override
    public List<String> figures() {
        return figures;
    }

    /** Whose film a bill is for, by the word in its prompt. */
    static String word(Entry bill) {
        return bill.prompt().replaceFirst("(?s).*?(film-\\d{5}).*", "$1");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
