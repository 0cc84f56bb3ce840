package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What WAN 2.7 takes as a picture, a clip or a voice; hosts may be tighter. Where hosts differ (voices), the widest.
 *
 * @param seconds from and to; for what has a length
 * @param sides from and to, in pixels, of each side; for what is seen
 */
record MediaLimits(
        MediaKind kind,
        int megabytes,
        List<ContentType> types,
        Optional<Range> sides,
        Optional<Range> seconds,
        Source source) {
    private static final long STEEPEST = 8;

    /** Encoders pad a sound or a clip to whole frames, so a clip cut to 30 seconds may tell 30.04. */
    private static final double PADDING_SECONDS = 0.1;

    static final MediaLimits IMAGE = new MediaLimits(
            MediaKind.IMAGE,
            20,
            List.of(ContentType.JPEG, ContentType.PNG, ContentType.BMP, ContentType.WEBP),
            Optional.of(new Range(240, 8000)),
            Optional.empty(),
            Wan27.SOURCE);

    /**
     * What can be made to fit {@link #IMAGE}. The type by its decoder in the JDK; the bytes by what is worth a download:
     * it is five times what is accepted. Sides are bounded by the pixels that can be decoded.
     */
    static final MediaLimits MENDABLE_IMAGE = new MediaLimits(
            MediaKind.IMAGE,
            100,
            List.of(
                    ContentType.JPEG,
                    ContentType.PNG,
                    ContentType.BMP,
                    ContentType.WEBP,
                    ContentType.GIF,
                    ContentType.TIFF),
            Optional.of(new Range(240, 100_000)),
            Optional.empty(),
            Wan27.SOURCE);

    private static final MediaLimits VIDEO = new MediaLimits(
            MediaKind.VIDEO,
            100,
            List.of(ContentType.MP4, ContentType.MOV),
            Optional.of(new Range(240, 4096)),
            Optional.of(new Range(1, 30)),
            Wan27.SOURCE);

    private static final MediaLimits VOICE = new MediaLimits(
            MediaKind.VOICE,
            15,
            List.of(ContentType.WAV, ContentType.MP3, ContentType.FLAC),
            Optional.empty(),
            Optional.of(new Range(1, 30)),
            Wan27.SOURCE);

    MediaLimits {
        types = List.copyOf(types);
    }

    /** From and to, both included. */
    record Range(int from, int to) {
        boolean holds(double value) {
            return value >= from && value <= to;
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    static MediaLimits of(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> IMAGE;
            case VIDEO -> VIDEO;
            case VOICE -> VOICE;
        };
    }

    long bytes() {
        return megabytes * 1024L * 1024L;
    }

    /** All of it in words. */
    String words() {
        StringBuilder words = new StringBuilder();
        words.append(String.join(", ", types.stream().map(Enum::name).toList()));
        sides.ifPresent(s -> words.append(", ").append(s).append(" pixels each side, 1:8 to 8:1"));
        seconds.ifPresent(s -> words.append(", ").append(s).append(" seconds"));
        return words.append(", at most ").append(megabytes).append(" MB").toString();
    }

    /** What breaks a limit, as a sentence; what was not found out breaks none. */
    Optional<String> objection(MediaFacts facts) {
        return facts.size()
                .flatMap(this::sizeObjection)
                .or(() -> facts.seconds().flatMap(this::lengthObjection));
    }

    private Optional<String> sizeObjection(FrameSize size) {
        boolean fits = sides.isEmpty()
                || sides.get().holds(size.width()) && sides.get().holds(size.height());
        boolean steep = size.width() > STEEPEST * size.height() || size.height() > STEEPEST * size.width();
        if (fits && !steep) {
            return Optional.empty();
        }
        return Optional.of("it has " + size + " pixels, which is too " + (steep ? "narrow" : wrong(size)));
    }

    private String wrong(FrameSize size) {
        return Math.min(size.width(), size.height()) < sides.orElseThrow().from() ? "small" : "large";
    }

    private Optional<String> lengthObjection(double told) {
        if (seconds.isEmpty() || seconds.get().holds(told) || seconds.get().holds(told - PADDING_SECONDS)) {
            return Optional.empty();
        }
        String length = String.format(Locale.ROOT, "%.1f", told);
        return Optional.of("it lasts " + length + " seconds, which is too "
                + (told < seconds.get().from() ? "short" : "long"));
    }
}
