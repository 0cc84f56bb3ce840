package dev.wanvideo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CallShapeTest {

    @Test
    void leavesArgumentsOfEveryTypeToTheTools() {
        for (Object arguments : List.of(Map.of(), "{}", "text", List.of(1), 7)) {
            assertThat(CallShape.fault("tools/call", Map.of("name", "list_tasks", "arguments", arguments)))
                    .as("arguments %s", arguments)
                    .isNull();
        }
    }

    @Test
    void aCallNamesItsToolAndItsMetaIsAnObject() {
        assertThat(CallShape.fault("tools/call", Map.of("name", 7))).isEqualTo("params.name must be a string");
        assertThat(CallShape.fault("tools/call", Map.of("name", "x", "_meta", 7)))
                .isEqualTo("params._meta must be an object");
    }
}
