package dev.wanvideo.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is remembered beside a part of a file, so that it can be completed later: which state of the file it is of.
 *
 * @param validator a strong entity tag or a date, as the server wrote it
 * @param total length of the whole file
 */
public record PartNote(Optional<String> validator, OptionalLong total) {
    private static final int LONGEST = 1000;

    /** The note beside a part; empty when there is none that can be read. */
    public static Optional<PartNote> beside(Path part) {
        try {
            List<String> lines = Files.size(place(part)) > LONGEST ? List.of() : Files.readAllLines(place(part));
            return lines.size() == 2
                    ? Optional.of(new PartNote(
                            Optional.of(lines.get(0)).filter(line -> !line.isEmpty()),
                            lines.get(1).isEmpty()
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(Long.parseLong(lines.get(1)))))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Forgets it. */
    public static void remove(Path part) throws IOException {
        Files.deleteIfExists(place(part));
    }

    void write(Path part) throws IOException {
        String tag = validator.filter(line -> line.length() < LONGEST / 2).orElse("");
        String length = total.isPresent() ? Long.toString(total.getAsLong()) : "";
        Files.writeString(place(part), tag + "\n" + length + "\n");
    }

    /** Whether an answer can be of the same file: what both tell must agree. */
    boolean agrees(Head head, OptionalLong length) {
        boolean sameLength = total.isEmpty() || length.isEmpty() || total.equals(length);
        return sameLength && (validator.isEmpty() || head.validator().isEmpty() || validator.equals(head.validator()));
    }

    private static Path place(Path part) {
        return part.resolveSibling(part.getFileName() + ".note");
    }
}
