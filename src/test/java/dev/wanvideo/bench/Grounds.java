package dev.wanvideo.bench;

import dev.wanvideo.app.client.StartCommand;
import dev.wanvideo.e2e.Npm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a measurement runs on.
 *
 * @param jar the packaged product
 * @param bundle the folder with a runtime of its own, as {@code src/bundle/image} builds it; it may be missing
 * @param npm the TypeScript SDK and its bare server
 * @param rivals published media servers
 * @param folder for homes and films
 */
record Grounds(Path jar, Path bundle, Npm npm, Rivals rivals, Path folder) {
    static final String PLAIN =
            "wan-video-mcp, `java -jar` on " + Runtime.version().feature();
    static final String LIGHT = "wan-video-mcp, its jar as `doctor --client` starts it on "
            + Runtime.version().feature();
    static final String BUNDLE = "wan-video-mcp, bundle with its own runtime";
    static final String BARE = "TypeScript SDK v1, bare server with one tool";

    static Grounds around(Path jar) throws IOException {
        Path target = jar.resolveSibling("");
        Npm npm = Npm.under(target);
        npm.problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        Path bundle = target.resolve("bundle/wan-video-mcp");
        return new Grounds(jar, bundle, npm, Rivals.under(target), Files.createTempDirectory("bench"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The bare server comes first: all ratios are to it. */
    List<Contestant> starters() {
        List<Contestant> all = new ArrayList<>(List.of(bare(), plain(), light()));
        if (Files.exists(bundle)) {
            all.add(ours(BUNDLE, List.of(bundle.resolve("bin/wan-video-mcp").toString())));
        }
        all.addAll(rivals.contestants(npm.node()));
        return all;
    }

    Contestant plain() {
        return ours(PLAIN, List.of(java(), "-jar", jar.toString()));
    }

    private Contestant light() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(StartCommand.LIGHT);
        command.addAll(List.of("-jar", jar.toString()));
        return ours(LIGHT, command);
    }

    Contestant bare() {
        List<String> command = List.of(npm.node().toString(), "bare-server.mjs");
        return new Contestant(
                BARE,
                command,
                npm.folder(),
                Map.of("PATH", "/usr/bin:/bin"),
                "{\"name\":\"echo\",\"arguments\":{\"text\":\"hello\"}}");
    }

    private Contestant ours(String name, List<String> command) {
        return new Contestant(name, command, folder, environment(), "{\"name\":\"list_providers\",\"arguments\":{}}");
    }

    /** A home of its own for each that asks, and the example pictures to be read. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"));
        environment.put("HOME", folder.toString());
        environment.put("WAN_VIDEO_HOME", folder.resolve("data").toString());
        environment.put("WAN_VIDEO_OUTPUT_DIR", folder.resolve("films").toString());
        environment.put("WAN_VIDEO_MEDIA_ROOTS", examples().toString());
        return environment;
    }

    /** The arguments of a preview film. */
    String film(int seconds) {
        return "{\"prompt\":\"@anna waves to @robot\",\"duration\":" + seconds + ",\"references\":[" + picture("anna")
                + "," + picture("robot") + "]}";
    }

    private String picture(String name) {
        return "{\"name\":\"" + name + "\",\"image\":\"" + examples().resolve(name + ".png") + "\"}";
    }

    private Path examples() {
        return jar.resolveSibling("..").resolve("examples").normalize();
    }
}
