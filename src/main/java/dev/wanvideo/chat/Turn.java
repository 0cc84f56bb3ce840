package dev.wanvideo.chat;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** One sentence of a person and all that the model says and does about it. What comes after its end is not heard. */
final class Turn {
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicReference<StreamingHandle> stream = new AtomicReference<>();
    private final FilmServer server;
    private final Screen screen;

    Turn(FilmServer server, Screen screen) {
        this.server = server;
        this.screen = screen;
    }

    /** How a turn ended. */
    sealed interface Outcome {
        /** The model said all it had to say. */
        record Answered() implements Outcome {}

        /** The person stopped it. */
        record Stopped() implements Outcome {}

        /** The model could not be asked, or its answer broke off. */
        record Failed(Throwable cause) implements Outcome {}
    }

    /** Waits for the end. */
    Outcome run(StreamingChatModel model, TurnMemory memory, String message) {
        try {
            if (!outcome.isDone()) {
                listen(director(model, memory).answer(message)).start();
            }
        } catch (RuntimeException e) {
            end(new Outcome.Failed(e));
        }
        return outcome.join();
    }

    /** Ends the turn: the answer, and the tool calls in flight. */
    void stop() {
        end(new Outcome.Stopped());
        StreamingHandle open = stream.get();
        if (open != null) {
            open.cancel();
        }
        server.cancelCalls();
    }

    private Director director(StreamingChatModel model, TurnMemory memory) {
        return AiServices.builder(Director.class)
                .streamingChatModel(model)
                .chatMemory(memory)
                .toolProvider(McpToolProvider.builder()
                        .mcpClients(server.client())
                        .toolWrapper(this::watched)
                        .build())
                .toolExecutionErrorHandler((failure, context) -> told(failure))
                .build();
    }

    private TokenStream listen(TokenStream answer) {
        return answer.onPartialResponseWithContext((part, context) -> {
                    if (going(context.streamingHandle())) {
                        screen.text(part.text());
                    }
                })
                .onPartialThinkingWithContext((part, context) -> going(context.streamingHandle()))
                .onPartialToolCallWithContext((part, context) -> going(context.streamingHandle()))
                .onCompleteResponse(whole -> end(new Outcome.Answered()))
                .onError(failure -> end(new Outcome.Failed(failure)));
    }

    /** A stream that only begins when its turn is over is ended here. */
    private boolean going(StreamingHandle open) {
        stream.set(open);
        if (outcome.isDone()) {
            open.cancel();
        }
        return !outcome.isDone();
    }

    private ToolExecutor watched(ToolExecutor tool) {
        return new WatchedTool(tool, screen, outcome::isDone);
    }

    /** A refusal is for the model to read; a call that was stopped ends the stream. */
    private ToolErrorHandlerResult told(Throwable failure) {
        if (outcome.isDone()) {
            throw new CancellationException();
        }
        String words = failure.getMessage();
        return ToolErrorHandlerResult.text(words == null ? "The tool gave no answer." : words);
    }

    private void end(Outcome how) {
        outcome.complete(how);
    }
}
