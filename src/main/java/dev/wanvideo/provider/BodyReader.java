package dev.wanvideo.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads values out of a body that {@link StrictBody} found sound, for emulated providers. */
public final class BodyReader {
    private BodyReader() {}

    /** A whole number that may be left out. */
    public static Optional<Long> whole(JsonNode value) {
        return Optional.of(value).filter(JsonNode::isNumber).map(JsonNode::asLong);
    }

    /** Every text under these names of an object, in this order: a text itself, or those of a list or an object. */
    public static List<String> texts(JsonNode object, String... names) {
        return Stream.of(names)
                .map(object::path)
                .flatMap(value -> value.isContainer() ? value.values().stream() : Stream.of(value))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    /** How many objects of a list have this word under this name. */
    public static int count(JsonNode list, String name, String word) {
        return (int) list.values().stream()
                .filter(entry -> entry.path(name).asString("").equals(word))
                .count();
    }
}
