package dev.wanvideo.bench;

import dev.wanvideo.e2e.Npm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory, threads, processor and wake-ups of the server left alone, after a film, and after a thousand calls, beside a
 * bare server on the TypeScript SDK. On Linux, after {@code mvn verify}, in the project's folder:
 *
 * <pre>java -cp target/test-classes dev.wanvideo.bench.FootprintReport target/wan-video-mcp.jar</pre>
 */
public final class FootprintReport {
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration BRIEFLY = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final int CALLS = 1000;
    private static final Pattern TASK = Pattern.compile("wv_[0-9a-z]{20}");

    private FootprintReport() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path jar = Path.of(arguments[0]).toAbsolutePath();
        System.out.printf(Locale.ROOT, "%-44s %7s %8s %7s %9s%n", "", "MiB", "threads", "CPU %", "switch/s");
        Npm npm = Npm.under(jar.resolveSibling(""));
        if (npm.problem().isEmpty()) {
            bare(npm);
        }
        ours(jar);
    }

    private static void bare(Npm npm) throws IOException, InterruptedException {
        List<String> command = List.of(npm.node().toString(), "bare-server.mjs");
        try (Talk talk = new Talk(command, npm.folder(), Map.of("PATH", "/usr/bin:/bin"))) {
            settle();
            print("TypeScript SDK v1, bare, left alone", Footprint.during(talk.pid(), ALONE));
        }
    }

    private static void ours(Path jar) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("footprint");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path examples = jar.resolveSibling("..").resolve("examples").normalize();
        Map<String, String> environment = Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", home.toString(),
                "WAN_VIDEO_HOME", home.resolve("data").toString(),
                "WAN_VIDEO_MEDIA_ROOTS", examples.toString());
        String name = "java -jar on " + Runtime.version().feature() + ", ";
        try (Talk talk = new Talk(List.of(java, "-jar", jar.toString()), home, environment)) {
            settle();
            print(name + "left alone", Footprint.during(talk.pid(), ALONE));
            String task = film(talk, examples);
            print(name + "after a film", Footprint.during(talk.pid(), BRIEFLY));
            for (int call = 0; call < CALLS; call++) {
                look(talk, task, 0);
            }
            print(name + "after " + CALLS + " get_task", Footprint.during(talk.pid(), Duration.ofSeconds(1)));
            print(name + "ten seconds later", Footprint.during(talk.pid(), LATER));
        }
    }

    /** The work behind the first answers is over by then, also on a busy machine. */
    private static void settle() throws InterruptedException {
        Thread.sleep(BRIEFLY.toMillis());
    }

    private static String film(Talk talk, Path examples) throws IOException {
        String created = talk.call(
                "create_reference_video",
                "{\"prompt\":\"@anna waves to @robot\",\"duration\":5,\"references\":[" + picture("anna", examples)
                        + "," + picture("robot", examples) + "]}");
        Matcher task = TASK.matcher(created);
        if (!task.find()) {
            throw new IOException("no film was begun: " + created);
        }
        String seen = "";
        while (!seen.contains("\"status\":\"succeeded\"")) {
            seen = look(talk, task.group(), 30);
        }
        return task.group();
    }

    private static String look(Talk talk, String task, int wait) throws IOException {
        return talk.call("get_task", "{\"task_id\":\"" + task + "\",\"sheet\":\"none\",\"wait_seconds\":" + wait + "}");
    }

    private static String picture(String name, Path examples) {
        return "{\"name\":\"" + name + "\",\"image\":\"" + examples.resolve(name + ".png") + "\"}";
    }

    private static void print(String what, Footprint print) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %7.0f %8d %7.2f %9.1f%n",
                what,
                print.mib(),
                print.threads(),
                print.cpuPercent(),
                print.switches());
    }
}
