package dev.wanvideo.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Looks in a server's words for what belongs to no reader: stack traces, class names, paths nobody gave it. */
final class LeakScan {
    // "InternalError: ..." is a provider's own word, quoted to the caller.
    private static final Pattern TRACE = Pattern.compile(
            "(?m)\\tat |^\\s+at [\\w.$]+\\(|Caused by:|\\b(?!InternalError: )[A-Z]\\w*(?:Exception|Throwable|[a-z]Error)\\b");
    private static final Pattern CLASS_NAME = Pattern.compile(
            "\\bdev\\.wanvideo\\.|\\bjavax?\\.[a-z]+\\.|\\bio\\.modelcontextprotocol\\.|\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w+");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/:.…-])/[\\w.@+~-]+(?:/[\\w.@+~-]+)*|\\bfile:/+\\w+|\\b[A-Z]:\\\\\\w+");
    private static final String END = "(?![\\w/-]|\\.\\w)";
    private static final String FILM_NAME = "(?:/[^/\\n]*?\\.(?:mp4|jpg))?" + END;
    /** No letter begins or ends it, so that no path comes about where a part of one was given. */
    private static final String GIVEN = "‹given›";

    private static final int SHORTENED = 120;
    private static final Set<String> BYTES = Set.of("data", "blob");
    private static final int EXCERPT = 2000;

    private final Collection<String> given =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Path films;

    LeakScan(Collection<String> given, Path films) {
        this.films = films;
        given.forEach(this::allow);
    }

    /** A text that was given to the server, which it may repeat. */
    void allow(String text) {
        if (text.contains("/") || text.contains("\\")) {
            given.add(text);
            if (text.length() > SHORTENED) {
                given.add(text.substring(0, SHORTENED) + "…");
            }
        }
    }

    /** What should not be in this text. */
    List<String> hits(String text) {
        List<String> hits = new ArrayList<>();
        find(TRACE, text, hits);
        find(CLASS_NAME, text, hits);
        find(PATH, withoutGiven(text), hits);
        hits.removeIf(hit -> hit.lastIndexOf('/') == 0 && !Files.exists(Path.of(hit)));
        String excerpt = text.substring(0, Math.min(EXCERPT, text.length()));
        return hits.stream().map(hit -> hit + "   in: " + excerpt).toList();
    }

    /** What should not be in the strings of this message; the bytes of pictures and films are no words. */
    List<String> hits(JsonNode node) {
        if (node.isString()) {
            return hits(node.stringValue());
        }
        List<String> hits = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!(BYTES.contains(property.getKey()) && node.has("mimeType"))) {
                hits.addAll(hits(property.getValue()));
            }
        }
        if (node.isArray()) {
            node.forEach(element -> hits.addAll(hits(element)));
        }
        return hits;
    }

    private static void find(Pattern pattern, String text, List<String> hits) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            hits.add(matcher.group());
        }
    }

    private String withoutGiven(String text) {
        String rest = text.replaceAll(Pattern.quote(films.toString()) + FILM_NAME, "FILM");
        for (String known : given) {
            rest = rest.replaceAll(Pattern.quote(known) + END, GIVEN);
        }
        return rest;
    }
}
