package dev.wanvideo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is set for a server of many clients; what cannot be understood is off, and a problem. */
final class ServingReader {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{16,200}");

    private final Environment environment;
    private final List<String> problems = new ArrayList<>();

    ServingReader(Environment environment) {
        this.environment = environment;
    }

    Settings.Serving read() {
        return new Settings.Serving(metricsToken());
    }

    /** One sentence each. */
    List<String> problems() {
        return problems;
    }

    private Optional<String> metricsToken() {
        Optional<String> token = environment.get(SettingNames.METRICS_TOKEN);
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            problems.add(SettingNames.METRICS_TOKEN
                    + " must be 16 to 200 characters without blanks; until it is mended it counts as not set.");
            return Optional.empty();
        }
        return token;
    }
}
