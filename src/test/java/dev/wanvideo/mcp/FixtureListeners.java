package dev.wanvideo.mcp;

import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Clients of the fixture that listen for changes of its lists. */
final class FixtureListeners {
    private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

    private final Set<StatelessRequest> open = ConcurrentHashMap.newKeySet();

    /** Listens until the client has enough. */
    Map<String, Object> listen(StatelessRequest request) {
        Map<String, Object> acknowledged = new LinkedHashMap<>();
        acknowledged.put("_meta", subscription(request));
        acknowledged.put("notifications", wanted(request));
        request.tell("notifications/subscriptions/acknowledged", acknowledged);
        open.add(request);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The client has enough.
        } finally {
            open.remove(request);
        }
        return Map.of("_meta", subscription(request));
    }

    /** Tells those who want to know that a list has changed. */
    Map<String, Object> changed(String list) {
        open.stream()
                .filter(request -> Boolean.TRUE.equals(wanted(request).get(list + "ListChanged")))
                .forEach(request -> request.tell(
                        "notifications/" + list + "/list_changed", Map.of("_meta", subscription(request))));
        return Map.of("content", List.of(Map.of("type", "text", "text", "changed")));
    }

    private static Map<?, ?> wanted(StatelessRequest request) {
        return request.params().get("notifications") instanceof Map<?, ?> wanted ? wanted : Map.of();
    }

    private static Map<String, Object> subscription(StatelessRequest request) {
        return Map.of(SUBSCRIPTION, request.id());
    }
}
