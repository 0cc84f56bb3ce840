package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.transport.McpOperationHandler;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.protocol.McpCallToolRequest;
import dev.langchain4j.mcp.protocol.McpCancellationNotification;
import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.mcp.protocol.McpInitializeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class CancellableTransportTest {
    private final List<String> sent = new ArrayList<>();
    private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    private Runnable whileSending = () -> {};
    private final CancellableTransport transport = new CancellableTransport(new Wire());

    @Test
    void aCallInFlightIsCancelledOnce() {
        CompletableFuture<JsonNode> call = transport.executeOperationWithResponse(call());
        transport.cancelCalls("enough");
        transport.cancelCalls("enough");
        assertThat(sent).containsExactly("call", "cancellation");
        assertThat(call).isCompletedExceptionally();
    }

    /** The server's first word of it may be heard before the sending has come back. */
    @Test
    void aCallThatIsStoppedWhileItIsSentIsCancelledBehindIt() {
        whileSending = () -> transport.cancelCalls("enough");
        assertThat(transport.executeOperationWithResponse(call())).isCompletedExceptionally();
        assertThat(sent).endsWith("call", "cancellation");
    }

    @Test
    void anAnsweredCallIsNotCancelled() {
        CompletableFuture<JsonNode> call = transport.executeOperationWithResponse(call());
        answer.complete(TextNode.valueOf("done"));
        transport.cancelCalls("enough");
        assertThat(call).isCompletedWithValue(TextNode.valueOf("done"));
        assertThat(sent).containsExactly("call");
    }

    @Test
    void aCallThatFailsFailsForItsCaller() {
        CompletableFuture<JsonNode> call = transport.executeOperationWithResponse(call());
        answer.completeExceptionally(new IllegalStateException("broken pipe"));
        assertThat(call).isCompletedExceptionally();
    }

    private static McpClientMessage call() {
        return new McpCallToolRequest(7L, "get_task", JsonNodeFactory.instance.objectNode());
    }

    /** Keeps what is sent; the answer comes when the test says so. */
    private final class Wire implements McpTransport {
        @Override
        public void start(McpOperationHandler handler) {}

        @Override
        public CompletableFuture<JsonNode> initialize(McpInitializeRequest request) {
            return answer;
        }

        @Override
        public CompletableFuture<JsonNode> executeOperationWithResponse(McpClientMessage message) {
            whileSending.run();
            sent.add("call");
            return answer;
        }

        @Override
        public CompletableFuture<JsonNode> executeOperationWithResponse(McpCallContext context) {
            return executeOperationWithResponse(context.message());
        }

        @Override
        public void executeOperationWithoutResponse(McpClientMessage message) {
            sent.add(message instanceof McpCancellationNotification ? "cancellation" : "other");
        }

        @Override
        public void executeOperationWithoutResponse(McpCallContext context) {
            executeOperationWithoutResponse(context.message());
        }

        @Override
        public void checkHealth() {}

        @Override
        public void onFailure(Runnable action) {}

        @Override
        public void close() {}
    }
}
