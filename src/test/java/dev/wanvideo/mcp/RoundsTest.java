package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls in more than one round, with a tool that asks. */
final class RoundsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String ANSWERED = ",'inputResponses':{'word':{'action':'accept','content':{'word':'yes'}}}";
    private static final InputRequest FORM =
            InputRequest.form("Which word?", Map.of("type", "object", "properties", Map.of()));

    @Test
    void asksAndAnswersWithTheResponse() throws Exception {
        JsonNode asked = call(NOW, "{'elicitation':{}}", "{'limit':1}", "");
        assertThat(asked.path("resultType").asString()).isEqualTo("input_required");
        assertThat(asked.at("/inputRequests/word/method").asString()).isEqualTo("elicitation/create");
        assertThat(asked.at("/inputRequests/word/params/mode").asString()).isEqualTo("form");
        assertThat(asked.has("ttlMs") || asked.has("content")).isFalse();
        JsonNode answer = call(NOW, "{'elicitation':{}}", "{'limit':1}", state(asked) + ANSWERED);
        assertThat(answer.at("/content/0/text").asString()).isEqualTo("yes after 1");
    }

    @Test
    void asksAgainAndCountsTheRoundsInTheState() throws Exception {
        JsonNode asked = call(NOW, "{'elicitation':{}}", "{}", "");
        JsonNode again = call(NOW, "{'elicitation':{}}", "{}", state(asked) + ",'inputResponses':{'other':{}}");
        JsonNode answer = call(NOW, "{'elicitation':{}}", "{}", state(again) + ANSWERED);
        assertThat(answer.at("/content/0/text").asString()).isEqualTo("yes after 2");
    }

    @Test
    void asksAllTheSameWhenResponsesComeWithoutTheState() throws Exception {
        JsonNode asked = call(NOW, "{'elicitation':{}}", "{}", ANSWERED);
        assertThat(asked.path("resultType").asString()).isEqualTo("input_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'forged'", "''", "'a.b'", "7", "{}"})
    void refusesAForgedState(String forged) {
        refuses(NOW, "{}", ",'requestState':" + forged + ANSWERED);
    }

    @Test
    void refusesAStateForOtherArgumentsOrTooLate() throws Exception {
        String state = state(call(NOW, "{'elicitation':{}}", "{'limit':1}", ""));
        refuses(NOW, "{'limit':2}", state + ANSWERED);
        refuses(NOW.plus(RequestStates.LIFE), "{'limit':1}", state + ANSWERED);
    }

    @Test
    void refusesResponsesThatAreNone() throws Exception {
        String state = state(call(NOW, "{'elicitation':{}}", "{}", ""));
        refuses(NOW, "{}", state + ",'inputResponses':[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form | {} | {\"elicitation\":{}}",
                "form | {'elicitation':{'url':{}}} | {\"elicitation\":{}}",
                "form | {'elicitation':{'form':{}}} |",
                "form | {'elicitation':{'form':{},'url':{}}} |",
                "url | {'elicitation':{}} | {\"elicitation\":{\"url\":{}}}",
                "url | {'elicitation':{'url':{}}} |",
                "sampling | {'elicitation':{}} | {\"sampling\":{}}",
                "sampling | {'sampling':{}} |",
                "roots | {} | {\"roots\":{}}"
            })
    void asksNothingThatTheClientCannotDo(String question, String capabilities, String missing) throws Exception {
        InputRequest asking = switch (question) {
            case "form" -> FORM;
            case "url" -> new InputRequest("elicitation/create", Map.of("mode", "url"));
            case "sampling" -> new InputRequest("sampling/createMessage", Map.of());
            default -> new InputRequest("roots/list", Map.of());
        };
        StatelessRequest request = request(capabilities, "{}", "");
        if (missing == null) {
            assertThat(tools(NOW, asking).call(request)).containsKey("inputRequests");
        } else {
            ProtocolError error = catchThrowableOfType(
                    ProtocolError.class, () -> tools(NOW, asking).call(request));
            assertThat(error.code()).isEqualTo(-32021);
            assertThat(JSON.valueToTree(error.error())
                            .at("/data/requiredCapabilities")
                            .toString())
                    .isEqualTo(missing);
        }
    }

    private static void refuses(Instant now, String arguments, String more) {
        ProtocolError error =
                catchThrowableOfType(ProtocolError.class, () -> call(now, "{'elicitation':{}}", arguments, more));
        assertThat(error.code()).isEqualTo(-32602);
    }

    private static String state(JsonNode asked) {
        return ",'requestState':'" + asked.path("requestState").asString() + "'";
    }

    private static JsonNode call(Instant now, String capabilities, String arguments, String more) throws ProtocolError {
        return JSON.valueToTree(tools(now, FORM).call(request(capabilities, arguments, more)));
    }

    private static StatelessTools tools(Instant now, InputRequest question) {
        return new StatelessTools(
                List.of(new AskingTool(question)),
                new RequestStates(() -> new byte[32], Clock.fixed(now, ZoneOffset.UTC)),
                new ClientPatience(),
                new RunningTasks(
                        principal -> new FakeTasks(),
                        new FilmAnswers(new TaskView(Catalogue.load(), Clock.systemUTC()))));
    }

    private static StatelessRequest request(String capabilities, String arguments, String more) {
        String params = "{'name':'list_tasks','arguments':" + arguments
                + ",'_meta':{'io.modelcontextprotocol/clientCapabilities':" + capabilities + "}" + more + "}";
        return new StatelessRequest(
                1, "tools/call", JSON.readValue(params.replace('\'', '"'), new TypeReference<>() {}), (m, p) -> {});
    }
}
