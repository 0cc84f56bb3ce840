package dev.wanvideo.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CallbackCheck.Verdict;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Holds every provider that calls back, and its emulation, to what both say of it. */
final class CallbackContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String BASE = "https://films.example.com/webhooks";
    private static final String KEY = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk";

    static Stream<Provider> callers() {
        return RemoteProviders.all().stream()
                .filter(provider -> provider.options().contains(Option.CALLBACK_URL))
                .map(CallbackContractTest::told);
    }

    private static Provider told(Provider provider) {
        Map<String, String> values = new LinkedHashMap<>(emulated(provider).secrets());
        values.put(Option.CALLBACK_URL.name(), BASE);
        values.put(Option.BASE_URL.name(), "https://api.example.com");
        return provider.with(values);
    }

    @Test
    void areTheTwoWhosePagesSaySo() {
        assertThat(callers()
                        .map(provider -> provider.descriptor().id() + " "
                                + provider.callbacks().orElseThrow().field()))
                .containsExactlyInAnyOrder("freepik webhook_url", "evolink callback_url");
    }

    @ParameterizedTest
    @MethodSource("callers")
    void asksForNoCallUnlessItWasToldWhereTo(Provider provider) {
        Map<String, String> values = new LinkedHashMap<>(emulated(provider).secrets());
        assertThat(provider.with(values).callbacks()).isEmpty();
        if (!values.isEmpty()) {
            assertThat(provider.with(Map.of(Option.CALLBACK_URL.name(), BASE)).callbacks())
                    .as("what it signs cannot be checked")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("callers")
    void theAddressIsPutInWhereThePageSaysAndNothingElseChanges(Provider provider) {
        Callbacks callbacks = provider.callbacks().orElseThrow();
        OutgoingRequest request = plain(provider);
        assertThat(request.body()).doesNotContainKey(callbacks.field());
        OutgoingRequest addressed = callbacks.with(request, KEY);
        assertThat(addressed.body())
                .containsEntry(callbacks.field(), BASE + "/" + KEY)
                .containsAllEntriesOf(request.body());
        assertThat(addressed.body()).hasSize(request.body().size() + 1);
        assertThat(callbacks.shown(request).body().get(callbacks.field()))
                .asString()
                .startsWith(BASE + "/<");
    }

    @ParameterizedTest
    @MethodSource("callers")
    void theEmulationCallsBackAsItSaysAndIsBelieved(Provider provider) {
        Callbacks callbacks = provider.callbacks().orElseThrow();
        BenchJobs jobs = new BenchJobs();
        order(provider, callbacks.with(plain(provider), KEY), jobs);
        jobs.phase(Phase.DONE, Optional.empty(), Optional.empty());
        Job job = jobs.latest().get(0);
        assertThat(job.order().callback()).hasValue(BASE + "/" + KEY);
        EmulatedCallback called = emulated(provider).callback(job, "msg_1", NOW).orElseThrow();
        assertThat(callbacks.taskId(called.json().getBytes(UTF_8))).hasValue(job.id());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        called.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        CallbackCheck.Call call = new CallbackCheck.Call(headers, called.json().getBytes(UTF_8));
        assertThat(callbacks.check().judge(call, NOW)).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void nothingIsReadFromWhatIsNoTask(Provider provider) {
        Callbacks callbacks = provider.callbacks().orElseThrow();
        for (String body : List.of("", "[]", "{}", "null", "{\"data\":{}}", "no JSON", "{\"task_id\":{},\"id\":[]}")) {
            assertThat(callbacks.taskId(body.getBytes(UTF_8))).as(body).isEmpty();
        }
    }

    private static void order(Provider provider, OutgoingRequest request, BenchJobs jobs) {
        Map<String, String> headers = new LinkedHashMap<>();
        RemoteProviders.headers(provider, request)
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String path = request.url().substring("https://api.example.com".length());
        String body = JSON.writeValueAsString(request.body());
        EmulatedAnswer answer = emulated(provider)
                .answer(new EmulatedCall("POST", path, Map.of(), headers, body, "http://127.0.0.1"), jobs);
        assertThat(answer.status()).as(answer.json()).isEqualTo(200);
    }

    private static OutgoingRequest plain(Provider provider) {
        Recording rich = Recording.all().stream()
                .filter(recording -> recording.kind().equals("create"))
                .filter(recording ->
                        recording.provider().equals(provider.descriptor().id()))
                .findFirst()
                .orElseThrow();
        return provider.request(RecordedArguments.read(rich.json().path("request")));
    }

    private static EmulatedWire emulated(Provider provider) {
        return provider.emulated().orElseThrow();
    }
}
