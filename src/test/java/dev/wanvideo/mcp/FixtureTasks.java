package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.MISSING_CLIENT_CAPABILITY;

import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tasks of the fixture, as the extension has them: they end by the clock or by answers, without a thread. What the
 * product makes of the extension is about films; here it is the transport that is looked at.
 */
final class FixtureTasks {
    static final Set<String> TOOLS = Set.of(
            "slow_compute",
            "failing_job",
            "protocol_error_job",
            "confirm_delete",
            "multi_input",
            "test_tool_with_task");
    private static final String EXTENSION = "io.modelcontextprotocol/tasks";
    private static final Map<String, Object> NEEDED =
            Map.of("requiredCapabilities", Map.of("extensions", Map.of(EXTENSION, Map.of())));

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    /** Begins a task, or does its work at once for a client that follows none. */
    Map<String, Object> begin(StatelessRequest request, String tool) throws ProtocolError {
        if (!isFollowed(request)) {
            if (tool.equals("slow_compute")) {
                return done(tool, "");
            }
            throw missing();
        }
        Job job = new Job(UUID.randomUUID().toString(), tool, request);
        jobs.put(job.id, job);
        Map<String, Object> begun = job.facts();
        begun.keySet().removeAll(Set.of("result", "error", "inputRequests"));
        begun.put("resultType", "task");
        return begun;
    }

    Map<String, Object> get(StatelessRequest request) throws ProtocolError {
        return job(request).facts();
    }

    Map<String, Object> update(StatelessRequest request) throws ProtocolError {
        Job job = job(request);
        if (request.params().get("inputResponses") instanceof Map<?, ?> responses) {
            synchronized (job) {
                responses.keySet().forEach(job.pending::remove);
            }
        }
        return Map.of();
    }

    Map<String, Object> cancel(StatelessRequest request) throws ProtocolError {
        Job job = job(request);
        synchronized (job) {
            job.cancelled |= !job.isOver();
        }
        return Map.of();
    }

    private Job job(StatelessRequest request) throws ProtocolError {
        if (!isFollowed(request)) {
            throw missing();
        }
        Job job = jobs.get(String.valueOf(request.params().get("taskId")));
        if (job == null) {
            throw new ProtocolError(INVALID_PARAMS, "There is no such task");
        }
        return job;
    }

    private static ProtocolError missing() {
        return new ProtocolError(MISSING_CLIENT_CAPABILITY, "This is for clients that follow tasks", NEEDED);
    }

    private static boolean isFollowed(StatelessRequest request) {
        return request.capabilities().get("extensions") instanceof Map<?, ?> declared
                && declared.containsKey(EXTENSION);
    }

    private static long seconds(StatelessRequest request) {
        return request.params().get("arguments") instanceof Map<?, ?> arguments
                        && arguments.get("seconds") instanceof Number seconds
                ? seconds.longValue()
                : 0;
    }

    private static Map<String, Object> done(String tool, String heard) {
        boolean failed = tool.equals("failing_job");
        return Map.of(
                "content",
                List.of(Map.of("type", "text", "text", tool + (failed ? " failed" : " is done") + heard)),
                "isError",
                failed);
    }

    /** One task. */
    private static final class Job {
        private final String id;
        private final String tool;
        private final Instant created = Instant.now();
        private final Instant due;
        private final String heard;
        private final Map<String, Object> pending = new LinkedHashMap<>();
        private boolean cancelled;

        Job(String id, String tool, StatelessRequest request) {
            this.id = id;
            this.tool = tool;
            this.due = created.plusSeconds(seconds(request));
            this.heard = " " + request.params().getOrDefault("inputResponses", "");
            int questions = tool.equals("confirm_delete") ? 1 : tool.equals("multi_input") ? 2 : 0;
            for (int i = 1; i <= questions; i++) {
                Map<String, Object> schema =
                        Map.of("type", "object", "properties", Map.of("confirm", Map.of("type", "boolean")));
                pending.put("question-" + i, InputRequest.form("Go on?", schema).facts());
            }
        }

        synchronized boolean isOver() {
            return cancelled || pending.isEmpty() && !Instant.now().isBefore(due);
        }

        synchronized Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("taskId", id);
            facts.put("createdAt", created.toString());
            facts.put("lastUpdatedAt", Instant.now().toString());
            facts.put("ttlMs", 60_000);
            facts.put("pollIntervalMs", 100);
            if (cancelled) {
                facts.put("status", "cancelled");
            } else if (!pending.isEmpty()) {
                facts.put("status", "input_required");
                facts.put("inputRequests", Map.copyOf(pending));
            } else if (!isOver()) {
                facts.put("status", "working");
            } else if (tool.equals("protocol_error_job")) {
                facts.put("status", "failed");
                facts.put("error", Map.of("code", -32603, "message", "The job broke"));
            } else {
                facts.put("status", "completed");
                facts.put("result", done(tool, heard));
            }
            return facts;
        }
    }
}
