package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What passed through the pipes of one server process.
 *
 * @param folder where {@link TappedServer} keeps it
 * @param id tells this process from others
 */
record TappedSession(Path folder, String id) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REVISION = "io.modelcontextprotocol/protocolVersion";

    boolean said(String method) {
        return requests(method).findAny().isPresent();
    }

    boolean ended() {
        return !text("exit").isBlank();
    }

    int exit() {
        return Integer.parseInt(text("exit").strip());
    }

    /**
     * The revisions in which tools were called or listed: the one that a request names, else the one agreed upon. A
     * process that was only probed has none.
     */
    Set<String> revisions() {
        return Stream.concat(requests("tools/call"), requests("tools/list"))
                .map(request -> request.path("params").path("_meta").path(REVISION))
                .map(named -> named.asString(agreed()))
                .collect(Collectors.toSet());
    }

    /** All progress that the server told, by its token, in the order in which it was told. */
    Map<String, List<Double>> progress() {
        return messages("heard").stream()
                .filter(message -> message.path("method").asString("").equals("notifications/progress"))
                .map(message -> message.path("params"))
                .collect(Collectors.groupingBy(
                        told -> told.path("progressToken").toString(),
                        Collectors.mapping(told -> told.path("progress").asDouble(-1), Collectors.toList())));
    }

    /** Calls that the client cancelled and the server answered all the same. */
    List<String> answeredThoughCancelled() {
        List<JsonNode> cancelled = requests("notifications/cancelled")
                .map(told -> told.path("params").path("requestId"))
                .toList();
        return messages("heard").stream()
                .filter(answer -> cancelled.contains(answer.path("id")))
                .map(JsonNode::toString)
                .toList();
    }

    /** Words of the server that are no JSON-RPC, or that leak what {@link LeakScan} looks for. */
    List<String> faults(LeakScan scan) {
        messages("said").forEach(message -> allow(message, scan));
        List<String> faults = new ArrayList<>();
        for (JsonNode message : messages("heard")) {
            if (!message.path("jsonrpc").asString("").equals("2.0")) {
                faults.add("not JSON-RPC on stdout: " + message);
            }
            faults.addAll(scan.hits(message));
        }
        text("errors").lines().forEach(line -> faults.addAll(scan.hits(line)));
        return faults;
    }

    private String agreed() {
        List<JsonNode> ids =
                requests("initialize").map(request -> request.path("id")).toList();
        return messages("heard").stream()
                .filter(answer -> ids.contains(answer.path("id")))
                .map(answer -> answer.path("result").path("protocolVersion").asString(""))
                .findFirst()
                .orElse("none");
    }

    /** How often the client asked for this. */
    long asked(String method) {
        return requests(method).count();
    }

    private Stream<JsonNode> requests(String method) {
        return messages("said").stream()
                .filter(message -> message.path("method").asString("").equals(method));
    }

    private List<JsonNode> messages(String direction) {
        return text(direction).lines().map(TappedSession::message).toList();
    }

    /** The server may repeat what it was told. */
    private static void allow(JsonNode node, LeakScan scan) {
        if (node.isString()) {
            scan.allow(node.stringValue());
        }
        node.forEach(child -> allow(child, scan));
    }

    /** A line that is no JSON, or is not yet whole, is a string: it stays visible and is no message. */
    private static JsonNode message(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return JSON.valueToTree(line);
        }
    }

    private String text(String name) {
        Path file = folder.resolve(name + "." + id);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
