package dev.wanvideo.media.animatic;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What fills the frame behind the cast, and how the camera travels over it. */
record Backdrop(Sprite picture, CameraMove move) {
    /** Room for the camera to travel in. */
    private static final double OVERSIZE = 1.12;

    static Backdrop painted(Scenery scenery, Look look, CameraMove move, java.util.SplittableRandom random) {
        BufferedImage picture = scenery.painted(look.palette(), wide(look), high(look), random);
        return new Backdrop(new Sprite(java.util.List.of(picture), 1), move);
    }

    /** A scene that fills the frame; frames of a clip stay smaller, they are many. */
    static Backdrop of(CastPicture scene, Look look, CameraMove move) {
        double share = scene.clip() ? 0.5 : 1;
        int width = (int) Math.ceil(wide(look) * share);
        int height = (int) Math.ceil(high(look) * share);
        return new Backdrop(
                new Sprite(
                        scene.frames().stream()
                                .map(frame -> Scaling.cover(frame, width, height, 0.42))
                                .toList(),
                        scene.framesPerSecond()),
                move);
    }

    private static int wide(Look look) {
        return (int) Math.ceil(look.size().width() * OVERSIZE);
    }

    private static int high(Look look) {
        return (int) Math.ceil(look.size().height() * OVERSIZE);
    }

    void draw(Graphics2D g, Look look, double seconds, double share) {
        BufferedImage frame = picture.at(seconds);
        g.drawImage(frame, move.over(frame.getWidth(), frame.getHeight(), look, share), null);
    }
}
