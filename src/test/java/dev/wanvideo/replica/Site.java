package dev.wanvideo.replica;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all replicas of a run have in common.
 *
 * @param command that starts the product, up to its own arguments
 * @param folder of the run
 * @param settings variables beyond the folders, the database among them
 */
public record Site(List<String> command, Path folder, Map<String, String> settings) {
    public Site {
        command = List.copyOf(command);
        settings = Map.copyOf(settings);
    }

    /** The jar that this program was started with, on the Java that runs it. */
    public static Site packaged(Path folder, Map<String, String> settings) throws URISyntaxException {
        Path jar = Path.of(dev.wanvideo.app.Main.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new Site(List.of(java(), "-jar", jar.toString()), folder, settings);
    }

    /** The same with room for more sessions and with providers that may be called so many times as often. */
    public static Site measured(Path folder, Map<String, String> settings, int times) {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new Site(
                List.of(
                        java(),
                        "-Xmx512m",
                        "-cp",
                        classes,
                        "dev.wanvideo.app.MeasuredServer",
                        "1024",
                        String.valueOf(times)),
                folder,
                settings);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where the films of all of them go. */
    public Path films() {
        return folder.resolve("films");
    }

    /** The whole environment of one replica; no setting of this machine gets in but the search path. */
    Map<String, String> environment(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Map<String, String> all = new HashMap<>(settings);
        all.put("PATH", System.getenv().getOrDefault("PATH", ""));
        all.put("HOME", own.toString());
        all.put("WAN_VIDEO_HOME", own.resolve("data").toString());
        all.put("WAN_VIDEO_OUTPUT_DIR", films().toString());
        return all;
    }
}
