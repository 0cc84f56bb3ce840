package dev.wanvideo.bench;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a tool call to the provider's having the order, and from the film's end there to the answer that tells it. */
final class OrderChapter implements Chapter {
    private static final int FILMS = 15;
    private static final String PROVIDER = "evolink";

    @Override
    public String name() {
        return "order";
    }

    @Override
    public String text(Grounds grounds) throws IOException, InterruptedException {
        SandboxSettings settings =
                SandboxSettings.in(grounds.folder().resolve("sandbox")).at(Pace.ofSeconds(3));
        List<Double> acknowledged = new ArrayList<>();
        List<Double> ordered = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        int polls;
        try (Sandbox sandbox = Sandbox.start(settings, Catalogue.load(), line -> {});
                Talk talk = new Talk(customer(grounds, sandbox)).shakeHands()) {
            for (int film = -1; film < FILMS; film++) {
                Instant asked = Instant.now();
                String task = TaskIds.in(talk.call(order(sandbox, film)));
                Instant answered = Instant.now();
                TaskIds.awaited(talk, task);
                Instant told = Instant.now();
                var entry = sandbox.books().entries(PROVIDER).get(film + 1);
                if (film >= 0) {
                    acknowledged.add(millis(asked, answered));
                    ordered.add(millis(asked, entry.accepted()));
                    known.add(millis(entry.done().orElseThrow(), told));
                }
            }
            polls = sandbox.books().entries(PROVIDER).stream()
                    .mapToInt(entry -> entry.polls())
                    .sum();
        }
        return "## One paid film\n\n" + FILMS
                + " films one after another at an emulated provider whose jobs take 3 s, looked at every second, one reference by address,"
                + " warm; medians and the longest.\n\n| | median | longest |\n|---|---|---|\n"
                + row("from the call to its `task_id`, the task being on disk", acknowledged)
                + row("from the call to the provider's having the order, the intent being on disk", ordered)
                + row(
                        "from the film's being done there to the waiting `get_task`'s answer, film fetched and checked",
                        known)
                + String.format(Locale.ROOT, "%nLooks at the provider for each film: %.1f.%n", polls / (FILMS + 1.0));
    }

    private static Contestant customer(Grounds grounds, Sandbox sandbox) {
        Contestant plain = grounds.plain();
        Map<String, String> environment = new HashMap<>(plain.environment());
        environment.putAll(sandbox.environment().getOrDefault(PROVIDER, Map.of()));
        environment.put("WAN_VIDEO_ALLOW_HOSTS", "127.0.0.1");
        environment.put("WAN_VIDEO_POLL_SECONDS", "1");
        Path home = grounds.folder().resolve("customer");
        environment.put("WAN_VIDEO_HOME", home.toString());
        return new Contestant(plain.name(), plain.command(), plain.folder(), environment, plain.call());
    }

    private static String order(Sandbox sandbox, int film) {
        return "{\"name\":\"create_reference_video\",\"arguments\":{\"provider\":\"" + PROVIDER
                + "\",\"prompt\":\"@anna waves, take " + film + "\",\"duration\":5,\"references\":[{\"name\":\"anna\","
                + "\"image\":\"" + sandbox.address() + "/media/anna.png\"}]}}";
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static String row(String what, List<Double> millis) {
        Series series = Series.of(millis);
        return String.format(Locale.ROOT, "| %s | %.0f ms | %.0f ms |%n", what, series.median(), series.quantile(1));
    }
}
