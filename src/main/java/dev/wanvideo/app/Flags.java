package dev.wanvideo.app;

import dev.wanvideo.provider.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command-line settings, written {@code --output-dir /films} or {@code --output-dir=/films}. */
record Flags(Map<String, String> values, List<String> problems) {
    static Flags read(List<String> args) {
        if (args.isEmpty()) {
            return new Flags(Map.of(), List.of());
        }
        Catalogue catalogue = Catalogue.load();
        Map<String, String> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            int equals = arg.indexOf('=');
            Optional<String> name = SettingNames.named(equals < 0 ? arg : arg.substring(0, equals), catalogue);
            if (name.isEmpty()) {
                problems.add("Unknown option " + arg + "; see wan-video-mcp --help.");
            } else if (equals >= 0) {
                values.put(name.get(), arg.substring(equals + 1));
            } else if (i + 1 < args.size()) {
                values.put(name.get(), args.get(++i));
            } else {
                problems.add("Option " + arg + " needs a value.");
            }
        }
        return new Flags(values, problems);
    }
}
