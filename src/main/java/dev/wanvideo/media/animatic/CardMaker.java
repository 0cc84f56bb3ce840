package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Scaling;
import dev.wanvideo.video.Role;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.TexturePaint;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Makes the cards that stand for the cast: a picture on paper with a soft shadow and a name tag. */
final class CardMaker {
    private static final double PAD = 18;
    private static final double BORDER = 4;
    private static final double ROUND = 18;
    private static final double NAME = 12.5;
    private static final double FACES = 0.18;
    private static final String UNREADABLE = "The frames of this clip cannot be shown here";

    private final Look look;

    CardMaker(Look look) {
        this.look = look;
    }

    /** A card of the given size in pixels. */
    Sprite make(CastPicture member, double width, double height) {
        List<BufferedImage> frames = new ArrayList<>();
        BufferedImage shadow = null;
        for (BufferedImage bare : bare(member, width, height)) {
            shadow = shadow == null ? SoftShadow.of(bare, look.units(9), Palette.INK, 0.42) : shadow;
            frames.add(finished(bare, shadow, member, width, height));
        }
        return new Sprite(frames, member.framesPerSecond());
    }

    private List<BufferedImage> bare(CastPicture member, double width, double height) {
        if (!member.readable()) {
            return List.of(unreadable(width, height));
        }
        boolean free = member.cutOut();
        return member.frames().stream()
                .map(frame -> free ? standing(frame, width, height) : onPaper(frame, member.role(), width, height))
                .toList();
    }

    private BufferedImage canvas(double width, double height) {
        return Look.clear(width + 2 * look.units(PAD), height + 2 * look.units(PAD));
    }

    private BufferedImage onPaper(BufferedImage frame, Role role, double width, double height) {
        BufferedImage canvas = canvas(width, height);
        Graphics2D g = Look.smooth(canvas);
        g.translate(look.units(PAD), look.units(PAD));
        double round = look.units(role == Role.STORYBOARD ? ROUND / 3 : ROUND);
        double border = look.units(BORDER);
        g.setColor(Palette.PAPER);
        g.fill(new RoundRectangle2D.Double(0, 0, width, height, round, round));
        Rectangle2D window = new Rectangle2D.Double(border, border, width - 2 * border, height - 2 * border);
        BufferedImage cropped = Scaling.cover(
                frame,
                Math.max(1, (int) Math.round(window.getWidth())),
                Math.max(1, (int) Math.round(window.getHeight())),
                FACES);
        g.setPaint(new LinearGradientPaint(
                0, 0, 0, (float) height, new float[] {0, 1}, new Color[] {new Color(0xF4EFE6), new Color(0xD9D2C7)}));
        fill(g, window, round - border);
        g.setPaint(new TexturePaint(cropped, window));
        fill(g, window, round - border);
        g.dispose();
        return canvas;
    }

    private static void fill(Graphics2D g, Rectangle2D window, double round) {
        g.fill(new RoundRectangle2D.Double(
                window.getX(), window.getY(), window.getWidth(), window.getHeight(), round, round));
    }

    private BufferedImage standing(BufferedImage frame, double width, double height) {
        BufferedImage canvas = canvas(width, height);
        Graphics2D g = Look.smooth(canvas);
        BufferedImage scaled = Scaling.to(frame, width, height);
        g.drawImage(scaled, (int) look.units(PAD), (int) look.units(PAD), null);
        g.dispose();
        return canvas;
    }

    private BufferedImage unreadable(double width, double height) {
        BufferedImage canvas = canvas(width, height);
        Graphics2D g = Look.smooth(canvas);
        g.translate(look.units(PAD), look.units(PAD));
        g.setColor(Palette.PAPER);
        g.fill(new RoundRectangle2D.Double(0, 0, width, height, look.units(ROUND), look.units(ROUND)));
        double border = look.units(BORDER);
        g.setColor(Palette.mix(Palette.INK, look.palette().near(), 0.45));
        Rectangle2D window = new Rectangle2D.Double(border, border, width - 2 * border, height - 2 * border);
        fill(g, window, look.units(ROUND) - border);
        perforations(g, window);
        words(g, window);
        g.dispose();
        return canvas;
    }

    private void perforations(Graphics2D g, Rectangle2D window) {
        g.setColor(Palette.faint(Palette.PAPER, 0.22));
        double size = window.getHeight() / 14;
        for (double y = window.getY() + size * 0.75; y + size < window.getMaxY(); y += size * 1.9) {
            for (double x : new double[] {window.getX() + size * 0.7, window.getMaxX() - size * 1.7}) {
                g.fill(new RoundRectangle2D.Double(x, y, size, size, size * 0.4, size * 0.4));
            }
        }
    }

    private void words(Graphics2D g, Rectangle2D window) {
        double size = Math.min(look.units(12), window.getWidth() / 12);
        Font font = look.typeface().regular(Math.max(1, size));
        List<TextLayout> lines = new Lettering(look.typeface())
                .add(UNREADABLE, font, Palette.PAPER)
                .lines(window.getWidth() * 0.62);
        double y = window.getCenterY() - (lines.size() - 1) * size * 0.65;
        for (TextLayout line : lines) {
            line.draw(g, (float) (window.getCenterX() - line.getVisibleAdvance() / 2), (float) (y + size * 0.35));
            y += size * 1.3;
        }
    }

    private BufferedImage finished(
            BufferedImage bare, BufferedImage shadow, CastPicture member, double width, double height) {
        BufferedImage canvas = Look.clear(bare.getWidth(), bare.getHeight());
        Graphics2D g = Look.smooth(canvas);
        if (member.cutOut()) {
            ground(g, width, height);
        }
        g.drawImage(shadow, 0, (int) Math.round(look.units(member.cutOut() ? 1 : 5)), null);
        g.drawImage(bare, 0, 0, null);
        tag(g, member, width, height);
        g.dispose();
        return canvas;
    }

    private void ground(Graphics2D g, double width, double height) {
        double depth = look.units(9);
        double x = look.units(PAD) + width / 2;
        double y = look.units(PAD) + height - depth / 3;
        g.translate(x, y);
        g.scale(1, depth / (width * 0.45));
        float radius = (float) Math.max(1, width * 0.45);
        Color[] fade = {Palette.faint(Palette.INK, 0.5), Palette.faint(Palette.INK, 0)};
        g.setPaint(new RadialGradientPaint(0, 0, radius, new float[] {0, 1}, fade));
        g.fill(new Ellipse2D.Double(-radius, -radius, radius * 2, radius * 2));
        g.scale(1, width * 0.45 / depth);
        g.translate(-x, -y);
    }

    /** Names of characters carry the film's colour, names of things are quieter. */
    private void tag(Graphics2D g, CastPicture member, double width, double height) {
        boolean leads = member.role() == Role.CHARACTER;
        Color ground = leads ? look.palette().accent() : Palette.PAPER;
        double size = look.units(leads ? NAME : NAME * 0.88);
        double widest = width + look.units(PAD) * 1.2;
        Badge name = Badge.name(look, member.label(), size, ground, widest, member.clip());
        double x = look.units(PAD) + (width - name.width()) / 2;
        name.draw(g, x, look.units(PAD) + height - name.height() * 0.62);
    }
}
