package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of tools past the SDK: they say what the SDK would have sent, and are left to it where it is needed. */
final class SessionToolsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'list_providers'}",
                "{'name':'list_providers','arguments':{'provider':'nobody'}}",
                "{'name':'list_tasks','arguments':'{\\\"limit\\\":\\\"3\\\"}'}",
                "{'name':'list_tasks','arguments':7}",
                "{'name':'get_task','arguments':{'task_id':'wv_nowhere'}}",
                "{'name':'create_reference_video','arguments':{'prompt':'','duration':99}}"
            })
    void sayWhatTheSdkWouldHaveSent(String call) throws Exception {
        McpFace face = new McpFace(Bench.in(folder, new FakeTasks()).studio);
        StatelessHandler handler = face.stateless(Clock.systemUTC());
        Optional<Map<String, Object>> plain = handler.called(request(call), Map.of());
        SdkSession session = SdkSession.with(face);
        session.sent.clear();
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + json(call) + "}");
        JsonNode sent = session.sent.poll(30, TimeUnit.SECONDS);
        assertThat(sent).isNotNull();
        assertThat(JSON.readTree(JSON.writeValueAsString(plain.orElseThrow())).toString())
                .isEqualTo(sent.path("result").toString());
    }

    @Test
    void anUnknownToolIsLeftToTheSdk() {
        assertThat(tools(new Teller(false)).call(request("{'name':'nothing'}"), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'elicitation':{}}|false",
                "{'elicitation':{'form':{}}}|false",
                "{'elicitation':{'form':{},'url':{}}}|false",
                "{'elicitation':{'url':{}}}|true",
                "{}|true"
            })
    void aToolThatMayAskIsLeftToTheSdkWhereTheClientTakesForms(String capabilities, boolean answered) {
        Teller tool = new Teller(true);
        Map<String, Object> greeting = values("{'capabilities':" + capabilities + ",'clientInfo':{'name':'somebody'}}");
        assertThat(tools(tool).call(request("{'name':'list_tasks'}"), greeting).isPresent())
                .isEqualTo(answered);
        assertThat(tool.callers).as("nothing is looked at twice").hasSize(answered ? 1 : 0);
    }

    @Test
    void aToolThatNeverAsksIsCalledForEveryClientByItsName() {
        Teller tool = new Teller(false);
        Map<String, Object> greeting = values("{'capabilities':{'elicitation':{}},'clientInfo':{'name':'somebody'}}");
        assertThat(tools(tool).call(request("{'name':'list_tasks'}"), greeting)).isPresent();
        assertThat(tool.callers.get(0).client().name()).isEqualTo("somebody");
        assertThat(tool.callers.get(0).client().takesForms()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'7'|true", "7|true", "{}|false", "null|false", "[]|false"},
            quoteCharacter = '`')
    void progressIsToldToWhoeverNamesAToken(String token, boolean wanted) {
        Teller tool = new Teller(false);
        tools(tool).call(request("{'name':'list_tasks','_meta':{'progressToken':" + token + "}}"), Map.of());
        assertThat(tool.callers.get(0).feed().wanted()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get_task|{'status':'succeeded','video':{'path':'x'}}|true",
                "get_task|{'status':'failed'}|true",
                "get_task|{'status':'cancelled','video':{}}|true",
                "get_task|{'status':'running'}|false",
                "get_task|{'status':'submission_unknown'}|false",
                "get_task|{'status':'failed','video':{'url':'https://x'}}|false",
                "get_task|{'error':{}}|false",
                "cancel_task|{'status':'cancelled'}|false",
                "list_tasks|{'status':'succeeded'}|false"
            })
    void onlyWhatIsSaidOfAnEndedTaskStands(String name, String facts, boolean stands) {
        Map<String, Object> result =
                values("{'content':[{'type':'text','text':'.'}],'structuredContent':" + facts + "}");
        assertThat(tools(new Teller(false)).stands(request("{'name':'" + name + "'}"), result))
                .isEqualTo(stands);
        Map<String, Object> shown = values("{'content':[{},{'type':'image'}],'structuredContent':" + facts + "}");
        assertThat(tools(new Teller(false)).stands(request("{'name':'" + name + "'}"), shown))
                .isFalse();
    }

    private static SessionTools tools(Tool tool) {
        return new SessionTools(List.of(tool), new ClientPatience(), principal -> new FakeTasks());
    }

    private static StatelessRequest request(String call) {
        return new StatelessRequest(1, "tools/call", values(call), (method, told) -> {});
    }

    private static Map<String, Object> values(String json) {
        return JSON.readValue(json(json), new TypeReference<>() {});
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    /** Notes who calls. */
    private record Teller(boolean asks, List<Caller> callers) implements Tool {
        Teller(boolean asks) {
            this(asks, new ArrayList<>());
        }

        @Override
        public ToolName name() {
            return ToolName.LIST_TASKS;
        }

        @Override
        public Reply call(Arguments in, Caller caller) {
            callers.add(caller);
            return Answer.of("said", Map.of());
        }
    }
}
