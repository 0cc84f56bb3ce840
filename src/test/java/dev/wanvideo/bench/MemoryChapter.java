package dev.wanvideo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Memory, threads, processor and wake-ups of servers that are left alone, before and after they had work. */
final class MemoryChapter implements Chapter {
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration BRIEFLY = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final int CALLS = 1000;

    private final StringBuilder rows = new StringBuilder();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String text(Grounds grounds) throws IOException, InterruptedException {
        double bare = alone(grounds.bare());
        for (Contestant each : grounds.starters()) {
            if (each.name().startsWith("wan-video-mcp")) {
                ours(each, grounds, bare);
            } else if (!each.name().equals(Grounds.BARE)) {
                row(each.name() + ", nobody has called", measured(each, ALONE), bare);
            }
        }
        return "## Idle\n\nAfter `initialize` and `tools/list`, resident memory over "
                + ALONE.toSeconds() + " s in which nobody calls, and after work.\n\n"
                + "| server | memory | ratio | threads | processor, of a core | switches a second |\n|---|---|---|---|---|---|\n"
                + rows;
    }

    private double alone(Contestant contestant) throws IOException, InterruptedException {
        Footprint print = measured(contestant, ALONE);
        row(contestant.name() + ", nobody has called", print, print.mib());
        return print.mib();
    }

    private static Footprint measured(Contestant contestant, Duration window) throws IOException, InterruptedException {
        try (Talk talk = new Talk(contestant).shakeHands()) {
            Thread.sleep(BRIEFLY.toMillis());
            return Footprint.during(talk.pid(), window);
        }
    }

    private void ours(Contestant contestant, Grounds grounds, double bare) throws IOException, InterruptedException {
        String name = contestant.name();
        try (Talk talk = new Talk(contestant).shakeHands()) {
            Thread.sleep(BRIEFLY.toMillis());
            row(name + ", nobody has called", Footprint.during(talk.pid(), ALONE), bare);
            talk.call(contestant.call());
            Thread.sleep(LATER.toMillis());
            row(name + ", 10 s after `list_providers`", Footprint.during(talk.pid(), BRIEFLY), bare);
            talk.call("{\"name\":\"list_tasks\",\"arguments\":{}}");
            Thread.sleep(LATER.toMillis());
            row(name + ", 10 s after `list_tasks`, which opens the store", Footprint.during(talk.pid(), BRIEFLY), bare);
            String task = TaskIds.in(
                    talk.call("{\"name\":\"create_reference_video\",\"arguments\":" + grounds.film(5) + "}"));
            TaskIds.awaited(talk, task);
            Thread.sleep(LATER.toMillis());
            row(name + ", 10 s after a film", Footprint.during(talk.pid(), BRIEFLY), bare);
            talk.calls(TaskIds.look(task, 0), CALLS, 1);
            Thread.sleep(LATER.toMillis());
            row(name + ", 10 s after " + CALLS + " `get_task`", Footprint.during(talk.pid(), BRIEFLY), bare);
        }
    }

    private void row(String what, Footprint print, double bare) {
        rows.append(String.format(
                Locale.ROOT,
                "| %s | %.0f MiB | %.2f | %d | %.2f %% | %.1f |%n",
                what,
                print.mib(),
                print.mib() / bare,
                print.threads(),
                print.cpuPercent(),
                print.switches()));
    }
}
