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
import java.util.function.Supplier;

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
                cancel(id, reason);
                call.completeExceptionally(new CancellationException(reason));
            }
        });
    }

    @Override
    public CompletableFuture<JsonNode> executeOperationWithResponse(McpCallContext call) {
        return kept(call.message(), () -> inner.executeOperationWithResponse(call));
    }

    @Override
    public CompletableFuture<JsonNode> executeOperationWithResponse(McpClientMessage message) {
        return kept(message, () -> inner.executeOperationWithResponse(message));
    }

    /** A call is known before it is sent: the server may be heard of it before the sending has come back. */
    private CompletableFuture<JsonNode> kept(McpClientMessage message, Supplier<CompletableFuture<JsonNode>> sending) {
        if (!(message instanceof McpCallToolRequest)) {
            return sending.get();
        }
        Long id = message.getId();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(id, answer);
        CompletableFuture<JsonNode> sent = sending.get();
        if (answer.isDone()) {
            cancel(id, "It was stopped before it was sent.");
        }
        sent.whenComplete((result, failure) -> {
            calls.remove(id, answer);
            if (failure == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private void cancel(Long id, String reason) {
        inner.executeOperationWithoutResponse(new McpCancellationNotification(id, reason));
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
