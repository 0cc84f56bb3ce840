package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.sandbox.Calls;
import dev.wanvideo.sandbox.Fault;
import dev.wanvideo.sandbox.FaultOrder;
import dev.wanvideo.sandbox.SandboxBooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes wrong at providers: each ends in the right state, tells the right thing about money, and is billed once. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class BadDaysTest {
    /** What nobody can tell from outside: the film may be in the making, or not. */
    private static final Ending UNCLEAR =
            new Ending("submission_unknown", "unknown", Optional.of("outcome_unknown"), 1);

    private static final Ending UNCLEAR_UNBILLED =
            new Ending("submission_unknown", "unknown", Optional.of("outcome_unknown"), 0);
    private static final Ending FINE = new Ending("succeeded", "yes", Optional.empty(), 1);

    private static final int LANES = 4;

    @TempDir
    Path folder;

    /**
     * How a film ends.
     *
     * @param category a pattern: not every provider documents how it refuses content
     * @param billed how often the provider billed it
     */
    private record Ending(String status, String charged, Optional<String> category, int billed) {
        static Ending refused(String category) {
            return new Ending("failed", "no", Optional.of(category), 0);
        }
    }

    private record Day(String name, Fault fault, Calls calls, int times, Ending ending) {}

    private static Day atCreate(Fault fault, Ending ending) {
        return new Day(fault.word() + " at create", fault, Calls.CREATE, 1, ending);
    }

    private static Day atPoll(Fault fault, Ending ending) {
        return new Day(fault.word() + " at poll", fault, Calls.POLL, 2, ending);
    }

    private static Day ofJob(Fault fault, Ending ending) {
        return new Day(fault.word(), fault, Calls.ANY, 1, ending);
    }

    private static final List<Day> DAYS = List.of(
            atCreate(Fault.BILL_THEN_DROP, UNCLEAR),
            atCreate(Fault.ERROR_AFTER_BILLING, UNCLEAR),
            atCreate(Fault.CUT, UNCLEAR),
            atCreate(Fault.MALFORMED, UNCLEAR),
            atCreate(Fault.HTML, UNCLEAR),
            atCreate(Fault.HTML_502, UNCLEAR),
            atCreate(Fault.HUGE, UNCLEAR),
            atCreate(Fault.RESET, UNCLEAR_UNBILLED),
            atCreate(Fault.RATE_LIMIT, FINE),
            atCreate(Fault.RATE_LIMIT_SILENT, FINE),
            atCreate(Fault.UNAUTHORIZED, Ending.refused("unauthorized")),
            atCreate(Fault.NO_CREDIT, Ending.refused("insufficient_funds")),
            atCreate(Fault.CONTENT_AT_CREATE, Ending.refused("content_refused|invalid_request")),
            atCreate(Fault.REDIRECT, Ending.refused("protocol")),
            atPoll(Fault.RESET, FINE),
            atPoll(Fault.HTML, FINE),
            atPoll(Fault.HTML_502, FINE),
            atPoll(Fault.MALFORMED, FINE),
            atPoll(Fault.HUGE, FINE),
            atPoll(Fault.UNAUTHORIZED, FINE),
            atPoll(Fault.RATE_LIMIT, FINE),
            atPoll(Fault.REDIRECT, FINE),
            ofJob(Fault.UNKNOWN_STATUS, FINE),
            ofJob(Fault.TRUNCATED_FILM, FINE),
            ofJob(Fault.LINK_EXPIRED, new Ending("failed", "yes", Optional.of("not_found"), 1)),
            ofJob(Fault.GONE, new Ending("failed", "yes", Optional.of("not_found"), 1)));

    /** Most of a bad day is waiting, so several are lived at once, each among sellers of its own. */
    @Test
    void everyBadDayEndsAsItShould() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int mine = lane;
                List<Day> days = IntStream.range(0, DAYS.size())
                        .filter(day -> day % LANES == mine)
                        .mapToObj(DAYS::get)
                        .toList();
                Path root = Files.createDirectory(folder.resolve("lane-" + lane));
                lanes.add(pool.submit(() -> {
                    live(root, days);
                    return null;
                }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void live(Path root, List<Day> days) throws IOException {
        try (Marketplace market = Marketplace.open(root, 0.5)) {
            List<JsonNode> said;
            String errors;
            try (RawPipe server = RawPipe.open(market.premises())) {
                for (Day day : days) {
                    live(market, server, day);
                }
                said = server.messages();
                errors = server.errors();
            }
            noKeyIn(market, root, said + errors);
        }
    }

    private static void live(Marketplace market, RawPipe server, Day day) {
        Map<String, String> tasks = new LinkedHashMap<>();
        for (String provider : market.providers()) {
            market.sandbox()
                    .faults()
                    .set(FaultOrder.times(provider, day.fault(), day.times()).on(day.calls()));
            Reply created = server.call("create_reference_video", market.film("on the day of " + day.name(), provider));
            assertThat(created.isError()).as(created.text()).isFalse();
            tasks.put(provider, created.taskId());
        }
        tasks.forEach((provider, task) -> ended(market, day, provider, settled(server, task)));
        market.sandbox().faults().clear();
    }

    /** The task once it stands still. */
    private static Reply settled(RawPipe server, String task) {
        Reply seen;
        do {
            seen = server.call("get_task", Map.of("task_id", task, "wait_seconds", 2, "sheet", "none"));
        } while (!seen.isFinal() && !seen.status().equals("submission_unknown"));
        return seen;
    }

    private static void ended(Marketplace market, Day day, String provider, Reply seen) {
        String told = provider + ", " + day.name() + ": " + seen.text();
        JsonNode facts = seen.facts();
        assertThat(facts.path("status").asString())
                .as(told)
                .isEqualTo(day.ending().status());
        assertThat(facts.path("cost").path("charged").asString())
                .as(told)
                .isEqualTo(day.ending().charged());
        assertThat(facts.path("error").path("category").asString("none"))
                .as(told)
                .matches(day.ending().category().orElse("none"));
        assertThat(facts.path("next_step").asString()).as(told).isNotBlank();
        assertThat(orders(market, day, provider)).as(told).hasSize(day.ending().billed());
    }

    private static List<SandboxBooks.Entry> orders(Marketplace market, Day day, String provider) {
        return market.ordered("on the day of " + day.name()).stream()
                .filter(entry -> entry.provider().equals(provider))
                .toList();
    }

    /** Nothing that the server said, logged or stored holds a key. */
    private static void noKeyIn(Marketplace market, Path root, String said) throws IOException {
        Set<String> keys =
                Set.copyOf(market.providers().stream().map(Marketplace::key).toList());
        assertThat(keys).hasSize(market.providers().size()).noneMatch(said::contains);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(keys).as(file.toString()).noneMatch(content::contains);
            }
        }
    }

    @Test
    void aDroppedAnswerIsSettledByTheListOfAProviderThatHasOne() throws IOException {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises(List.of("freepik", "dashscope")))) {
            Map<String, String> tasks = new LinkedHashMap<>();
            for (String provider : List.of("freepik", "dashscope")) {
                market.sandbox().faults().set(FaultOrder.times(provider, Fault.BILL_THEN_DROP, 1));
                Reply created = server.call("create_reference_video", market.film("and is lost", provider));
                tasks.put(provider, created.taskId());
            }
            tasks.forEach((provider, task) -> {
                Reply done = server.waitFor(task);
                assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
                assertThat(market.sandbox().books().entries(provider)).hasSize(1);
            });
        }
    }

    @Test
    void aPersonSettlesWhatNobodyElseCan() throws IOException {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises(List.of("evolink")))) {
            market.sandbox().faults().set(FaultOrder.times("evolink", Fault.BILL_THEN_DROP, 2));
            String made = settled(server, create(server, market, "and is made")).taskId();
            String lost =
                    settled(server, create(server, market, "and is not made")).taskId();
            String job = market.ordered("and is made").get(0).job();

            assertThat(resolve(market, made, "--provider-task-id", job).out()).contains(job);
            assertThat(resolve(market, lost, "--not-charged").exit()).isZero();

            assertThat(server.waitFor(made).status()).isEqualTo("succeeded");
            Reply given = server.waitFor(lost);
            assertThat(given.status()).isEqualTo("failed");
            assertThat(given.facts().path("cost").path("charged").asString()).isEqualTo("no");
        }
    }

    private static String create(RawPipe server, Marketplace market, String words) {
        return server.call("create_reference_video", market.film(words, "evolink"))
                .taskId();
    }

    private static Ran resolve(Marketplace market, String... words) {
        Premises premises = market.premises(List.of("evolink"));
        List<String> command = Stream.of(Product.command(), List.of("resolve"), List.of(words))
                .flatMap(List::stream)
                .toList();
        return Ran.of(command, premises.root(), premises.environment(), Duration.ofMinutes(3));
    }
}
