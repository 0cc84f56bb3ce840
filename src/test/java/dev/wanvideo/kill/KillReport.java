package dev.wanvideo.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run did and found. */
record KillReport(
        KillOrder order,
        Stage stage,
        Tally tally,
        Takeovers takeovers,
        Orders orders,
        List<String> broken,
        long seconds) {
    private static final double IDLE_TAKEOVER_AT_MOST = 12;

    KillReport {
        broken = new ArrayList<>(broken);
        if (takeovers.worst(Takeovers.Kind.IDLE) > IDLE_TAKEOVER_AT_MOST) {
            broken.add("idle takeover took longer than " + IDLE_TAKEOVER_AT_MOST + " s");
        }
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "provider %s, seed %d: %d kills, %d freezes in %d s; %d films asked for, %d acknowledged, %d acknowledged as cancelled,"
                        + " %d refusals",
                order.provider(),
                order.seed(),
                tally.kills(),
                tally.freezes(),
                seconds,
                orders.asked(),
                orders.acknowledged().size(),
                orders.cancelled().size(),
                orders.refusals().size()));
        lines.add(String.format(Locale.ROOT, "%-50s %6s %8s", "state", "kills", "freezes"));
        for (Moment moment : stage.aims().told()) {
            lines.add(String.format(
                    Locale.ROOT, "%-50s %6d %8d", moment.words(), tally.kills(moment), tally.freezes(moment)));
        }
        for (Takeovers.Kind kind : Takeovers.Kind.values()) {
            lines.add("takeover " + takeovers.line(kind));
        }
        lines.addAll(stage.figures());
        orders.refusals().stream().distinct().forEach(refusal -> lines.add("refused: " + refusal));
        lines.add(broken.isEmpty() ? "every promise kept" : "BROKEN:");
        lines.addAll(broken);
        return String.join("\n", lines);
    }
}
