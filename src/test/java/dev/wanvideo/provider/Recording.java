package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One message between this server and a provider, written by hand from the provider's pages. */
record Recording(String provider, String name, JsonNode json) {
    static final String KEY = "KEY-123";
    private static final JsonMapper JSON = new JsonMapper();

    /** Every recording of every provider, by provider and name. */
    static List<Recording> all() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Recording> of(String provider) {
        return all().stream().filter(r -> r.provider().equals(provider)).toList();
    }

    String kind() {
        return json.path("kind").asString();
    }

    Map<String, String> options() {
        return texts(json.path("options"));
    }

    JsonNode sent() {
        return json.path("sent");
    }

    Map<String, String> sentHeaders() {
        return texts(sent().path("headers"));
    }

    String taskId() {
        return json.path("task_id").asString();
    }

    JsonNode means() {
        return json.path("means");
    }

    ApiReply answer() {
        return reply(json.path("answer"));
    }

    static ApiReply reply(JsonNode answer) {
        boolean text = answer.has("text");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", text ? "text/html" : "application/json");
        headers.putAll(texts(answer.path("headers")));
        return ApiReply.of(
                answer.path("status").asInt(),
                headers,
                text ? answer.path("text").asString() : answer.path("body").toString());
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    private static Recording read(Path file) {
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
            String name = file.getFileName().toString().replace(".json", "");
            return new Recording(folder.getFileName().toString(), name, JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        URL url =
                Optional.ofNullable(Recording.class.getResource("/recordings")).orElseThrow();
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return provider + "/" + name;
    }
}
