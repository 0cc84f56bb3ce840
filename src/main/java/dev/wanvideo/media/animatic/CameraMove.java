package dev.wanvideo.media.animatic;

import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** How the view travels over a picture during a shot: from one zoom and place to another. */
enum CameraMove {
    PUSH_IN(1.02, 1.13, 0, 0, 0.1, -0.2),
    PULL_BACK(1.13, 1.02, -0.1, -0.2, 0, 0),
    PAN_RIGHT(1.1, 1.1, -0.9, 0, 0.9, 0),
    PAN_LEFT(1.1, 1.1, 0.9, 0.1, -0.9, 0.1),
    RISE(1.1, 1.12, 0.2, 0.8, -0.1, -0.7),
    DRIFT(1.06, 1.12, -0.7, 0.5, 0.5, -0.4);

    private static final double PARALLAX = 7;
    private static final double DEPTH = 0.45;

    private final double fromZoom;
    private final double toZoom;
    private final double fromX;
    private final double fromY;
    private final double toX;
    private final double toY;

    CameraMove(double fromZoom, double toZoom, double fromX, double fromY, double toX, double toY) {
        this.fromZoom = fromZoom;
        this.toZoom = toZoom;
        this.fromX = fromX;
        this.fromY = fromY;
        this.toX = toX;
        this.toY = toY;
    }

    /** Any move but the one before, so that a cut is felt. */
    CameraMove another(SplittableRandom random) {
        return values()[(ordinal() + 1 + random.nextInt(values().length - 1)) % values().length];
    }

    static CameraMove any(SplittableRandom random) {
        return values()[random.nextInt(values().length)];
    }

    /** Where a picture of the given size lies in the frame; it always fills the frame. */
    AffineTransform over(double width, double height, Look look, double share) {
        double frameWidth = look.size().width();
        double frameHeight = look.size().height();
        double scale = zoom(share) * Math.max(frameWidth / width, frameHeight / height);
        double x = (frameWidth - width * scale) * (0.5 + x(share) / 2);
        double y = (frameHeight - height * scale) * (0.5 + y(share) / 2);
        return new AffineTransform(scale, 0, 0, scale, x, y);
    }

    /** What the move does to things that stand in front of the picture: they follow, a little. */
    AffineTransform before(Look look, double share) {
        double middleX = look.size().width() / 2.0;
        double middleY = look.size().height() / 2.0;
        double scale = 1 + (zoom(share) - 1.07) * DEPTH;
        AffineTransform moved = AffineTransform.getTranslateInstance(
                middleX - look.units(PARALLAX) * x(share), middleY - look.units(PARALLAX) * y(share));
        moved.scale(scale, scale);
        moved.translate(-middleX, -middleY);
        return moved;
    }

    private double zoom(double share) {
        return Ease.between(fromZoom, toZoom, share);
    }

    private double x(double share) {
        return Ease.between(fromX, toX, share);
    }

    private double y(double share) {
        return Ease.between(fromY, toY, share);
    }
}
