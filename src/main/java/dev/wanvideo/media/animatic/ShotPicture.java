package dev.wanvideo.media.animatic;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * One shot, ready to be drawn at any moment.
 *
 * @param caption the strip
 * @param settled whether the caption is there from the first moment
 * @param scene label of the picture behind the cast, when it is a reference
 */
record ShotPicture(
        Backdrop backdrop, List<Actor> actors, BufferedImage caption, boolean settled, Optional<String> scene) {
    private static final double CAPTION_FADE = 0.3;
    private static final double FOOT = 8;

    ShotPicture {
        actors = List.copyOf(actors);
    }

    /**
     * Draws backdrop and cast.
     *
     * @param seconds since the shot began
     * @param share of the shot that has passed, 0-1
     */
    void drawStage(Graphics2D g, Look look, double seconds, double share) {
        double eased = 0.5 * share + 0.5 * Ease.inOut(share);
        backdrop.draw(g, look, seconds, eased);
        Veil.draw(g, look);
        AffineTransform view = backdrop.move().before(look, eased);
        for (Actor actor : actors) {
            actor.draw(g, look, view, seconds);
        }
    }

    void drawCaption(Graphics2D g, Look look, double seconds) {
        double shown = settled ? 1 : Ease.inOut(seconds / CAPTION_FADE);
        if (shown <= 0) {
            return;
        }
        double y = look.safe().getMaxY() - look.units(FOOT) - caption.getHeight() + (1 - shown) * look.units(8);
        g.setComposite(AlphaComposite.SrcOver.derive((float) shown));
        g.drawImage(
                caption,
                AffineTransform.getTranslateInstance(Math.round(look.safe().getX()), Math.round(y)),
                null);
        g.setComposite(AlphaComposite.SrcOver);
    }

    /** Height that a caption takes from the stage. */
    static double footprint(BufferedImage caption, Look look) {
        return caption.getHeight() + look.units(FOOT);
    }
}
