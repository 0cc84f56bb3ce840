package dev.wanvideo.app.client;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML with a table for each server. */
record TomlConfig(String key) implements ConfigText {
    private static final TomlMapper TOML = new TomlMapper();
    private static final Pattern HEADER = Pattern.compile("\\s*\\[.*");
    private static final Pattern OURS = Pattern.compile("\\s*(command|args)\\s*=.*");

    @Override
    public String with(Entry entry, String text) {
        try {
            ObjectNode before = tree(text);
            JsonNode present = before.path(key).path(entry.name());
            ObjectNode wanted = entry.over(present instanceof ObjectNode object ? object : TOML.createObjectNode());
            if (wanted.equals(present)) {
                return text;
            }
            String changed = present.isMissingNode() ? appended(entry, text) : replaced(entry, text);
            ObjectNode expected = before.deepCopy();
            expected.withObjectProperty(key).set(entry.name(), wanted);
            if (!tree(changed).equals(expected)) {
                throw new Unchangeable("its tables are written in a way in which this entry cannot be set alone");
            }
            return changed;
        } catch (JacksonException e) {
            throw new Unchangeable("it is no TOML that can be read");
        }
    }

    private static ObjectNode tree(String text) {
        return (ObjectNode) TOML.readTree(text);
    }

    private String appended(Entry entry, String text) {
        String gap = text.isEmpty() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
        String table = gap + "[" + key + "." + entry.name() + "]\n" + String.join("\n", lines(entry)) + "\n";
        return text + table.replace("\n", lineEnd(text));
    }

    /** Only the lines that name the command; the tree is compared afterwards. */
    private String replaced(Entry entry, String text) {
        Pattern header = Pattern.compile("\\s*\\[\\s*" + Pattern.quote(key) + "\\s*\\.\\s*[\"']?"
                + Pattern.quote(entry.name()) + "[\"']?\\s*]\\s*(#.*)?");
        List<String> kept = new ArrayList<>();
        boolean inside = false;
        for (String line : text.split(lineEnd(text), -1)) {
            if (HEADER.matcher(line).matches()) {
                inside = header.matcher(line).matches();
                kept.add(line);
                if (inside) {
                    kept.addAll(lines(entry));
                }
            } else if (!inside || !OURS.matcher(line).matches()) {
                kept.add(line);
            }
        }
        return String.join(lineEnd(text), kept);
    }

    private static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private static List<String> lines(Entry entry) {
        List<String> lines =
                new ArrayList<>(List.of("command = " + quoted(entry.start().program())));
        if (!entry.start().arguments().isEmpty()) {
            lines.add(entry.start().arguments().stream()
                    .map(TomlConfig::quoted)
                    .collect(Collectors.joining(", ", "args = [", "]")));
        }
        return lines;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
