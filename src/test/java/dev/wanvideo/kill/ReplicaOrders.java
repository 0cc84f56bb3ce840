package dev.wanvideo.kill;

import dev.wanvideo.replica.Caller;
import dev.wanvideo.replica.Replica;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Clients that order films of several replicas in turn, and ask the next one again under the same request_id. */
final class ReplicaOrders implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final long PAUSE_MILLIS = 300;

    private final List<Replica> replicas;
    private final Function<String, Map<String, Object>> films;
    private final Caller caller = new Caller();
    private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    /** @param films what each is asked for with, by its request_id */
    ReplicaOrders(List<Replica> replicas, Function<String, Map<String, Object>> films) {
        this.replicas = replicas;
        this.films = films;
    }

    /** Orders so many, evenly over so many seconds; returns at once. */
    void begin(int tasks, int seconds) {
        long start = System.nanoTime();
        long gap = seconds * 1_000_000_000L / tasks;
        for (int i = 0; i < tasks; i++) {
            int number = i + 1;
            clients.execute(() -> order(number, start + number * gap));
        }
        clients.shutdown();
    }

    private void order(int number, long due) {
        String key = String.format("film-%05d", number);
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            for (int turn = number; !ordered(key, replicas.get(turn % replicas.size())); turn++) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was acknowledged; otherwise nobody can tell, and asking again is safe. */
    private boolean ordered(String key, Replica replica) throws InterruptedException {
        try {
            JsonNode facts = caller.call(replica.address(), "create_reference_video", films.apply(key));
            String id = facts.path("task_id").asString("");
            if (id.isEmpty()) {
                refusals.merge(facts.at("/error/message").asString(""), 1, Integer::sum);
                return false;
            }
            String before = acknowledged.putIfAbsent(key, id);
            if (before != null && !before.equals(id)) {
                throw new IllegalStateException(key + " is two tasks: " + before + " and " + id);
            }
            return true;
        } catch (IOException e) {
            broken.incrementAndGet();
            return false;
        }
    }

    boolean done() {
        return clients.isTerminated();
    }

    /** Task ids by request_id. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** Calls whose server went away under them or was not there. */
    int broken() {
        return broken.get();
    }

    /** How often each error was the answer. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
