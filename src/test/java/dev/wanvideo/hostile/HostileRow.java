package dev.wanvideo.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of {@code hostile.jsonl}: something that a caller may give for a picture and that nothing may read.
 *
 * @param source as the caller writes it; {@code ${port}}, {@code ${in}}, {@code ${IN}}, {@code ${out}} stand for places
 * @param leadsTo what a name server answers, one list of addresses for each time it is asked; the last one stays
 */
public record HostileRow(String name, Kind kind, String source, List<List<String>> leadsTo) {
    private static final JsonMapper JSON = new JsonMapper();

    /** By what a row is hostile. */
    public enum Kind {
        /** The spelling of an address. */
        URL,
        /** Where a name of the public leads. */
        NAME,
        /** Where a path leads. */
        PATH,
        /** What a file holds. */
        CONTENT
    }

    /** All rows of these kinds, in the order of the table. */
    public static List<HostileRow> of(Kind... kinds) {
        try (InputStream in = HostileRow.class.getResourceAsStream("/hostile.jsonl")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(JSON::readTree)
                    .map(HostileRow::row)
                    .filter(row -> List.of(kinds).contains(row.kind()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table cannot be read", e);
        }
    }

    /** The source with the places of this machine in it. */
    public String source(Map<String, String> places) {
        String filled = source;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace("${" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    /** Of a named row, the name. */
    public Optional<String> host() {
        return kind == Kind.NAME ? Optional.of(source.replaceFirst("https://([^:/]+).*", "$1")) : Optional.empty();
    }

    private static HostileRow row(JsonNode row) {
        return new HostileRow(
                row.path("name").asString(""),
                Kind.valueOf(row.path("kind").asString("").toUpperCase(java.util.Locale.ROOT)),
                row.path("source").asString(""),
                row.path("leads_to")
                        .valueStream()
                        .map(answer ->
                                answer.valueStream().map(JsonNode::asString).toList())
                        .toList());
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
