package dev.wanvideo.media.animatic;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.PictureReader;
import dev.wanvideo.media.Scaling;
import dev.wanvideo.video.MediaKind;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Gets the pictures of the cast ready. */
final class CastRoom {
    private static final int SMALLEST = 320;
    private static final int LONGEST_IN_CLIPS = 640;

    private final Look look;
    private final PictureReader pictures;
    private final ClipReader clips;

    CastRoom(Look look, BooleanSupplier stopped) {
        this.look = look;
        int longest = Math.max(look.size().width(), look.size().height());
        this.pictures = new PictureReader(Math.max(SMALLEST, (int) (longest * 1.15)));
        this.clips = new ClipReader(Math.min(LONGEST_IN_CLIPS, Math.max(SMALLEST, longest)), stopped);
    }

    CastPicture ready(CastMember member) throws MediaProblem {
        boolean clip = member.kind() == MediaKind.VIDEO;
        List<BufferedImage> frames = clip
                ? clips.frames(member.file())
                : List.of(pictures.read(member.file(), "the picture of \"" + member.label() + "\""));
        return new CastPicture(member.label(), member.role(), clip, frames, ClipReader.FRAMES_PER_SECOND);
    }

    /** The start image, filling the frame. */
    Optional<BufferedImage> opening(Optional<Path> startImage) throws MediaProblem {
        if (startImage.isEmpty()) {
            return Optional.empty();
        }
        BufferedImage picture = pictures.read(startImage.get(), "the start image");
        int width = look.size().width();
        int height = look.size().height();
        return Optional.of(Scaling.cover(picture, width, height, 0.42));
    }
}
