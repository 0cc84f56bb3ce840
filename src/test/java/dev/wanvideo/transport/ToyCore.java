package dev.wanvideo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A server on the SDK's core whose tools answer at once, wait until they are let go, or fail. */
public final class ToyCore implements Function<McpServerTransportProvider, StatelessHandler> {

    public final AtomicInteger built = new AtomicInteger();
    private final Semaphore waiting = new Semaphore(0);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Semaphore interrupted = new Semaphore(0);

    @Override
    public StatelessHandler apply(McpServerTransportProvider provider) {
        return serve(McpServer.sync(provider));
    }

    /** The same for a transport with a session for each client. */
    public StatelessHandler applyStreamable(McpStreamableServerTransportProvider provider) {
        return serve(McpServer.sync(provider));
    }

    private StatelessHandler serve(McpServer.SyncSpecification<?> server) {
        built.incrementAndGet();
        server.serverInfo("toy", "1")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonSchemaValidator(anything())
                .validateToolInputs(false)
                .immediateExecution(true)
                .toolCall(tool("echo"), (exchange, request) -> text(String.valueOf(request.arguments())))
                .toolCall(tool("client"), (exchange, request) -> text(clientName(exchange)))
                .toolCall(tool("wait"), (exchange, request) -> waitForRelease())
                .toolCall(tool("stubborn"), (exchange, request) -> waitWhateverComes())
                .toolCall(tool("fail"), failing(new IllegalStateException("a secret")))
                .toolCall(tool("fail_without_message"), failing(new NullPointerException()))
                .toolCall(tool("overflow"), (exchange, request) -> {
                    throw new StackOverflowError();
                })
                .toolCall(tool("unlinked"), (exchange, request) -> {
                    throw new NoClassDefFoundError("a secret");
                })
                .toolCall(tool("silent"), silent())
                .toolCall(tool("progress"), ToyCore::progress)
                .toolCall(
                        tool("roots"),
                        (exchange, request) ->
                                text(exchange.listRoots().roots().get(0).uri()))
                .build();
        return new ToyTools();
    }

    /** The same for the stateless era. */
    private final class ToyTools implements StatelessHandler {

        @Override
        public boolean servesBothEras(String method) {
            return method.equals("resources/list") || method.equals("resources/subscribe");
        }

        @Override
        public Map<String, Object> handle(StatelessRequest request) throws ProtocolError, InterruptedException {
            if (request.method().equals("resources/list")) {
                return Map.of("modern", request.modern());
            }
            if (request.method().equals("resources/subscribe")
                    && request.session().isPresent()) {
                return subscribe(request);
            }
            if (request.method().equals("subscriptions/listen")) {
                return listen(request);
            }
            if (!request.method().equals("tools/call")) {
                throw new ProtocolError(-32601, "There is no method " + request.method(), Map.of("why", "a \"quote\""));
            }
            return switch (String.valueOf(request.params().get("name"))) {
                case "echo" -> result(String.valueOf(request.params().get("arguments")));
                case "wait" -> waited();
                case "progress" -> progress(request);
                case "meta" -> Map.of("resultType", "input_required", "_meta", Map.of("mine", 1));
                case "fail" -> throw new IllegalStateException("a secret");
                case "overflow" -> throw new StackOverflowError();
                default -> throw new ProtocolError(-32602, "Unknown tool");
            };
        }

        private Map<String, Object> subscribe(StatelessRequest request) {
            ClientSession session = request.session().orElseThrow();
            session.tell("notifications/resources/updated", Map.of("uri", "toy://thing"));
            session.onEnd(interrupted::release);
            return Map.of();
        }

        private Map<String, Object> listen(StatelessRequest request) {
            request.tell("notifications/subscriptions/acknowledged", Map.of());
            waiting.release();
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.release();
            }
            request.tell("notifications/late", Map.of());
            return Map.of("_meta", Map.of("io.modelcontextprotocol/subscriptionId", request.id()));
        }

        private Map<String, Object> waited() throws InterruptedException {
            waiting.release();
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.release();
                throw e;
            }
            return result("released");
        }

        private Map<String, Object> progress(StatelessRequest request) {
            Object token = request.progressToken().orElse("none");
            request.tell("notifications/progress", Map.of("progressToken", token, "progress", 1));
            return result("done");
        }

        private Map<String, Object> result(String text) {
            return Map.of("content", List.of(Map.of("type", "text", "text", text)));
        }
    }

    /** Waits until so many calls more have begun to wait. */
    public void awaitWaiting(int calls) {
        await(waiting, calls);
    }

    /** Waits until so many calls more have been interrupted. */
    public void awaitInterrupted(int calls) {
        await(interrupted, calls);
    }

    public void release() {
        release.countDown();
    }

    private static void await(Semaphore events, int count) {
        try {
            assertThat(events.tryAcquire(count, 30, TimeUnit.SECONDS))
                    .as("it happened %d times", count)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Tool tool(String name) {
        return Tool.builder(name, Map.<String, Object>of("type", "object")).build();
    }

    private static JsonSchemaValidator anything() {
        return (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid("");
    }

    private static CallToolResult text(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }

    private static String clientName(McpSyncServerExchange exchange) {
        return exchange.getClientInfo().name();
    }

    private CallToolResult waitForRelease() {
        waiting.release();
        try {
            release.await();
        } catch (InterruptedException e) {
            interrupted.release();
        }
        return text("released");
    }

    /** Does not end by its interruption. */
    private CallToolResult waitWhateverComes() {
        waiting.release();
        while (true) {
            try {
                release.await();
                return text("released");
            } catch (InterruptedException e) {
                interrupted.release();
            }
        }
    }

    private static BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> failing(RuntimeException e) {
        return (exchange, request) -> {
            throw e;
        };
    }

    @SuppressWarnings("NullAway")
    private static BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> silent() {
        return (exchange, request) -> null;
    }

    private static CallToolResult progress(McpSyncServerExchange exchange, CallToolRequest request) {
        for (int i = 1; i <= 3; i++) {
            exchange.progressNotification(
                    new ProgressNotification(request.progressToken(), (double) i, 3.0, "step", Map.of()));
        }
        return text("done");
    }
}
