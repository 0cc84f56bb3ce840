package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StdioSessionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Outbox outbox = new Outbox(out, () -> {});
    private final StdioSession session = new StdioSession(outbox, McpJsonDefaults.getMapper());

    @Test
    void tellsInLinesUntilTheStreamIsClosed() {
        session.tell("notifications/resources/updated", Map.of("uri", "wan-video://tasks/a"));
        outbox.close();
        session.tell("notifications/resources/updated", Map.of("uri", "wan-video://tasks/b"));
        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\","
                        + "\"params\":{\"uri\":\"wan-video://tasks/a\"}}\n");
    }

    @Test
    void runsAtItsEndWhatWasLeftForItAndAtOnceWhatComesLater() {
        List<String> ran = new ArrayList<>();
        session.onEnd(() -> ran.add("one"));
        session.onEnd(() -> ran.add("two"));
        assertThat(ran).isEmpty();
        session.end();
        session.onEnd(() -> ran.add("late"));
        assertThat(ran).containsExactly("one", "two", "late");
    }
}
