package dev.wanvideo.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings as they were given: flags before environment variables before lines of the configuration file. */
final class Environment {
    private final Map<String, String> values = new HashMap<>();

    Environment(Map<String, String> flags, Map<String, String> variables, Map<String, String> file) {
        addAll(file);
        addAll(variables);
        addAll(flags);
    }

    /** The value; empty when absent, blank or a placeholder that nobody filled in. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Those that have a value. */
    Set<String> names() {
        return values.keySet();
    }

    private void addAll(Map<String, String> given) {
        for (Map.Entry<String, String> each : given.entrySet()) {
            if (!each.getValue().isBlank() && !isPlaceholder(each.getValue())) {
                values.put(each.getKey(), each.getValue().strip());
            }
        }
    }

    /** Desktop clients hand over {@code ${user_config.x}} when a person left the field empty. */
    private static boolean isPlaceholder(String value) {
        int begin = value.indexOf("${");
        return begin >= 0 && value.indexOf('}', begin) >= 0;
    }
}
