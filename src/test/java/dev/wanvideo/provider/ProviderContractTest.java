package dev.wanvideo.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every remote provider to its recordings. */
final class ProviderContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NO_FACTS = Set.of("message_contains", "details");

    static List<Provider> providers() {
        return RemoteProviders.all();
    }

    static List<Recording> creates() {
        return recordings("create");
    }

    static List<Recording> calls() {
        return recordings("poll", "cancel", "list");
    }

    static List<Recording> answers() {
        return recordings("submitted", "polled", "cancelled", "listed");
    }

    private static List<Recording> recordings(String... kinds) {
        return Recording.all().stream()
                .filter(r -> List.of(kinds).contains(r.kind()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creates")
    void sendsExactlyWhatItsPagesShow(Recording recording) {
        Provider provider = RemoteProviders.of(recording);
        ReferenceVideoRequest request = RecordedArguments.read(recording.json().path("request"));

        assertThat(Prompt.read(request.prompt(), request.references()).violations())
                .isEmpty();
        assertThat(RequestCheck.ofConstraints(request, provider.descriptor().constraints()))
                .isEmpty();
        OutgoingRequest outgoing = provider.request(request);
        assertSent(recording, provider, outgoing);
        assertThat(JSON.writeValueAsString(outgoing.body()))
                .isEqualTo(recording.sent().path("body").toString());
        assertThat(RemoteProviders.wire(provider).blocking(outgoing))
                .isEqualTo(recording.json().path("blocking").asBoolean(false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void asksAfterATaskExactlyAsItsPagesShow(Recording recording) {
        Provider provider = RemoteProviders.of(recording);
        Wire wire = RemoteProviders.wire(provider);
        OutgoingRequest call = switch (recording.kind()) {
            case "poll" -> wire.poll(recording.taskId());
            case "cancel" -> wire.cancel(recording.taskId()).orElseThrow();
            default -> wire.list().orElseThrow();
        };

        assertSent(recording, provider, call);
        assertThat(recording.sent().path("body").isMissingNode())
                .isEqualTo(call.body().isEmpty());
    }

    private static void assertSent(Recording recording, Provider provider, OutgoingRequest outgoing) {
        assertThat(outgoing.method()).isEqualTo(recording.sent().path("method").asString());
        assertThat(outgoing.url()).isEqualTo(recording.sent().path("url").asString());
        assertThat(RemoteProviders.headers(provider, outgoing)).isEqualTo(recording.sentHeaders());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void understandsEveryAnswer(Recording recording) {
        Understood understood = understood(recording);

        assertThat(understood.facts()).isEqualTo(facts(recording.means()));
        assertThat(recording.means().path("message_contains").values())
                .allSatisfy(fragment -> assertThat(understood.words()).contains(fragment.asString()));
        assertThat(understood.words()).doesNotContain("Exception", "dev.wanvideo", Recording.KEY);
        JsonNode details = JSON.readTree(JSON.writeValueAsString(understood.details()));
        recording
                .means()
                .path("details")
                .properties()
                .forEach(expected -> assertThat(details.path(expected.getKey()).toString())
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue().toString()));
    }

    private static Understood understood(Recording recording) {
        Provider provider = RemoteProviders.of(recording);
        Wire wire = RemoteProviders.wire(provider);
        ApiReply reply = recording.answer();
        return switch (recording.kind()) {
            case "submitted" -> submitted(recording, provider, reply);
            case "polled" -> Understood.of(wire.polled(reply));
            case "cancelled" -> Understood.of(wire.cancelled(reply));
            default -> Understood.of(wire.listed(reply));
        };
    }

    private static Understood submitted(Recording recording, Provider provider, ApiReply reply) {
        Wire wire = RemoteProviders.wire(provider);
        SubmitOutcome outcome = wire.submitted(reply);
        if (outcome instanceof SubmitOutcome.Refused refused) {
            assertThat(refused.httpStatus()).isEqualTo(reply.status());
        }
        if (outcome instanceof SubmitOutcome.Unknown unknown) {
            assertThat(unknown.httpStatus()).contains(reply.status());
        }
        Optional<OutgoingRequest> door = Optional.of(recording.json().path("request"))
                .filter(JsonNode::isObject)
                .map(RecordedArguments::read)
                .flatMap(request -> wire.otherDoor(provider.request(request), reply));
        return Understood.of(outcome, door);
    }

    private static Map<String, String> facts(JsonNode means) {
        Map<String, String> facts = new TreeMap<>();
        means.properties().stream()
                .filter(entry -> !NO_FACTS.contains(entry.getKey()))
                .forEach(entry -> facts.put(entry.getKey(), fact(entry.getValue())));
        return facts;
    }

    private static String fact(JsonNode value) {
        if (value.isArray()) {
            return value.values().stream().map(JsonNode::asString).collect(Collectors.joining(" "));
        }
        return value.isNumber()
                ? new BigDecimal(value.asString()).stripTrailingZeros().toPlainString()
                : value.asString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void hasTheRecordingsThatMatterMost(Provider provider) {
        List<Recording> all = Recording.of(provider.descriptor().id());
        List<String> names = all.stream().map(Recording::name).toList();
        List<String> meanings = all.stream()
                .map(r ->
                        r.kind() + " " + r.json().path("answer").path("status").asInt() + " "
                                + r.means().path("type").asString(""))
                .toList();

        assertThat(names).contains("seed", "rich", "minimal").anyMatch(name -> name.contains("undocumented"));
        assertThat(all).extracting(Recording::kind).contains("create", "poll", "submitted", "polled");
        assertThat(meanings)
                .contains("submitted 200 Unknown", "polled 200 NoAnswer", "polled 200 Going", "polled 200 Finished")
                .anyMatch(meaning -> meaning.startsWith("polled") && meaning.endsWith("Failed"));
        assertThat(all).allSatisfy(r -> {
            assertThat(r.json().path("about").asString()).isNotBlank();
            assertThat(r.json().path("source").asString()).matches(".+, read \\d{4}-\\d\\d-\\d\\d.*");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void keepsATaskIdFromReachingAnotherAddress(Provider provider) {
        assertThat(RemoteProviders.wire(provider).poll("a/../b?c=d&e#f").url())
                .doesNotContain("a/../b")
                .doesNotContain("c=d")
                .doesNotContain("#f");
    }

    @Test
    void doesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("dev.wanvideo.provider.*..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(io\\.(File|InputStream|OutputStream|Reader|Writer|PrintStream).*"
                                + "|nio\\.(file|channels)\\..*|net\\.(URL|URLConnection|Socket|InetAddress|http\\..*)|sql\\..*|lang\\.Process.*)")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.wanvideo.provider"));
    }
}
