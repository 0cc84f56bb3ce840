package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Inspector's command line, which starts a new server for each call.
 *
 * @param era its {@code --protocol-era}
 */
record InspectorClient(Npm npm, TappedServer server, String era) implements TestClient {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String CLI = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";
    private static final JsonMapper JSON = new JsonMapper();
    /** Its exit code for a result that is an error, from EXIT_CODES in clients/cli of 2.12.0 (read 2026-11-20). */
    private static final int TOOL_ERROR = 5;

    /** Lists strictly: a schema that some client could not take fails the call. */
    @Override
    public List<String> list() {
        Ran ran = inspect("--method", "tools/list", "--strict");
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.err()).as("portability findings").doesNotContainIgnoringCase("warning", "portab");
        return result(ran)
                .path("tools")
                .valueStream()
                .map(tool -> tool.path("name").asString(""))
                .toList();
    }

    @Override
    public Reply call(String tool, Map<String, ?> arguments) {
        Ran ran = inspect(
                "--method", "tools/call", "--tool-name", tool, "--tool-args-json", JSON.writeValueAsString(arguments));
        assertThat(ran.exit()).as(ran.toString()).isIn(0, TOOL_ERROR);
        Reply reply = new Reply(result(ran));
        assertThat(reply.isError()).as(ran.toString()).isEqualTo(ran.exit() == TOOL_ERROR);
        return reply;
    }

    /** Its CLI builds its client with {@code progress: false} (clients/cli/build/index.js of 2.12.0, 2026-11-20). */
    @Override
    public Heard callWithProgress(String tool, Map<String, ?> arguments) {
        throw new NotOffered("its command line switches progress off and prints the result alone");
    }

    /** {@code --help} of 2.12.0 knows no cancelling, and its only signal handlers are those of streams and OAuth. */
    @Override
    public void giveUp(String tool, Map<String, ?> arguments) {
        throw new NotOffered("its command line has no cancelling: a signal ends it, and its server with it");
    }

    @Override
    public void close() {
        // Every call has closed what it opened.
    }

    private static JsonNode result(Ran ran) {
        return Reply.in(JSON.readTree(ran.out())).result();
    }

    private Ran inspect(String... request) {
        List<String> command = new ArrayList<>(List.of(npm.node().toString(), CLI, "--cli"));
        command.addAll(server.command());
        command.addAll(List.of("--protocol-era", era, "--format", "json", "--connect-timeout", "60000"));
        command.addAll(List.of(request));
        return Ran.of(command, npm.folder(), server.premises().environment(), LIMIT);
    }
}
