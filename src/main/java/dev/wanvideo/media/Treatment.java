package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be done to a picture.
 *
 * @param facts what it is now
 * @param upright its size once it is turned upright
 * @param target the size it must have
 * @param turn whether a camera noted that it lies on its side
 * @param flatten whether it has an alpha channel, which several hosts refuse
 * @param compress whether its file is too long
 */
record Treatment(
        MediaFacts facts, FrameSize upright, FrameSize target, boolean turn, boolean flatten, boolean compress) {
    private static final MediaLimits LIMITS = MediaLimits.IMAGE;

    ContentType type() {
        return ContentType.ofMime(facts.type());
    }

    boolean needed() {
        return turn || scale() || flatten || convert() || compress;
    }

    /** In words that follow the name of the picture, e.g. {@code will be turned upright and converted from TIFF}. */
    String words() {
        List<String> steps = new ArrayList<>();
        if (turn) {
            steps.add("turned upright");
        }
        if (scale()) {
            steps.add("scaled from " + upright + " to " + target);
        }
        if (flatten) {
            steps.add("laid on white (it has an alpha channel)");
        }
        if (convert()) {
            steps.add("converted from " + type() + (type() == ContentType.GIF ? " (its first frame)" : ""));
        }
        if (compress) {
            steps.add("compressed to at most " + LIMITS.megabytes() + " MB");
        }
        String last = steps.remove(steps.size() - 1);
        return "will be " + (steps.isEmpty() ? last : String.join(", ", steps) + " and " + last);
    }

    private boolean scale() {
        return !target.equals(upright);
    }

    private boolean convert() {
        return !LIMITS.types().contains(type());
    }
}
