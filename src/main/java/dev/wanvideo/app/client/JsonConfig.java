package dev.wanvideo.app.client;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as clients write it: with comments and commas at the end where a person put them. */
record JsonConfig(String key) implements ConfigText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withSeparators(
                            PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER)))
            .build();
    private static final String STEP = "  ";

    @Override
    public String with(Entry entry, String text) {
        try {
            String changed = text.isBlank() ? "{}" : text;
            ObjectNode before = root(changed);
            changed = set(entry, before, changed);
            if (!entriesBeside(entry, before).equals(entriesBeside(entry, root(changed)))) {
                throw new Unchangeable("another entry would have changed");
            }
            return text.isBlank() ? changed + "\n" : changed;
        } catch (JacksonException e) {
            throw new Unchangeable("it is no JSON that can be read, near line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
    }

    private String set(Entry entry, ObjectNode before, String text) {
        JsonNode servers = before.path(key);
        if (servers.isMissingNode()) {
            ObjectNode all = JSON.createObjectNode();
            all.set(entry.name(), entry.alone());
            return inserted(text, span(text), before.isEmpty(), key, all, STEP);
        }
        if (!servers.isObject()) {
            throw new Unchangeable("its \"" + key + "\" is no object");
        }
        JsonNode present = servers.path(entry.name());
        if (present.isMissingNode()) {
            return inserted(text, span(text, key), servers.isEmpty(), entry.name(), entry.alone(), STEP + STEP);
        }
        ObjectNode wanted = entry.over(present instanceof ObjectNode object ? object : JSON.createObjectNode());
        Span place = span(text, key, entry.name());
        return wanted.equals(present)
                ? text
                : text.substring(0, place.from()) + written(wanted, text, STEP + STEP) + text.substring(place.to());
    }

    /** First in its object, where neither a comma nor a comment of the last member is in the way. */
    private static String inserted(
            String text, Span object, boolean empty, String name, ObjectNode value, String indent) {
        String line = lineEnd(text);
        int inside = object.from() + 1;
        String member = line + indent + "\"" + name + "\": " + written(value, text, indent);
        return text.substring(0, inside)
                + member
                + (empty ? line + indent.substring(STEP.length()) : ",")
                + text.substring(inside);
    }

    private static String written(ObjectNode value, String text, String indent) {
        return JSON.writeValueAsString(value)
                .replace("\r\n", "\n")
                .replace("\n", "\n" + indent)
                .replace("\n", lineEnd(text));
    }

    private static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private static ObjectNode root(String text) {
        if (JSON.readTree(bare(text)) instanceof ObjectNode object) {
            return object;
        }
        throw new Unchangeable("it is no JSON object");
    }

    private ObjectNode entriesBeside(Entry entry, ObjectNode root) {
        ObjectNode rest = root.deepCopy();
        if (rest.path(key) instanceof ObjectNode servers) {
            servers.remove(entry.name());
            if (servers.isEmpty()) {
                rest.remove(key);
            }
        }
        return rest;
    }

    /** Where a value stands in the text, from its first character to behind its last. */
    private record Span(int from, int to) {}

    private static Span span(String text, String... path) {
        int mark = text.length() - bare(text).length();
        try (JsonParser parser = JSON.createParser(bare(text))) {
            parser.nextToken();
            for (String name : path) {
                while (parser.nextToken() != JsonToken.PROPERTY_NAME
                        || !parser.currentName().equals(name)) {
                    parser.skipChildren();
                }
                parser.nextToken();
            }
            int from = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            return new Span(from + mark, (int) parser.currentLocation().getCharOffset() + mark);
        }
    }

    /** Windows editors put a byte order mark first. */
    private static String bare(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
