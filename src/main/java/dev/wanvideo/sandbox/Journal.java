package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedJobs.Phase;
import java.util.Locale;
import java.util.function.Consumer;

/** One line for each job that begins or ends, and for each fault that strikes a call. */
final class Journal {
    private final Consumer<String> lines;

    Journal(Consumer<String> lines) {
        this.lines = lines;
    }

    void accepted(Work work) {
        lines.accept(work.provider() + " accepted " + work.id() + " for " + price(work) + ": "
                + work.order().seconds() + " s, " + work.order().size());
    }

    void ended(Work work, Phase phase) {
        String word = phase.name().toLowerCase(Locale.ROOT);
        String money = phase == Phase.DONE ? " for " + price(work) : ", " + price(work) + " paid back";
        lines.accept(work.provider() + " " + word + " " + work.id() + money);
    }

    void struck(String provider, Fault fault, String call) {
        lines.accept(provider + " " + fault.word() + " struck " + call);
    }

    private static String price(Work work) {
        return work.order().usd().toPlainString() + " USD";
    }
}
