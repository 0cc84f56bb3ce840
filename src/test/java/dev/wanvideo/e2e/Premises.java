package dev.wanvideo.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders of one server under test and its whole environment; no setting of this machine gets in.
 *
 * @param root an empty folder of the test's own
 * @param settings variables beyond PATH and HOME
 */
record Premises(Path root, Map<String, String> settings) {
    Premises {
        settings = Map.copyOf(settings);
    }

    /** A data folder and an output folder under this root, and the example pictures to read. */
    static Premises in(Path root) {
        return new Premises(root, Map.of())
                .with("WAN_VIDEO_HOME", root.resolve("data").toString())
                .with("WAN_VIDEO_OUTPUT_DIR", root.resolve("films").toString())
                .with("WAN_VIDEO_MEDIA_ROOTS", Product.examples().toString());
    }

    Premises with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Premises(root, more);
    }

    Path home() {
        return Path.of(settings.getOrDefault("WAN_VIDEO_HOME", ""));
    }

    Path films() {
        return Path.of(settings.getOrDefault(
                "WAN_VIDEO_OUTPUT_DIR", root.resolve("films").toString()));
    }

    Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("PATH", SearchPath.text());
        all.put("HOME", root.toString());
        return all;
    }

    /** What a server may name because it was told so. */
    List<String> given() {
        List<String> values = new ArrayList<>(settings.values());
        values.add(root.toString());
        return values;
    }
}
