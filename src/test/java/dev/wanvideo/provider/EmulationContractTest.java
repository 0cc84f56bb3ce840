package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.EmulatedJobs.Failure;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.provider.EmulatedWire.Trouble;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestCheck;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Holds every provider's two sides of its wire against each other. */
final class EmulationContractTest {
    private static final String ORIGIN = "http://127.0.0.1:8099/here";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WORDS = "words of the provider";

    static Stream<Recording> creates() {
        return Recording.all().stream().filter(r -> r.kind().equals("create"));
    }

    static List<Provider> providers() {
        return RemoteProviders.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creates")
    void takesWhatIsRecordedAndBillsItOnce(Recording recording) {
        BenchJobs jobs = new BenchJobs();

        EmulatedAnswer answer = answer(recording, recording.sent().path("body").toString(), jobs);

        assertThat(answer.status()).as(answer.json()).isEqualTo(200);
        assertThat(jobs.latest()).singleElement().satisfies(job -> {
            assertThat(job.order().prompt())
                    .isEqualTo(recording.sent().findValue("prompt").asString());
            assertThat(job.order().media()).isNotEmpty();
            assertThat(job.order().usd()).isPositive();
            assertThat((long) job.order().seconds())
                    .isEqualTo(RecordedArguments.read(recording.json().path("request"))
                            .format()
                            .seconds());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creates")
    void refusesEveryFaultInABodyAndBillsNothing(Recording recording) {
        Provider provider = here(recording);
        BenchJobs jobs = new BenchJobs();

        assertThat(BrokenBodies.of(recording.sent().path("body"))).isNotEmpty().allSatisfy(broken -> {
            EmulatedAnswer answer = answer(recording, broken.body(), jobs);
            SubmitOutcome read = RemoteProviders.wire(provider).submitted(reply(answer));
            assertThat(read).as(broken.fault()).isInstanceOf(SubmitOutcome.Refused.class);
            assertThat(jobs.latest()).as(broken.fault()).isEmpty();
        });
        for (String nonsense : List.of("", "[]", "null", "{", "\"text\"")) {
            EmulatedAnswer answer = answer(recording, nonsense, jobs);
            assertThat(RemoteProviders.wire(provider).submitted(reply(answer)))
                    .as(nonsense)
                    .isInstanceOf(SubmitOutcome.Refused.class);
            assertThat(jobs.latest()).as(nonsense).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void takesEverythingThatTheLimitsLetThrough(Provider any) {
        Provider provider = here(rich(any));
        List<Constraint> limits = provider.descriptor().constraints();
        List<ReferenceVideoRequest> requests = limits.stream()
                .flatMap(limit -> Edges.of(limit).within().stream())
                .map(Edges.Edge::request)
                .filter(request -> RequestCheck.ofConstraints(request, limits).isEmpty())
                .toList();

        assertThat(requests).isNotEmpty().allSatisfy(request -> {
            OutgoingRequest outgoing = provider.request(request);
            String body = JSON.writeValueAsString(outgoing.body());
            BenchJobs jobs = new BenchJobs();
            EmulatedAnswer answer = put(provider, outgoing, body, jobs);
            // Some providers write their refusals under HTTP 200, so only the reading tells.
            assertThat(RemoteProviders.wire(provider).submitted(reply(answer)))
                    .as(body)
                    .isInstanceOf(SubmitOutcome.Accepted.class);
            assertThat(jobs.latest()).as(body).hasSize(1);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void isUnderstoodThroughTheWholeLifeOfAFilm(Provider any) {
        Recording recording = rich(any);
        Provider provider = here(recording);
        Wire wire = RemoteProviders.wire(provider);
        BenchJobs jobs = new BenchJobs();
        SubmitOutcome submitted = wire.submitted(
                reply(answer(recording, recording.sent().path("body").toString(), jobs)));
        String id = jobs.latest().get(0).id();

        assertThat(submitted)
                .isInstanceOfSatisfying(
                        SubmitOutcome.Accepted.class,
                        accepted -> assertThat(accepted.taskId()).isEqualTo(id));
        assertThat(look(provider, jobs, Phase.WAITING)).isInstanceOf(PollOutcome.Going.class);
        assertThat(look(provider, jobs, Phase.WORKING)).isInstanceOf(PollOutcome.Going.class);
        assertThat(look(provider, jobs, Phase.DONE))
                .isInstanceOfSatisfying(
                        PollOutcome.Finished.class,
                        finished -> assertThat(finished.film()).hasToString(BenchJobs.FILM));
        assertThat(look(provider, jobs, Phase.CANCELLED)).isInstanceOf(PollOutcome.Failed.class);
        assertThat(look(provider, jobs, Phase.FAILED)).isInstanceOf(PollOutcome.Failed.class);
        jobs.phase(Phase.WORKING, Optional.of("PONDERING"), Optional.empty());
        assertThat(look(provider, jobs))
                .isInstanceOfSatisfying(
                        PollOutcome.Going.class,
                        going -> assertThat(going.report().status()).contains("PONDERING"));
        assertThat(look(provider, new BenchJobs(), id)).isInstanceOf(PollOutcome.Missing.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void tellsContentFromOtherFailuresWhereItsAnswersDo(Provider any) {
        Provider provider = here(rich(any));
        BenchJobs jobs = new BenchJobs();
        answer(rich(any), rich(any).sent().path("body").toString(), jobs);

        jobs.phase(Phase.FAILED, Optional.empty(), Optional.of(new Failure(false, WORDS)));
        PollOutcome.Failed plain = (PollOutcome.Failed) look(provider, jobs);
        jobs.phase(Phase.FAILED, Optional.empty(), Optional.of(new Failure(true, WORDS)));
        PollOutcome.Failed content = (PollOutcome.Failed) look(provider, jobs);

        assertThat(plain.category()).isNotEqualTo(Category.CONTENT_REFUSED);
        boolean silent =
                content.message().equals(plain.message()) && !content.message().contains(WORDS);
        assertThat(silent || content.category() == Category.CONTENT_REFUSED).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void isUnderstoodWhenSomethingIsWrongWithASubmission(Provider any) {
        Map<Trouble, Set<Category>> expected = Map.of(
                Trouble.UNAUTHORIZED, Set.of(Category.UNAUTHORIZED),
                Trouble.NO_CREDIT, Set.of(Category.INSUFFICIENT_FUNDS),
                Trouble.RATE_LIMITED, Set.of(Category.RATE_LIMITED),
                // Not every provider has a word of its own for it.
                Trouble.CONTENT_REFUSED, Set.of(Category.CONTENT_REFUSED, Category.INVALID_REQUEST),
                Trouble.INVALID, Set.of(Category.INVALID_REQUEST),
                Trouble.NO_SUCH_CALL, Set.of(Category.NOT_FOUND, Category.UNSUPPORTED));

        expected.forEach((trouble, categories) -> assertThat(submitted(any, trouble))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(categories).as(trouble.name()).contains(refused.category());
                    assertThat(refused.message()).contains(WORDS);
                }));
        assertThat(submitted(any, Trouble.INTERNAL)).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(submitted(any, Trouble.UNAVAILABLE))
                .matches(outcome -> outcome instanceof SubmitOutcome.Unknown
                        || outcome instanceof SubmitOutcome.Refused refused
                                && refused.category() == Category.UNAVAILABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void neverFailsATaskBecauseALookAtItFailed(Provider any) {
        Wire wire = RemoteProviders.wire(any);
        EmulatedWire emulated = any.emulated().orElseThrow();

        for (Trouble trouble :
                List.of(Trouble.UNAUTHORIZED, Trouble.RATE_LIMITED, Trouble.INTERNAL, Trouble.UNAVAILABLE)) {
            assertThat(wire.polled(reply(emulated.trouble(trouble, WORDS))))
                    .as(trouble.name())
                    .isInstanceOf(PollOutcome.NoAnswer.class);
        }
        assertThat(wire.polled(reply(emulated.trouble(Trouble.NO_SUCH_TASK, WORDS))))
                .isInstanceOf(PollOutcome.Missing.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void listsAndStopsWhereItSaysThatItCan(Provider any) {
        Provider provider = here(rich(any));
        Wire wire = RemoteProviders.wire(provider);
        BenchJobs jobs = new BenchJobs();
        answer(rich(any), rich(any).sent().path("body").toString(), jobs);
        String id = jobs.latest().get(0).id();

        wire.list()
                .ifPresent(list -> assertThat(wire.listed(reply(put(provider, list, "", jobs))))
                        .hasValueSatisfying(ids -> assertThat(ids).containsExactly(id)));
        wire.cancel(id).ifPresent(cancel -> {
            assertThat(wire.cancelled(reply(put(provider, cancel, "", jobs))).stopped())
                    .isTrue();
            jobs.phase(Phase.WORKING, Optional.empty(), Optional.empty());
            assertThat(wire.cancelled(reply(put(provider, cancel, "", jobs))).stopped())
                    .isFalse();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void saysInItsOwnWordsThatItHasNoSuchCall(Provider any) {
        EmulatedWire emulated = any.emulated().orElseThrow();
        OutgoingRequest stray = OutgoingRequest.get(ORIGIN + "/no/such/call");

        EmulatedAnswer answer = emulated.answer(call(any, stray, ""), new BenchJobs());

        assertThat(answer.status()).isIn(404, 405);
        assertThat(emulated.key(new EmulatedCall("GET", "/x", Map.of(), Map.of(), "", ORIGIN)))
                .isEmpty();
    }

    @Test
    void findsTheRemoteProviders() {
        assertThat(providers()).isNotEmpty();
    }

    private static SubmitOutcome submitted(Provider provider, Trouble trouble) {
        EmulatedAnswer answer = provider.emulated().orElseThrow().trouble(trouble, WORDS);
        return RemoteProviders.wire(provider).submitted(reply(answer));
    }

    private static PollOutcome look(Provider provider, BenchJobs jobs, Phase phase) {
        jobs.phase(
                phase, Optional.empty(), Optional.of(new Failure(false, WORDS)).filter(f -> phase == Phase.FAILED));
        return look(provider, jobs);
    }

    private static PollOutcome look(Provider provider, BenchJobs jobs) {
        return look(provider, jobs, jobs.latest().get(0).id());
    }

    private static PollOutcome look(Provider provider, BenchJobs jobs, String id) {
        Wire wire = RemoteProviders.wire(provider);
        return wire.polled(reply(put(provider, wire.poll(id), "", jobs)));
    }

    /** A recorded create as the emulated provider answers it, with this body. */
    private static EmulatedAnswer answer(Recording recording, String body, BenchJobs jobs) {
        Provider provider = here(recording);
        OutgoingRequest request =
                provider.request(RecordedArguments.read(recording.json().path("request")));
        return put(provider, request, body, jobs);
    }

    private static EmulatedAnswer put(Provider provider, OutgoingRequest request, String body, BenchJobs jobs) {
        EmulatedWire emulated = provider.emulated().orElseThrow();
        EmulatedCall call = call(provider, request, body);
        assertThat(emulated.key(call)).contains(Recording.KEY);
        return emulated.answer(call, jobs);
    }

    private static EmulatedCall call(Provider provider, OutgoingRequest request, String body) {
        assertThat(request.url()).startsWith(ORIGIN);
        String[] parts = request.url().substring(ORIGIN.length()).split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        Map<String, String> headers = new HashMap<>();
        RemoteProviders.headers(provider, request)
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new EmulatedCall(request.method(), parts[0], query, headers, body, ORIGIN);
    }

    private static ApiReply reply(EmulatedAnswer answer) {
        return ApiReply.of(answer.status(), answer.headers(), answer.json());
    }

    private static Provider here(Recording recording) {
        Map<String, String> options = new HashMap<>(recording.options());
        options.put("base_url", ORIGIN);
        return Catalogue.load().find(recording.provider()).orElseThrow().with(options);
    }

    private static Recording rich(Provider provider) {
        return Recording.of(provider.descriptor().id()).stream()
                .filter(r -> r.name().equals("rich"))
                .findFirst()
                .orElseThrow();
    }
}
