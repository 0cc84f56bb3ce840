package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Scaling;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** What fills the frame behind the cast, and how the camera travels over it. */
record Backdrop(Sprite picture, CameraMove move) {
    /** Room for the camera to travel in. */
    private static final double OVERSIZE = 1.12;

    static Backdrop painted(Scenery scenery, Look look, CameraMove move, SplittableRandom random) {
        BufferedImage picture = scenery.painted(look.palette(), wide(look), high(look), random);
        return new Backdrop(new Sprite(List.of(picture), 1), move);
    }

    /** A scene that fills the frame, nearer in some shots; frames of a clip stay smaller, they are many. */
    static Backdrop of(CastPicture scene, Look look, CameraMove move, double nearness, SplittableRandom random) {
        double share = scene.frames().size() > 1 ? 0.5 : 1;
        int width = (int) Math.ceil(wide(look) * share);
        int height = (int) Math.ceil(high(look) * share);
        double across = random.nextDouble();
        List<BufferedImage> frames = scene.frames().stream()
                .map(frame -> near(
                        Scaling.cover(frame, (int) (width * nearness), (int) (height * nearness), 0.42),
                        width,
                        height,
                        across))
                .toList();
        return new Backdrop(new Sprite(frames, scene.framesPerSecond()), move);
    }

    private static BufferedImage near(BufferedImage frame, int width, int height, double across) {
        int x = (int) ((frame.getWidth() - width) * across);
        int y = (frame.getHeight() - height) / 2;
        return frame.getSubimage(x, y, width, height);
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
