package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class WatchedToolTest {
    private static final ToolExecutionRequest CALL =
            ToolExecutionRequest.builder().id("1").name("get_task").build();
    private static final InvocationContext CONTEXT = InvocationContext.builder().build();

    private final KeptScreen screen = new KeptScreen();
    private final List<String> called = new ArrayList<>();

    @Test
    void aTurnThatIsOverCallsNoTool() {
        assertThatThrownBy(() -> tool("{}", true).executeWithContext(CALL, CONTEXT))
                .isInstanceOf(CancellationException.class);
        assertThat(called).isEmpty();
    }

    @Test
    void aFinishedFilmIsShownAsTheServerToldIt() {
        tool("{\"status\":\"succeeded\",\"video\":{\"path\":\"/films/anna.mp4\"}}", false)
                .executeWithContext(CALL, CONTEXT);
        assertThat(called).containsExactly("get_task");
        assertThat(screen.films).hasToString("[/films/anna.mp4]");
        assertThat(screen.firstProgress).isCompletedWithValue(100);
    }

    @Test
    void wordsThatAreNoFactsShowNothing() {
        tool("There was a timeout", false).executeWithContext(CALL, CONTEXT);
        assertThat(screen.films).isEmpty();
    }

    private WatchedTool tool(String answer, boolean over) {
        ToolExecutor inner = new ToolExecutor() {
            @Override
            public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
                called.add(request.name());
                return ToolExecutionResult.builder().resultText(answer).build();
            }

            @Override
            public String execute(ToolExecutionRequest request, Object memoryId) {
                throw new AssertionError("called without its context");
            }
        };
        return new WatchedTool(inner, screen, () -> over);
    }
}
