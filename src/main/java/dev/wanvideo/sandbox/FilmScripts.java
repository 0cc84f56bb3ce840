package dev.wanvideo.sandbox;

import dev.wanvideo.media.animatic.AnimaticScript;
import dev.wanvideo.media.animatic.CastMember;
import dev.wanvideo.provider.EmulatedJobs.Order;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Shot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the sandbox's films show: two characters of its own, since it fetches nobody's references. */
final class FilmScripts {
    private static final int FRAMES_PER_SECOND = 12;
    private static final int SMALLEST = 64;
    private static final int CLIP_SECONDS = 4;
    private static final FrameSize CLIP = new FrameSize(640, 360);

    private final List<CastMember> cast;

    FilmScripts(Path anna, Path robot) {
        this.cast = List.of(
                new CastMember("Image 1", Role.CHARACTER, MediaKind.IMAGE, anna),
                new CastMember("Image 2", Role.CHARACTER, MediaKind.IMAGE, robot));
    }

    /** The pixels of the film for an order: half of what was asked for. */
    static FrameSize size(Order order) {
        FrameSize half = order.size().half();
        return half.width() < SMALLEST || half.height() < SMALLEST ? new FrameSize(SMALLEST, SMALLEST) : half;
    }

    /** A film that tells the prompt. */
    AnimaticScript telling(Order order) {
        int seconds = seconds(order);
        return script(size(order), seconds, order.seed().orElse(0L), captions(order.prompt(), seconds));
    }

    /** A film for every order of this size and length. */
    AnimaticScript plain(FrameSize size, int seconds) {
        return script(
                size, seconds, 1, captions("Image 1 and Image 2 in the sandbox: " + seconds + " s, " + size, seconds));
    }

    /** The sample clip. */
    AnimaticScript clip() {
        return script(CLIP, CLIP_SECONDS, 2, captions("Image 2 waves.", CLIP_SECONDS));
    }

    static int seconds(Order order) {
        return Math.max(1, order.seconds());
    }

    private static List<Shot> captions(String prompt, int seconds) {
        return Prompt.read(prompt.isBlank() ? "A film." : prompt, List.of()).timeline(seconds);
    }

    private AnimaticScript script(FrameSize size, int seconds, long seed, List<Shot> shots) {
        return new AnimaticScript(size, FRAMES_PER_SECOND, seconds, seed, cast, Optional.empty(), shots);
    }
}
