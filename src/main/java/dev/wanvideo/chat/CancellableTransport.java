package dev.wanvideo.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.transport.McpOperationHandler;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.protocol.McpCallToolRequest;
import dev.langchain4j.mcp.protocol.McpCancellationNotification;
import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.mcp.protocol.McpInitializeRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a person end the tool calls in flight; the client itself gives up only when its time is over. */
final class CancellableTransport implements McpTransport {
    private final McpTransport inner;
    private final Map<Long, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();

    CancellableTransport(McpTransport inner) {
        this.inner = inner;
    }

    /** Tells the server that nobody waits any longer, and ends the waiting. */
    void cancelCalls(String reason) {
        calls.forEach((id, call) -> {
            if (calls.remove(id, call)) {
                inner.executeOperationWithoutResponse(new McpCancellationNotification(id, reason));
                call.completeExceptionally(new CancellationException(reason));
            }
        });
    }

    @Override
    public CompletableFuture<JsonNode> executeOperationWithResponse(McpCallContext call) {
        return kept(call.message(), inner.executeOperationWithResponse(call));
    }

    @Override
    public CompletableFuture<JsonNode> executeOperationWithResponse(McpClientMessage message) {
        return kept(message, inner.executeOperationWithResponse(message));
    }

    private CompletableFuture<JsonNode> kept(McpClientMessage message, CompletableFuture<JsonNode> answer) {
        if (message instanceof McpCallToolRequest) {
            calls.put(message.getId(), answer);
            answer.whenComplete((result, failure) -> calls.remove(message.getId()));
        }
        return answer;
    }

    @Override
    public void start(McpOperationHandler handler) {
        inner.start(handler);
    }

    @Override
    public CompletableFuture<JsonNode> initialize(McpInitializeRequest request) {
        return inner.initialize(request);
    }

    @Override
    public void executeOperationWithoutResponse(McpClientMessage message) {
        inner.executeOperationWithoutResponse(message);
    }

    @Override
    public void executeOperationWithoutResponse(McpCallContext call) {
        inner.executeOperationWithoutResponse(call);
    }

    @Override
    public void checkHealth() {
        inner.checkHealth();
    }

    @Override
    public void onFailure(Runnable action) {
        inner.onFailure(action);
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}
