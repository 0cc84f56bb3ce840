package dev.wanvideo.provider;

import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Source;
import java.util.List;
import java.util.Optional;

/** What WAN 2.7 itself takes as media; hosts that say the same name their own page as its source. */
public final class ModelMedia {
    private static final List<String> PICTURES = List.of("image/jpeg", "image/png", "image/bmp", "image/webp");
    private static final List<String> CLIPS = List.of("video/mp4", "video/quicktime");
    private static final List<String> VOICES = List.of("audio/wav", "audio/mpeg");
    private static final Optional<Integer> STEEPEST = Optional.of(8);

    private ModelMedia() {}

    /** Pictures: 240-8000 pixels, 1:8 to 8:1, 20 MB, no transparency. */
    public static CastConstraint.Media image(Source source) {
        return new CastConstraint.Media(
                MediaKind.IMAGE,
                PICTURES,
                20,
                Optional.of(new CastConstraint.Range(240, 8000)),
                STEEPEST,
                Optional.empty(),
                false,
                source);
    }

    /** Clips: 1-30 seconds, 240-4096 pixels, 1:8 to 8:1, 100 MB. */
    public static CastConstraint.Media clip(Source source) {
        return new CastConstraint.Media(
                MediaKind.VIDEO,
                CLIPS,
                100,
                Optional.of(new CastConstraint.Range(240, 4096)),
                STEEPEST,
                Optional.of(new CastConstraint.Range(1, 30)),
                true,
                source);
    }

    /** Voices: 1-10 seconds, 15 MB. */
    public static CastConstraint.Media voice(Source source) {
        return new CastConstraint.Media(
                MediaKind.VOICE,
                VOICES,
                15,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CastConstraint.Range(1, 10)),
                true,
                source);
    }
}
