package dev.wanvideo.media.table;

import dev.wanvideo.media.Look;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A look held against what others tell, cell by cell. */
final class Comparison {
    private static final double TOLERANCE = 0.05;

    private final List<String> agreed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String why = "";

    private Comparison() {}

    static Comparison of(Recipe recipe, Told told, Look look) {
        Comparison comparison = new Comparison();
        if (look instanceof Look.Refused refused) {
            comparison.refused(recipe, refused.message());
        } else if (look instanceof Look.Seen seen) {
            comparison.seen(recipe, told, seen);
        } else {
            comparison.wrong.add(look.toString());
        }
        return comparison;
    }

    /** Each disagreement in words. */
    List<String> wrong() {
        return wrong;
    }

    /** How many cells agree. */
    int agreed() {
        return agreed.size();
    }

    /** How many cells were not probed, and said so. */
    int open() {
        return open.size();
    }

    /** Agreement, or what was left open, or why the file is refused. */
    String words() {
        return !wrong.isEmpty() ? "WRONG " + wrong : open.isEmpty() ? "agrees" + why : "not probed: " + open + why;
    }

    private void refused(Recipe recipe, String message) {
        boolean expected = !recipe.usable() && message.contains(recipe.refusal());
        (expected ? agreed : wrong).add("refused: " + message);
        why = ": refused, " + message;
    }

    private void seen(Recipe recipe, Told told, Look.Seen seen) {
        if (!recipe.usable() && seen.doubt().isEmpty()) {
            wrong.add("not refused: " + seen.facts());
        }
        if (!recipe.usable()) {
            open.add("whether it can be used");
        }
        if (recipe.usable() || !told.type().isEmpty()) {
            facts(recipe.kind(), told, seen.facts());
        }
        if (!open.isEmpty() && seen.doubt().isEmpty()) {
            wrong.add("nothing is said of " + open);
        }
        why = seen.doubt().map(doubt -> " (" + doubt + ")").orElse("");
    }

    private void facts(MediaKind kind, Told told, MediaFacts facts) {
        same("type", Optional.of(facts.type()), Optional.of(told.type()));
        same("bytes", Optional.of(facts.bytes()).filter(bytes -> bytes > 0), Optional.of(told.bytes()));
        if (kind != MediaKind.VOICE) {
            same("size", facts.size().map(FrameSize::toString), told.size());
        }
        if (kind == MediaKind.IMAGE) {
            same("alpha", facts.transparent(), told.transparent());
        } else {
            length(facts, told);
        }
        if (kind == MediaKind.VIDEO) {
            same("sound", facts.audio(), told.audio());
        }
    }

    private <T> void same(String what, Optional<T> looked, Optional<T> told) {
        if (looked.isEmpty()) {
            open.add(what);
        } else if (looked.equals(told)) {
            agreed.add(what);
        } else {
            wrong.add(what + " " + looked.get() + ", not "
                    + told.map(Object::toString).orElse("known"));
        }
    }

    private void length(MediaFacts facts, Told told) {
        double known = told.seconds().orElse(-1.0);
        if (facts.seconds().isEmpty()) {
            open.add("length");
        } else if (Math.abs(facts.seconds().get() - known) <= Math.max(TOLERANCE, told.frame())) {
            agreed.add("length");
        } else {
            wrong.add(String.format(
                    Locale.ROOT, "%.3f seconds, not %.3f", facts.seconds().get(), known));
        }
    }
}
