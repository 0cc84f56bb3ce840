package dev.wanvideo.firsttry;

import dev.wanvideo.media.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests as people say them, and the calls of models that were recorded. */
final class FirstTrySet {
    private static final JsonMapper JSON = new JsonMapper();

    private FirstTrySet() {}

    static List<Request> requests(Doorstep server) {
        return lines("requests.jsonl").stream()
                .map(line -> Request.of(line, server))
                .toList();
    }

    /** The attempts of a recording, by the id of the request. */
    static Map<String, Attempt> attempts(String recording) {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        lines(recording).stream().map(Attempt::of).forEach(attempt -> attempts.put(attempt.id(), attempt));
        return attempts;
    }

    static List<JsonNode> lines(String name) {
        try (var in = FirstTrySet.class.getResourceAsStream("/firsttry/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the files of all requests below this home folder: real ones, whose content alone tells their kind. */
    static void lay(List<Request> requests, Path home) throws IOException {
        for (Request request : requests) {
            for (String file : request.files()) {
                Path path = home.resolve(file.substring("~/".length()));
                Files.createDirectories(path.getParent());
                Files.write(path, content(path.getFileName().toString()));
            }
        }
    }

    private static byte[] content(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "wav", "mp3" -> Samples.wav(4);
            case "mp4" -> Samples.mp4(1280, 720, 4);
            case "png" -> Samples.picture("png", 640, 640);
            default -> Samples.picture("jpg", 640, 640);
        };
    }
}
