package dev.wanvideo.provider;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code multipart/form-data} body as an emulated provider takes it, to the letter.
 *
 * @param parts in the order in which they came
 */
public record EmulatedForm(List<Part> parts) {
    private static final Pattern TYPE = Pattern.compile("multipart/form-data; boundary=([A-Za-z0-9'_.-]{1,70})");
    private static final Pattern DISPOSITION =
            Pattern.compile("form-data; name=\"([^\"\\r\\n]+)\"(?:; filename=\"([^\"\\r\\n]+)\")?");
    private static final Pattern HEADER = Pattern.compile("(Content-Disposition|Content-Type): ([^\\r\\n]+)");
    private static final String LINE = "\r\n";

    public EmulatedForm {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param fileName of a file; empty for a field
     * @param type of a file
     */
    public record Part(String name, Optional<String> fileName, Optional<String> type, byte[] content) {
        /** The value of a field. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** Reads the body of a call; empty when it is no such form. */
    public static Optional<EmulatedForm> read(EmulatedCall call) {
        Matcher type = TYPE.matcher(call.header("content-type").orElse(""));
        if (!type.matches() || !call.ofToldLength()) {
            return Optional.empty();
        }
        // One character for each byte.
        return parts(new String(call.content(), StandardCharsets.ISO_8859_1), "--" + type.group(1));
    }

    private static Optional<EmulatedForm> parts(String body, String border) {
        String end = LINE + border + "--" + LINE;
        if (!body.startsWith(border + LINE) || !body.endsWith(end)) {
            return Optional.empty();
        }
        String inner = body.substring(border.length() + LINE.length(), body.length() - end.length());
        List<Part> parts = new ArrayList<>();
        for (String text : inner.split(Pattern.quote(LINE + border + LINE), -1)) {
            Optional<Part> part = part(text);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new EmulatedForm(parts));
    }

    private static Optional<Part> part(String text) {
        int blank = text.indexOf(LINE + LINE);
        if (blank < 0) {
            return Optional.empty();
        }
        Optional<String> type = Optional.empty();
        Optional<Matcher> disposition = Optional.empty();
        for (String line : text.substring(0, blank).split(LINE, -1)) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                return Optional.empty();
            }
            if (header.group(1).equals("Content-Type")) {
                type = Optional.of(header.group(2));
            } else {
                disposition = Optional.of(DISPOSITION.matcher(header.group(2))).filter(Matcher::matches);
            }
        }
        byte[] content = text.substring(blank + 2 * LINE.length()).getBytes(StandardCharsets.ISO_8859_1);
        Optional<String> told = type;
        return disposition.map(found -> new Part(found.group(1), Optional.ofNullable(found.group(2)), told, content));
    }

    /** The names of the parts. */
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** The value of a field; empty when it is absent. */
    public Optional<String> field(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.fileName().isEmpty())
                .map(Part::text)
                .findFirst();
    }

    /** The one file, if it is the last part and has this name. */
    public Optional<Part> file(String name) {
        long files = parts.stream().filter(part -> part.fileName().isPresent()).count();
        return Optional.of(parts.get(parts.size() - 1))
                .filter(last -> files == 1
                        && last.fileName().isPresent()
                        && last.type().isPresent()
                        && last.name().equals(name)
                        && last.content().length > 0);
    }
}
