package dev.wanvideo.media.animatic;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * A member of the cast on stage: where it stands and how it moves there.
 *
 * @param x middle of the card
 * @param y middle of the card
 * @param tilt degrees it leans
 * @param phase 0-1, so that no two breathe alike
 * @param delay seconds before it enters; below zero it has entered in part or wholly when the shot begins
 */
record Actor(Sprite sprite, double x, double y, double tilt, double phase, double delay) {
    private static final double ENTRANCE = 0.5;
    private static final double BREATH = 2.6;
    private static final double LIFT = 2.4;
    private static final double SWAY = 0.55;
    private static final double RISE = 26;

    void draw(Graphics2D g, Look look, AffineTransform view, double seconds) {
        double entered = Ease.clamp((seconds - delay) / ENTRANCE);
        if (entered <= 0) {
            return;
        }
        BufferedImage picture = sprite.at(seconds);
        double wave = Math.sin((seconds / BREATH + phase) * Math.PI * 2);
        double settled = Ease.settle(entered);
        AffineTransform place = new AffineTransform(view);
        place.translate(x, y + look.units(LIFT) * wave + (1 - settled) * look.units(RISE));
        place.rotate(Math.toRadians(tilt + SWAY * wave));
        place.scale(0.9 + 0.1 * settled, 0.9 + 0.1 * settled);
        place.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        Composite before = g.getComposite();
        g.setComposite(AlphaComposite.SrcOver.derive((float) Math.min(1, entered * 4)));
        g.drawImage(picture, place, null);
        g.setComposite(before);
    }
}
