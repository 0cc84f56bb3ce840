package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnMemoryTest {
    private static final ToolExecutionRequest FIRST =
            ToolExecutionRequest.builder().id("1").name("get_task").build();
    private static final ToolExecutionRequest SECOND =
            ToolExecutionRequest.builder().id("2").name("get_task").build();

    private final TurnMemory memory = new TurnMemory(List.of(SystemMessage.from("direct")));

    @Test
    void aTurnThatBrokeOffHasAResultForEveryCallAndAnEnd() {
        memory.add(UserMessage.from("a film"));
        memory.add(AiMessage.from(FIRST, SECOND));
        memory.add(ToolExecutionResultMessage.from(FIRST, "running"));

        List<ChatMessage> turn = memory.close("[stopped]");

        assertThat(turn).hasSize(5);
        assertThat(turn.get(3))
                .isInstanceOfSatisfying(
                        ToolExecutionResultMessage.class,
                        result -> assertThat(result.id()).isEqualTo("2"));
        assertThat(turn.get(4)).isEqualTo(AiMessage.from("[stopped]"));
    }

    @Test
    void whatComesAfterTheEndIsNotRemembered() {
        memory.add(UserMessage.from("a film"));
        List<ChatMessage> turn = memory.close();
        memory.add(AiMessage.from("late"));
        assertThat(turn).hasSize(1);
        assertThat(memory.messages()).hasSize(2);
    }
}
