package dev.wanvideo.media.animatic;

import dev.wanvideo.video.Role;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What there is to see of one member of the cast.
 *
 * @param clip whether it stands for a clip
 * @param frames one for a picture, several for a clip, none for a clip that cannot be read here
 * @param framesPerSecond how fast several frames follow each other
 */
record CastPicture(String label, Role role, boolean clip, List<BufferedImage> frames, double framesPerSecond) {
    CastPicture {
        frames = List.copyOf(frames);
    }

    boolean readable() {
        return !frames.isEmpty();
    }

    /** Width to height. */
    double shape() {
        return readable() ? (double) frames.get(0).getWidth() / frames.get(0).getHeight() : 4 / 3.0;
    }

    /** Whether it is cut out: then it stands freely instead of lying on a card. */
    boolean cutOut() {
        return readable() && frames.get(0).getColorModel().hasAlpha() && clearCorners(frames.get(0)) >= 2;
    }

    private static int clearCorners(BufferedImage picture) {
        int right = picture.getWidth() - 1;
        int bottom = picture.getHeight() - 1;
        int[][] corners = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
        int clear = 0;
        for (int[] corner : corners) {
            clear += picture.getRGB(corner[0], corner[1]) >>> 24 < 32 ? 1 : 0;
        }
        return clear;
    }
}
