package dev.wanvideo.media.table;

import java.util.Locale;
import java.util.Optional;

/**
 * What ffprobe or ImageMagick tell of a file; empty where they do not.
 *
 * @param type MIME type
 * @param size as shown, e.g. {@code 640x480}
 * @param frame how long one picture of a film lasts, in seconds; 0 for others
 */
record Told(
        String type,
        Optional<String> size,
        Optional<Boolean> transparent,
        Optional<Double> seconds,
        double frame,
        Optional<Boolean> audio,
        long bytes) {
    static Told nothing(long bytes) {
        return new Told("", Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), bytes);
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                type.isEmpty() ? "-" : type,
                size.orElse("-"),
                transparent.map(t -> t ? "alpha" : "opaque").orElse("-"),
                seconds.map(s -> String.format(Locale.ROOT, "%.2f s", s)).orElse("-"),
                audio.map(a -> a ? "sound" : "mute").orElse("-"),
                String.valueOf(bytes));
    }
}
