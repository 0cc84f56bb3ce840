package dev.wanvideo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings written one a line, {@code WAN_VIDEO_OUTPUT_DIR=/films}, in {@code config.properties}. Lines that begin with
 * {@code #} are comments; a backslash is a backslash, since Windows paths have them.
 */
record ConfigFile(Map<String, String> values, List<String> problems) {
    /** Of the file in the data folder. */
    static final String NAME = "config.properties";

    static ConfigFile read(Path file, boolean named) {
        if (!named && !Files.exists(file)) {
            return new ConfigFile(Map.of(), List.of());
        }
        try {
            return of(Files.readAllLines(file), file);
        } catch (IOException e) {
            return new ConfigFile(Map.of(), List.of("The configuration file " + file + " cannot be read."));
        }
    }

    private static ConfigFile of(List<String> lines, Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replace("\uFEFF", "").strip();
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                problems.add("Line " + number + " of the configuration file " + file + " is not NAME=value.");
            }
        }
        return new ConfigFile(values, problems);
    }
}
