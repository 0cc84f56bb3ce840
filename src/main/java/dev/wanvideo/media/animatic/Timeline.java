package dev.wanvideo.media.animatic;

import dev.wanvideo.video.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which frame belongs to which moment of a script. */
final class Timeline {
    private static final double LONGEST_OPENING = 1.2;
    private static final double OPENING_SHARE = 0.2;
    private static final double CROSSFADE = 0.35;
    private static final double SECONDS_BETWEEN_KEY_FRAMES = 2;
    private static final double ARRIVING = 0.5;
    private static final double TINY = 1e-6;

    private final AnimaticScript script;
    private final double opening;

    Timeline(AnimaticScript script) {
        this.script = script;
        Shot first = script.shots().get(0);
        double longest = Math.min(LONGEST_OPENING, script.seconds() * OPENING_SHARE);
        this.opening = script.startImage().isPresent() ? Math.min(longest, (first.to() - first.from()) * 0.6) : 0;
    }

    int frames() {
        return script.framesPerSecond() * script.seconds();
    }

    double secondsAt(int frame) {
        return (double) frame / script.framesPerSecond();
    }

    /** 0-based index of the shot that a frame shows. */
    int shotAt(int frame) {
        int shot = 0;
        for (int i = 1; i < script.shots().size(); i++) {
            shot = script.shots().get(i).from() <= secondsAt(frame) + TINY ? i : shot;
        }
        return shot;
    }

    /** Seconds since the shot's own action began; the first one waits for the start image. */
    double secondsInto(int shot, double seconds) {
        return Math.max(0, seconds - begin(shot));
    }

    /** How much of a shot has passed, 0-1. */
    double shareOf(int shot, double seconds) {
        double length = script.shots().get(shot).to() - begin(shot);
        return Ease.clamp(secondsInto(shot, seconds) / Math.max(TINY, length));
    }

    private double begin(int shot) {
        return shot == 0 ? opening : script.shots().get(shot).from();
    }

    /** How opaque the start image is: 1, then fading over the first shot, then 0. */
    double openingOpacity(double seconds) {
        if (script.startImage().isEmpty()) {
            return 0;
        }
        return 1 - Ease.inOut((seconds - opening) / Math.min(CROSSFADE, Math.max(TINY, opening)));
    }

    /** How much of the start image's time has passed, 0-1. */
    double openingShare(double seconds) {
        return Ease.clamp(seconds / Math.max(TINY, opening + CROSSFADE));
    }

    /** Frames for a contact sheet: spread evenly, but not where a shot is still arriving. */
    List<Integer> moments(int count) {
        return IntStream.range(0, count)
                .map(i -> settled((int) ((i + 0.5) * frames() / count)))
                .distinct()
                .boxed()
                .toList();
    }

    /** The frame itself, or the first one later in its shot that shows neither an entrance nor a crossfade. */
    private int settled(int frame) {
        int shot = shotAt(frame);
        double seconds = secondsAt(frame);
        double from = shot == 0 ? opening : script.shots().get(shot).from();
        double until = from + (shot == 0 ? CROSSFADE : ARRIVING);
        boolean arrives = (shot > 0 || opening > 0) && seconds > from - TINY && seconds < until;
        int later = (int) Math.ceil(until * script.framesPerSecond());
        return arrives && later < frames() && shotAt(later) == shot ? later : frame;
    }

    /** Frames to store complete: the cuts, and enough between them for seeking. */
    List<Integer> keyFrames() {
        List<Integer> keys = new ArrayList<>();
        int longest = (int) (SECONDS_BETWEEN_KEY_FRAMES * script.framesPerSecond());
        for (int frame = 0; frame < frames(); frame++) {
            boolean cut = frame == 0 || shotAt(frame) != shotAt(frame - 1);
            if (cut || frame - keys.get(keys.size() - 1) >= longest) {
                keys.add(frame);
            }
        }
        return keys;
    }
}
