package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each thing that people install, built, unpacked and started; each makes a film. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class BundleTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What the desktop extension and the container image hold: a runtime and its archive take long to make. */
    @TempDir
    static Path bundle;

    @TempDir
    Path folder;

    @Test
    void theNpmPackageRunsOnAJavaOfThisMachine() throws IOException {
        Path node = Needs.npm().node();
        built(Map.of(), "npm-package", "jar", folder.toString());
        Path archive = one("wan-video-mcp-*.tgz");
        Path place = Files.createDirectory(folder.resolve("installed"));
        run(
                Map.of(),
                List.of(
                        "npm",
                        "install",
                        "--offline",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        place.toString(),
                        archive.toString()));
        Path start = place.resolve("node_modules/wan-video-mcp/start.mjs");
        Premises premises = Premises.in(folder).with("JAVA_HOME", System.getProperty("java.home"));
        assertMakesAFilm(premises, List.of(node.toString(), start.toString()));

        Ran old = Ran.of(
                List.of(node.toString(), start.toString(), "--version"), folder, Map.of("PATH", "/nowhere"), LIMIT);
        assertThat(old.exit()).isEqualTo(127);
        assertThat(old.err()).contains("needs Java 17 or newer").hasLineCount(1);
    }

    /**
     * As a desktop client unpacks and starts it: in a folder with blanks and letters of other scripts, with no home, from
     * a folder that cannot be written, every field of the settings left empty.
     */
    @Test
    void theDesktopExtensionRunsWhereverItIsUnpacked() throws IOException {
        Needs.npm();
        Path archive = folder.resolve("wan-video-mcp.mcpb");
        built(withRuntime(), "mcpb", archive.toString());
        Path place = Files.createDirectories(folder.resolve("Größe 影片 x"));
        run(Map.of(), List.of("unzip", "-q", archive.toString(), "-d", place.toString()));
        JsonNode config = new JsonMapper()
                .readTree(place.resolve("manifest.json").toFile())
                .path("server")
                .path("mcp_config");
        Premises premises = Premises.in(folder);
        Map<String, String> environment = new LinkedHashMap<>();
        config.path("env")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().asString()));
        assertThat(environment.get("EVOLINK_API_KEY")).contains("${user_config.");
        environment.putAll(premises.settings());
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && unset HOME && exec \"$@\"", readOnly.toString()));
        command.add(there(config.path("command"), place));
        command.add("-XX:AOTMode=on");
        config.path("args").values().forEach(word -> command.add(there(word, place)));
        assertMakesAFilm(new Premises(folder, environment), command);
        assertStarts("-XX:AOTMode=on", place.resolve("bin/wan-video-mcp").toString());

        Path start =
                Files.copy(Product.target().resolveSibling("src/bundle/npm/start.mjs"), place.resolve("start.mjs"));
        assertStarts("-XX:AOTMode=on", Needs.npm().node().toString(), start.toString());
    }

    /** From another place than the one where it was built. */
    @Test
    void theFolderStartsFromItsArchive() {
        Path place = folder.resolve("Größe 影片 x");
        built(withRuntime(), "image", place.toString());
        assertStarts("-Xshare:on", place.resolve("bin/wan-video-mcp").toString());
    }

    /**
     * Unpacked and started as an engine does it, in a root of its own that holds nothing but the image; without an engine,
     * which none of its parts needs.
     */
    @Test
    void theContainerImageHoldsAllItNeeds() throws IOException {
        Needs.mounts();
        Path archive = folder.resolve("image.tar");
        built(withRuntime(), "oci", archive.toString());
        Path parts = Files.createDirectory(folder.resolve("parts"));
        run(Map.of(), List.of("tar", "xf", archive.toString(), "-C", parts.toString()));
        JsonNode config =
                new JsonMapper().readTree(parts.resolve("config.json").toFile()).path("config");
        assertThat(config.at("/Labels/io.modelcontextprotocol.server.name").asString())
                .isEqualTo("dev.wanvideo/wan-video-mcp");
        Path root = Files.createDirectory(folder.resolve("root"));
        try (var layers = Files.newDirectoryStream(parts, "*.tar.gz")) {
            for (Path layer : layers) {
                run(Map.of(), List.of("tar", "xzf", layer.toString(), "-C", root.toString()));
            }
        }
        Files.createDirectory(root.resolve("proc"));
        Path picture = Product.target().resolveSibling("examples/anna.png");
        Files.copy(picture, root.resolve("data/anna.png"));
        Map<String, String> environment = new LinkedHashMap<>(Map.of("PATH", System.getenv("PATH")));
        config.path("Env").values().forEach(each -> {
            String[] variable = each.asString().split("=", 2);
            environment.put(variable[0], variable[1]);
        });
        environment.put("WAN_VIDEO_MEDIA_ROOTS", "/data");
        environment.put("JAVA_TOOL_OPTIONS", "-Xshare:on");
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-r",
                "-m",
                "-p",
                "-f",
                "sh",
                "-c",
                "mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\"",
                root.toString()));
        config.path("Entrypoint").values().forEach(word -> command.add(word.asString()));
        try (RawPipe server = RawPipe.open(new Premises(folder, environment), command)) {
            Map<String, ?> film = Map.of(
                    "prompt",
                    "@anna waves",
                    "duration",
                    2,
                    "references",
                    List.of(Map.of("name", "anna", "image", "/data/anna.png")));
            Reply finished =
                    server.waitFor(server.call("create_reference_video", film).taskId());
            assertThat(finished.status()).isEqualTo("succeeded");
        }
        try (var films = Files.newDirectoryStream(root.resolve("data/films"), "*.mp4")) {
            assertThat(films).hasSize(1);
        }
    }

    /** On the runtime in the bundle, from its archive: there is no other Java. */
    private void assertStarts(String archiveOrNothing, String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.add("--version");
        Map<String, String> bare =
                Map.of("PATH", "/nowhere", "LC_ALL", "C.UTF-8", "JAVA_TOOL_OPTIONS", archiveOrNothing);
        Ran ran = Ran.of(words, folder, bare, LIMIT);
        assertThat(ran.out()).as(ran.toString()).startsWith("wan-video-mcp ");
    }

    @Test
    void theRegistryIsToldThisVersion() {
        JsonNode told = new JsonMapper()
                .readTree(Product.target().resolveSibling("server.json").toFile());
        String version = Ran.of(
                        List.of(Product.java(), "-jar", Product.jar().toString(), "--version"),
                        folder,
                        Map.of("HOME", folder.toString()),
                        LIMIT)
                .out();
        assertThat(version)
                .isEqualToIgnoringWhitespace(
                        "wan-video-mcp " + told.path("version").asString());
        assertThat(told.at("/packages/0/version")).isEqualTo(told.path("version"));
        assertThat(told.path("description").asString()).hasSizeLessThanOrEqualTo(100);
    }

    private static void assertMakesAFilm(Premises premises, List<String> command) throws IOException {
        try (RawPipe server = RawPipe.open(premises, command)) {
            Reply made = server.call("create_reference_video", TwoCharacters.film(2));
            Reply finished = server.waitFor(made.taskId());
            FilmChecks.assertFilm(finished, premises);
        }
    }

    private static String there(JsonNode word, Path place) {
        return word.asString().replace("${__dirname}", place.toString());
    }

    private Map<String, String> withRuntime() {
        Path built = bundle.resolve("wan-video-mcp");
        if (!Files.exists(built)) {
            built(Map.of("JDK", Needs.jdk25().toString()), "image", built.toString());
        }
        return Map.of("BUNDLE", built.toString());
    }

    private void built(Map<String, String> settings, String script, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Product.target().resolveSibling("src/bundle/" + script).toString()));
        command.addAll(List.of(words));
        run(settings, command);
    }

    private void run(Map<String, String> settings, List<String> command) {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.putAll(settings);
        Ran ran = Ran.of(command, folder, environment, LIMIT);
        assertThat(ran.exit()).as(ran.toString()).isZero();
    }

    private Path one(String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            return found.iterator().next();
        }
    }
}
