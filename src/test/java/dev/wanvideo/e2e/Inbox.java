package dev.wanvideo.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a server wrote to stdout, sorted: answers by id, answers to nobody, notifications, and what is no message. */
final class Inbox {
    private final JsonMapper json = new JsonMapper();
    private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> unaddressed = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> notifications = new LinkedBlockingQueue<>();
    private final Queue<JsonNode> messages = new ConcurrentLinkedQueue<>();
    private final Queue<String> strays = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();

    /** One line of stdout. */
    void take(String line) {
        JsonNode message = parsed(line);
        if (message == null || !message.path("jsonrpc").asString("").equals("2.0")) {
            strays.add("not JSON-RPC on stdout: " + line);
            return;
        }
        messages.add(message);
        if (message.has("method")) {
            notifications.add(message);
        } else if (message.path("id").isNull() || !message.has("id")) {
            unaddressed.add(message);
        } else if (!slot(message.path("id").toString()).complete(message)) {
            strays.add("answered twice: " + line);
        }
    }

    /** stdout is closed: nobody will be answered any more. */
    void end() {
        end.complete("stdout ended");
    }

    /** Waits for the answer to the request with this id, written as in JSON. */
    JsonNode answer(String id, Duration limit) {
        CompletableFuture<JsonNode> answer = slot(id);
        waitFor(CompletableFuture.anyOf(answer, end), "an answer to request " + id, limit);
        if (!answer.isDone()) {
            throw new AssertionError("stdout ended without an answer to request " + id);
        }
        return answer.join();
    }

    boolean answered(String id) {
        return slot(id).isDone();
    }

    JsonNode nextUnaddressed(Duration limit) {
        return next(unaddressed, "an answer without id", limit);
    }

    JsonNode nextNotification(Duration limit) {
        return next(notifications, "a notification", limit);
    }

    void awaitEnd(Duration limit) {
        waitFor(end, "the end of stdout", limit);
    }

    Queue<JsonNode> messages() {
        return messages;
    }

    Queue<String> strays() {
        return strays;
    }

    private CompletableFuture<JsonNode> slot(String id) {
        return answers.computeIfAbsent(id, unused -> new CompletableFuture<>());
    }

    private @Nullable JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode next(BlockingQueue<JsonNode> queue, String what, Duration limit) {
        try {
            JsonNode message = queue.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }

    private static void waitFor(CompletableFuture<?> event, String what, Duration limit) {
        try {
            event.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }
}
