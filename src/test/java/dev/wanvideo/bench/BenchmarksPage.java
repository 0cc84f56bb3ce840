package dev.wanvideo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the product beside others and writes {@code docs/benchmarks.md}. On Linux, with nothing else running, after
 * {@code mvn verify}, and after {@code src/bundle/image} when the bundle shall be measured as well:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.bench.BenchmarksPage target/wan-video-mcp.jar</pre>
 *
 * <p>With names of chapters behind it, only these are measured, and printed instead of written.
 */
public final class BenchmarksPage {
    private static final List<Chapter> CHAPTERS = List.of(
            new StartChapter(),
            new MemoryChapter(),
            new StdioCallsChapter(),
            new HttpCallsChapter(),
            new OrderChapter(),
            new PreviewChapter(),
            // Jobs that take what most providers are known for; shorter ones are found when the first look is due.
            new QuotedChapter("films", "Many films at once", LoadBench.class, List.of("300", "180", "40")),
            new QuotedChapter(
                    "steps", "Steps of tasks, three processes on one SQLite file", StepsBench.class, List.of()));

    private BenchmarksPage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path jar = Path.of(words.isEmpty() ? "" : words.remove(0)).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            System.err.println(
                    "The first word is the packaged jar, whose folder takes the rivals: " + jar + " is none.");
            System.exit(2);
        }
        Grounds grounds = Grounds.around(jar);
        StringBuilder page = new StringBuilder(head());
        for (Chapter chapter : CHAPTERS) {
            if (words.isEmpty() || words.contains(chapter.name())) {
                String text = chapter.text(grounds);
                System.out.println(text);
                page.append('\n').append(text);
            }
        }
        if (words.isEmpty()) {
            Files.writeString(jar.resolveSibling("..").resolve("docs/benchmarks.md"), page);
        }
        System.exit(0);
    }

    private static String head() throws IOException {
        return "# Benchmarks\n\nWritten by `BenchmarksPage` (CONTRIBUTING.md) on " + LocalDate.now(ZoneOffset.UTC)
                + ", on "
                + Runtime.getRuntime().availableProcessors() + " cores of " + processor() + ", Java "
                + Runtime.version() + ". Milliseconds compare inside one table only; ratios are what to look at.\n";
    }

    private static String processor() throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        Optional<String> name = Files.exists(told)
                ? Files.readAllLines(told).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                : Optional.empty();
        return name.orElse("an unknown processor");
    }
}
