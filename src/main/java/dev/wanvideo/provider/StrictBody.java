package dev.wanvideo.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an emulated provider takes as a request body, to the letter: a field too many, one that is missing, a wrong type
 * or a wrong case is told.
 */
public final class StrictBody {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shape shape;

    private StrictBody(Shape shape) {
        this.shape = shape;
    }

    /** A body that is an object of these fields and no others. */
    public static StrictBody of(Field... fields) {
        return new StrictBody(object(fields));
    }

    /** Reads a body. */
    public Reading read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return shape.objection("body", json)
                    .<Reading>map(Reading.Broken::new)
                    .orElseGet(() -> new Reading.Sound(json));
        } catch (JacksonException e) {
            return new Reading.Broken("body is not JSON");
        }
    }

    /**
     * Reads a body in which fields must also fit each other.
     *
     * @param together what is wrong between fields that are each in order; empty when nothing is
     */
    public Reading read(String body, Function<JsonNode, Optional<String>> together) {
        Reading reading = read(body);
        return reading instanceof Reading.Sound sound
                ? together.apply(sound.json()).<Reading>map(Reading.Broken::new).orElse(reading)
                : reading;
    }

    /** What a body turned out to be. */
    public sealed interface Reading {
        /** As documented. */
        record Sound(JsonNode json) implements Reading {}

        /** Not so; the objection names the field. */
        record Broken(String objection) implements Reading {}
    }

    /** What a value must look like. */
    @FunctionalInterface
    public interface Shape {
        /** What is wrong with the value at this path; empty when nothing is. */
        Optional<String> objection(String path, JsonNode value);
    }

    /** One field of an object. */
    public record Field(String name, boolean required, Shape shape) {}

    /** A field that must be there. */
    public static Field required(String name, Shape shape) {
        return new Field(name, true, shape);
    }

    /** A field that may be left out, but not be null. */
    public static Field optional(String name, Shape shape) {
        return new Field(name, false, shape);
    }

    /** An object of these fields and no others. */
    public static Shape object(Field... fields) {
        Map<String, Shape> known = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> known.put(field.name(), field.shape()));
        List<String> needed =
                Arrays.stream(fields).filter(Field::required).map(Field::name).toList();
        return (path, value) -> {
            if (!value.isObject()) {
                return Optional.of(path + " must be an object");
            }
            return Stream.concat(
                            needed.stream()
                                    .filter(name -> !value.has(name))
                                    .map(name -> inside(path, name) + " is required"),
                            value.properties().stream().flatMap(entry -> member(path, entry, known).stream()))
                    .findFirst();
        };
    }

    private static Optional<String> member(String path, Map.Entry<String, JsonNode> entry, Map<String, Shape> known) {
        String place = inside(path, entry.getKey());
        return Optional.ofNullable(known.get(entry.getKey()))
                .map(shape -> shape.objection(place, entry.getValue()))
                .orElseGet(() -> Optional.of(place + " is not a known field"));
    }

    /** An object whose keys follow a pattern. */
    public static Shape map(Pattern keys, int max, Shape values) {
        return (path, value) -> {
            if (!value.isObject() || value.size() > max) {
                return Optional.of(path + " must be an object of at most " + max + " entries");
            }
            return value.properties().stream()
                    .flatMap(entry -> keys.matcher(entry.getKey()).matches()
                            ? values.objection(inside(path, entry.getKey()), entry.getValue()).stream()
                            : Stream.of(path + " key \"" + entry.getKey() + "\" invalid"))
                    .findFirst();
        };
    }

    /** A list of {@code min} to {@code max} values of one shape. */
    public static Shape list(int min, int max, Shape each) {
        return (path, value) -> {
            if (!value.isArray() || value.size() < min || value.size() > max) {
                return Optional.of(path + " must be an array of " + min + " to " + max + " entries");
            }
            List<Optional<String>> objections = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                objections.add(each.objection(path + "[" + i + "]", value.path(i)));
            }
            return objections.stream().flatMap(Optional::stream).findFirst();
        };
    }

    /** Any of these shapes; the last one's objection is told. */
    public static Shape either(Shape first, Shape second) {
        return (path, value) ->
                first.objection(path, value).isEmpty() ? Optional.empty() : second.objection(path, value);
    }

    /** A text of so many code points. */
    public static Shape text(int min, int max) {
        return (path, value) -> {
            String text = value.isString() ? value.asString() : "";
            int length = text.codePointCount(0, text.length());
            return when(
                    !value.isString() || length < min || length > max,
                    path + " must be a string of " + min + " to " + max + " characters");
        };
    }

    /** One of these words, in this case. */
    public static Shape oneOf(String... words) {
        return (path, value) -> when(
                !value.isString() || !Arrays.asList(words).contains(value.asString()),
                path + " must be one of " + String.join(", ", words));
    }

    /** A whole number within these bounds. */
    public static Shape whole(long min, long max) {
        return (path, value) -> when(
                !value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < min || value.asLong() > max,
                path + " must be an integer from " + min + " to " + max);
    }

    /** One of these whole numbers. */
    public static Shape wholeOf(long... allowed) {
        String words = LongStream.of(allowed).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return (path, value) -> when(
                !value.isIntegralNumber() || LongStream.of(allowed).noneMatch(n -> n == value.asLong()),
                path + " must be one of the integers " + words);
    }

    /** True or false. */
    public static Shape flag() {
        return (path, value) -> when(!value.isBoolean(), path + " must be a boolean");
    }

    /** An http or https address. */
    public static Shape address() {
        return (path, value) -> when(
                !value.isString() || !value.asString().matches("https?://[^\\s/]+(/\\S*)?"), path + " must be a URL");
    }

    /** A text of this form. @param words what it is, e.g. {@code a URL} */
    public static Shape like(String form, String words) {
        return (path, value) -> when(!value.isString() || !value.asString().matches(form), path + " must be " + words);
    }

    private static Optional<String> when(boolean wrong, String words) {
        return wrong ? Optional.of(words) : Optional.empty();
    }

    private static String inside(String path, String name) {
        return path.equals("body") ? name : path + "." + name;
    }
}
