package dev.wanvideo.media.table;

import dev.wanvideo.media.Look;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A look held against what others tell.
 *
 * @param wrong each disagreement in words
 * @param words agreement, or what was left open, or why the file is refused
 */
record Comparison(List<String> wrong, String words) {
    private static final double TOLERANCE = 0.05;

    static Comparison of(Recipe recipe, Told told, Look look) {
        if (look instanceof Look.Refused refused) {
            boolean expected = !recipe.usable() && refused.message().contains(recipe.refusal());
            return new Comparison(
                    expected ? List.of() : List.of("refused: " + refused.message()), "refused: " + refused.message());
        }
        if (look instanceof Look.Unprobed unprobed) {
            return new Comparison(List.of("unprobed: " + unprobed.why()), "unprobed");
        }
        Look.Seen seen = (Look.Seen) look;
        List<String> wrong = new ArrayList<>();
        List<String> open = new ArrayList<>();
        if (!recipe.usable() && seen.doubt().isEmpty()) {
            wrong.add("not refused: " + seen.facts());
        }
        if (!recipe.usable()) {
            open.add("whether it can be used");
        }
        if (recipe.usable() || !told.type().isEmpty()) {
            held(recipe, told, seen, wrong, open);
        }
        String words = open.isEmpty()
                ? "agrees"
                : "not probed: " + String.join(", ", open)
                        + seen.doubt().map(d -> " (" + d + ")").orElse("");
        return new Comparison(wrong, wrong.isEmpty() ? words : "WRONG " + wrong);
    }

    private static void held(Recipe recipe, Told told, Look.Seen seen, List<String> wrong, List<String> open) {
        MediaFacts facts = seen.facts();
        same("type", Optional.of(facts.type()), Optional.of(told.type()), wrong, open);
        same("bytes", Optional.of(facts.bytes()).filter(b -> b > 0), Optional.of(told.bytes()), wrong, open);
        if (recipe.kind() != MediaKind.VOICE) {
            same("size", facts.size().map(FrameSize::toString), told.size(), wrong, open);
        }
        if (recipe.kind() == MediaKind.IMAGE) {
            same("alpha", facts.transparent(), told.transparent(), wrong, open);
        } else {
            length(facts, told, wrong, open);
        }
        if (recipe.kind() == MediaKind.VIDEO) {
            same("sound", facts.audio(), told.audio(), wrong, open);
        }
        if (!open.isEmpty() && seen.doubt().isEmpty()) {
            wrong.add("nothing is said of " + open);
        }
    }

    private static <T> void same(
            String what, Optional<T> looked, Optional<T> told, List<String> wrong, List<String> open) {
        if (looked.isEmpty()) {
            open.add(what);
        } else if (!looked.equals(told)) {
            wrong.add(what + " " + looked.get() + ", not "
                    + told.map(Object::toString).orElse("known"));
        }
    }

    private static void length(MediaFacts facts, Told told, List<String> wrong, List<String> open) {
        if (facts.seconds().isEmpty()) {
            open.add("length");
        } else if (Math.abs(facts.seconds().get() - told.seconds().orElse(-1.0)) > Math.max(TOLERANCE, told.frame())) {
            wrong.add(String.format(
                    Locale.ROOT,
                    "%.3f seconds, not %.3f",
                    facts.seconds().get(),
                    told.seconds().orElse(-1.0)));
        }
    }
}
