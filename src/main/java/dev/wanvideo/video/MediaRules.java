package dev.wanvideo.video;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what is known about a file against what a host takes. */
final class MediaRules {
    private static final long BYTES = 1024L * 1024L;

    /** Encoders pad a sound or a clip to whole frames, so a clip cut to 30 seconds may tell 30.04. */
    private static final double PADDING_SECONDS = 0.1;

    private MediaRules() {}

    /** All that is taken, in words. */
    static String words(CastConstraint.Media limit) {
        StringBuilder words =
                new StringBuilder(limit.types().stream().map(MediaRules::word).collect(Collectors.joining(", ")));
        if (!limit.transparency() && limit.kind() == MediaKind.IMAGE) {
            words.append(", no transparency");
        }
        limit.sides().ifPresent(s -> words.append(", ").append(s).append(" pixels each side"));
        limit.steepest()
                .ifPresent(s ->
                        words.append(", 1:").append(s).append(" to ").append(s).append(":1"));
        limit.seconds().ifPresent(s -> words.append(", ").append(s).append(" seconds"));
        return words.append(", at most ")
                .append(limit.megabytes())
                .append(" MB")
                .toString();
    }

    private static String word(String type) {
        return switch (type) {
            case "audio/mpeg" -> "MP3";
            case "video/quicktime" -> "MOV";
            default -> type.substring(type.indexOf('/') + 1).toUpperCase(Locale.ROOT);
        };
    }

    /** What about this file is not taken, in words that follow "is". */
    static Optional<String> objection(CastConstraint.Media limit, MediaFacts facts) {
        List<String> told = Stream.of(
                        type(limit, facts),
                        bytes(limit, facts),
                        size(limit, facts),
                        length(limit, facts),
                        transparency(limit, facts))
                .flatMap(Optional::stream)
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", told));
    }

    private static Optional<String> type(CastConstraint.Media limit, MediaFacts facts) {
        return limit.types().contains(facts.type()) ? Optional.empty() : Optional.of(facts.type());
    }

    private static Optional<String> bytes(CastConstraint.Media limit, MediaFacts facts) {
        return facts.bytes() <= limit.megabytes() * BYTES
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.1f MB long", facts.bytes() / (double) BYTES));
    }

    private static Optional<String> size(CastConstraint.Media limit, MediaFacts facts) {
        return facts.size().filter(size -> !fits(limit, size)).map(size -> size + " pixels");
    }

    private static boolean fits(CastConstraint.Media limit, FrameSize size) {
        int longer = Math.max(size.width(), size.height());
        int shorter = Math.min(size.width(), size.height());
        boolean steep =
                limit.steepest().isPresent() && longer > (long) limit.steepest().get() * shorter;
        boolean within = limit.sides().isEmpty()
                || limit.sides().get().holds(shorter) && limit.sides().get().holds(longer);
        return within && !steep;
    }

    private static Optional<String> length(CastConstraint.Media limit, MediaFacts facts) {
        return facts.seconds()
                .filter(told -> limit.seconds().isPresent()
                        && !limit.seconds().get().holds(told)
                        && !limit.seconds().get().holds(told - PADDING_SECONDS))
                .map(told -> String.format(Locale.ROOT, "%.1f seconds long", told));
    }

    private static Optional<String> transparency(CastConstraint.Media limit, MediaFacts facts) {
        return facts.transparent()
                .filter(transparent -> transparent && !limit.transparency())
                .map(transparent -> "transparent (it has an alpha channel)");
    }
}
