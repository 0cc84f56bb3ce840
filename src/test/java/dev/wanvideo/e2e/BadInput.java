package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of {@code bad-input.jsonl}: a call and what must be said to it.
 *
 * @param arguments of the call; for {@code create_reference_video} on top of those of a sound film
 * @param accepted whether the call is fine, however odd it looks
 * @param field the argument that must be named; absent where the refusal is about none
 * @param limit words that the limit must contain
 */
record BadInput(
        String name,
        String tool,
        Map<String, Object> arguments,
        boolean accepted,
        Optional<String> field,
        String limit,
        String category) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILM = "create_reference_video";

    /** All rows, with the paths of this machine in place of {@code ${...}}. */
    static List<BadInput> all(Map<String, String> places) {
        try (InputStream in = BadInput.class.getResourceAsStream("/e2e/bad-input.jsonl")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> row(filled(line, places)))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the table cannot be read", e);
        }
    }

    private static BadInput row(String line) {
        JsonNode row = JSON.readTree(line);
        String tool = row.path("tool").asString(FILM);
        return new BadInput(
                row.path("name").asString(""),
                tool,
                arguments(tool, row.path("arguments")),
                row.path("accepted").asBoolean(false),
                Optional.ofNullable(row.get("field")).map(JsonNode::asString),
                row.path("limit").asString(""),
                row.path("category").asString("invalid_request"));
    }

    private static Map<String, Object> arguments(String tool, JsonNode changes) {
        Map<String, Object> arguments = tool.equals(FILM) ? TwoCharacters.film(2) : new LinkedHashMap<>();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                arguments.remove(change.getKey());
            } else {
                arguments.put(change.getKey(), change.getValue());
            }
        });
        return arguments;
    }

    private static String filled(String line, Map<String, String> places) {
        String filled = line;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace("${" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }
}
