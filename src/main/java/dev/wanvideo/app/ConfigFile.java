package dev.wanvideo.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Settings written one a line, {@code WAN_VIDEO_OUTPUT_DIR=/films}, in {@code config.properties}. */
record ConfigFile(Map<String, String> values, List<String> problems) {
    static ConfigFile read(Path file, boolean named) {
        if (!named && !Files.exists(file)) {
            return new ConfigFile(Map.of(), List.of());
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return new ConfigFile(Map.of(), List.of("The configuration file " + file + " cannot be read."));
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return new ConfigFile(values, List.of());
    }
}
