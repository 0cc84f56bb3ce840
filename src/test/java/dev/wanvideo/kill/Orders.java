package dev.wanvideo.kill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Every film that was asked for, every cancellation, and what the servers acknowledged of them. */
final class Orders {
    private final Stage stage;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, Server> creators = new ConcurrentHashMap<>();
    private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();
    private final Map<String, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final Set<String> cancelAsked = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();

    Orders(Stage stage) {
        this.stage = stage;
    }

    /** Asks this server for one more film; the answer may never come. */
    CompletableFuture<JsonNode> create(Server server) {
        return ask(key(last.incrementAndGet()), server);
    }

    /** The request_id of the film that was asked for last. */
    String newest() {
        return key(last.get());
    }

    private static String key(int number) {
        return String.format("film-%05d", number);
    }

    /** Which film a request_id is for, counted from 1. */
    static int number(String key) {
        return Integer.parseInt(key.substring(key.indexOf('-') + 1));
    }

    /** Asks again for what nobody answered, under the same request_id. */
    void askAgain(Server server) {
        for (String key : List.copyOf(creators.keySet())) {
            if (!acknowledged.containsKey(key)) {
                ask(key, server);
            }
        }
    }

    /** Has this server cancel a task; the answer may never come. */
    CompletableFuture<JsonNode> cancel(Server server, String id) {
        cancelAsked.add(id);
        CompletableFuture<JsonNode> answer = server.call("cancel_task", Map.of("task_id", id));
        return answer.whenComplete((result, failure) -> {
            if (result != null && status(result).equals("cancelled")) {
                cancelled.add(id);
            }
        });
    }

    /** Creations on live servers that have not been answered yet. */
    long open() {
        return unanswered.values().stream().filter(answer -> !answer.isDone()).count();
    }

    Optional<Server> creator(Look look) {
        return Optional.ofNullable(creators.get(look.key()));
    }

    /** Task ids by request_id. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    int asked() {
        return creators.size();
    }

    /** Ids of tasks that were to be cancelled. */
    Set<String> cancelAsked() {
        return Set.copyOf(cancelAsked);
    }

    Set<String> cancelled() {
        return cancelled;
    }

    /** Answers that were errors, which a frozen owner of the database's lock may cause. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private CompletableFuture<JsonNode> ask(String key, Server server) {
        creators.put(key, server);
        CompletableFuture<JsonNode> answer = server.call("create_reference_video", stage.film(key));
        unanswered.put(key, answer);
        return answer.whenComplete((result, failure) -> answered(key, Optional.ofNullable(result)));
    }

    private void answered(String key, Optional<JsonNode> result) {
        unanswered.remove(key);
        result.ifPresent(node -> {
            String id = node.path("structuredContent").path("task_id").asString("");
            if (id.isEmpty()) {
                refusals.add(node.toString());
            } else {
                acknowledged.put(key, id);
            }
        });
    }

    private static String status(JsonNode result) {
        return result.path("structuredContent").path("status").asString("");
    }
}
