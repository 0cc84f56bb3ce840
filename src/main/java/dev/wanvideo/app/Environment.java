package dev.wanvideo.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings as they were given: flags before environment variables before lines of the configuration file. */
final class Environment {
    /** Desktop clients hand over {@code ${user_config.x}} when a person left the field empty. */
    private static final Pattern PLACEHOLDER = Pattern.compile(".*\\$\\{[^}]*}.*", Pattern.DOTALL);

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

    private void addAll(Map<String, String> given) {
        given.forEach((name, value) -> {
            if (!value.isBlank() && !PLACEHOLDER.matcher(value).matches()) {
                values.put(name, value.strip());
            }
        });
    }
}
