package dev.wanvideo.media.animatic;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Draws the frames of a film one after the other on one canvas. */
final class FramePainter {
    private final Look look;
    private final Timeline timeline;
    private final IntFunction<ShotPicture> shots;
    private final int shotCount;
    private final Optional<BufferedImage> startImage;
    private final Marks marks;
    private final BufferedImage canvas;
    private OptionalInt current = OptionalInt.empty();
    private Optional<ShotPicture> picture = Optional.empty();

    FramePainter(
            AnimaticScript script,
            Look look,
            Timeline timeline,
            IntFunction<ShotPicture> shots,
            Optional<BufferedImage> startImage) {
        this.look = look;
        this.timeline = timeline;
        this.shots = shots;
        this.shotCount = script.shots().size();
        this.marks = new Marks(look, script);
        this.startImage = startImage;
        this.canvas = new BufferedImage(look.size().width(), look.size().height(), BufferedImage.TYPE_INT_RGB);
    }

    BufferedImage canvas() {
        return canvas;
    }

    int[] pixels() {
        return ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
    }

    void paint(int frame) {
        int index = timeline.shotAt(frame);
        double seconds = timeline.secondsAt(frame);
        double opening = index == 0 ? timeline.openingOpacity(seconds) : 0;
        ShotPicture shot = shot(index);
        Graphics2D g = Look.smooth(canvas);
        double into = timeline.secondsInto(index, seconds);
        if (opening < 1) {
            shot.drawStage(g, look, into, timeline.shareOf(index, seconds));
        }
        startImage.filter(image -> opening > 0).ifPresent(image -> drawOpening(g, image, opening, seconds));
        shot.drawCaption(g, look, into);
        boolean opens = opening > 0.5;
        marks.draw(g, opens ? "START IMAGE" : name(index), seconds, opens ? Optional.empty() : shot.scene());
        g.dispose();
    }

    private String name(int index) {
        return shotCount == 1 ? "SHOT 1" : "SHOT " + (index + 1) + "/" + shotCount;
    }

    /** Only the current shot is kept: its cards are large. */
    private ShotPicture shot(int index) {
        if (current.isEmpty() || current.getAsInt() != index) {
            current = OptionalInt.of(index);
            picture = Optional.of(shots.apply(index));
        }
        return picture.orElseThrow();
    }

    private void drawOpening(Graphics2D g, BufferedImage image, double opacity, double seconds) {
        double share = timeline.openingShare(seconds) * 0.4;
        g.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        g.drawImage(image, CameraMove.PUSH_IN.over(image.getWidth(), image.getHeight(), look, share), null);
        g.setComposite(AlphaComposite.SrcOver);
    }
}
