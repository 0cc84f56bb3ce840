package dev.wanvideo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From spawn to the first answers, beside servers written for Node in the same rounds. */
final class StartChapter implements Chapter {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 2;

    private static final class Starts {
        private final List<Double> listed = new ArrayList<>();
        private final List<Double> called = new ArrayList<>();
        private final List<Double> created = new ArrayList<>();
        private final List<Double> mib = new ArrayList<>();
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String text(Grounds grounds) throws IOException {
        Map<Contestant, Starts> all = new LinkedHashMap<>();
        grounds.starters().forEach(each -> all.put(each, new Starts()));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<Contestant, Starts> each : all.entrySet()) {
                Starts kept = round < 0 ? new Starts() : each.getValue();
                start(each.getKey(), kept);
                create(each.getKey(), grounds, kept);
            }
        }
        Starts bare = all.values().iterator().next();
        StringBuilder text = new StringBuilder("## Start\n\n");
        text.append("Medians of ")
                .append(ROUNDS)
                .append(" interleaved rounds; ratios are medians of the ratios round by")
                .append(" round. The first call is `list_providers`, or `echo` of the bare server, sent at once after")
                .append(" the answer to `tools/list`; the preview's answer comes when its task is on disk, in a home")
                .append(" that exists.\n\n")
                .append("| server | spawn to `tools/list` | ratio | peak memory by then | first call | ratio")
                .append(" | spawn to a preview's `task_id` | in starts of the bare server |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        all.forEach((contestant, starts) -> text.append(row(contestant, starts, bare)));
        grounds.rivals()
                .missing()
                .forEach(each -> text.append("\nNot run, since it could not be installed: ")
                        .append(each)
                        .append(".\n"));
        return text.toString();
    }

    private static void start(Contestant contestant, Starts kept) throws IOException {
        try (Talk talk = new Talk(contestant).shakeHands()) {
            double listed = talk.millis();
            kept.listed.add(listed);
            kept.mib.add(talk.peakMib());
            if (!contestant.call().isEmpty()) {
                talk.call(contestant.call());
                kept.called.add(talk.millis() - listed);
            }
        }
    }

    private static void create(Contestant contestant, Grounds grounds, Starts kept) throws IOException {
        if (!contestant.name().startsWith("wan-video-mcp")) {
            return;
        }
        String id;
        try (Talk talk = new Talk(contestant).shakeHands()) {
            String answer = talk.call("{\"name\":\"create_reference_video\",\"arguments\":" + grounds.film(2) + "}");
            kept.created.add(talk.millis());
            id = TaskIds.in(answer);
            talk.call("{\"name\":\"cancel_task\",\"arguments\":{\"task_id\":\"" + id + "\"}}");
        }
    }

    private static String row(Contestant contestant, Starts starts, Starts bare) {
        Series listed = Series.of(starts.listed);
        Series base = Series.of(bare.listed);
        String called = "- | -";
        if (!starts.called.isEmpty()) {
            Series calls = Series.of(starts.called);
            called = format("%.1f ms | %.2f", calls.median(), calls.ratioTo(Series.of(bare.called)));
        }
        String created = "- | -";
        if (!starts.created.isEmpty()) {
            Series creations = Series.of(starts.created);
            created = format("%.0f ms | %.2f", creations.median(), creations.ratioTo(base));
        }
        return format(
                "| %s | %.0f ms | %.2f | %.0f MiB | %s | %s |%n",
                contestant.name(),
                listed.median(),
                listed.ratioTo(base),
                Series.of(starts.mib).median(),
                called,
                created);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
