package dev.wanvideo.bench;

import dev.wanvideo.e2e.Npm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Time from spawn to the {@code tools/list} answer, beside a bare server on the TypeScript SDK in the same rounds. After
 * {@code mvn verify}:
 *
 * <pre>java -cp target/test-classes dev.wanvideo.bench.StartupBench target/wan-video-mcp.jar</pre>
 */
public final class StartupBench {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 2;

    private final List<Spawn> ours = new ArrayList<>();
    private final List<Spawn> bare = new ArrayList<>();

    private StartupBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path jar = Path.of(arguments[0]).toAbsolutePath();
        StartupBench bench = new StartupBench();
        bench.run(jar, Npm.under(jar.resolveSibling("")));
        bench.print();
    }

    private void run(Path jar, Npm npm) throws IOException, InterruptedException {
        npm.problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        Path home = Files.createTempDirectory("bench");
        Map<String, String> environment = Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", home.toString(),
                "WAN_VIDEO_HOME", home.resolve("data").toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> product = List.of(java, "-jar", jar.toString());
        List<String> other = List.of(npm.node().toString(), "bare-server.mjs");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Spawn first = Spawn.of(product, home, environment);
            Spawn second = Spawn.of(other, npm.folder(), environment);
            if (round >= 0) {
                ours.add(first);
                bare.add(second);
            }
        }
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%d interleaved rounds, medians: spawn to tools/list, peak resident%n", ROUNDS);
        print("java -jar on " + Runtime.version().feature(), ours);
        print("TypeScript SDK v1, bare", bare);
        double[] ratios = IntStream.range(0, ROUNDS)
                .mapToDouble(i -> ours.get(i).millis() / bare.get(i).millis())
                .toArray();
        System.out.printf(Locale.ROOT, "median of the paired ratios: %.2f%n", median(ratios));
    }

    private static void print(String what, List<Spawn> spawns) {
        double millis = median(values(spawns, Spawn::millis));
        double mib = median(values(spawns, Spawn::peakMib));
        System.out.printf(Locale.ROOT, "%-26s %6.0f ms  %5.0f MiB%n", what, millis, mib);
    }

    private static double[] values(List<Spawn> spawns, ToDoubleFunction<Spawn> value) {
        return spawns.stream().mapToDouble(value).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
