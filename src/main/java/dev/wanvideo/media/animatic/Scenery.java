package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Paints the background of a shot for which no scene was given. */
enum Scenery {
    HILLS {
        @Override
        void paint(Graphics2D g, Palette palette, double width, double height, SplittableRandom random) {
            disc(g, palette, width, height, random);
            for (int layer = 0; layer < 3; layer++) {
                g.setColor(Palette.mix(palette.far(), palette.near(), layer / 2.0));
                g.fill(ridge(width, height, 0.6 + 0.13 * layer, 0.07 - 0.012 * layer, random));
            }
        }
    },
    STUDIO {
        @Override
        void paint(Graphics2D g, Palette palette, double width, double height, SplittableRandom random) {
            double centre = width * (0.3 + 0.4 * random.nextDouble());
            double arch = Math.min(width, height) * 0.78;
            g.setColor(Palette.faint(palette.far(), 0.55));
            g.fill(new RoundRectangle2D.Double(
                    centre - arch / 2, height * 0.74 - arch * 0.95, arch, arch * 2, arch, arch));
            g.setColor(Palette.faint(palette.bottom(), 0.45));
            double inner = arch * 0.72;
            g.fill(new RoundRectangle2D.Double(
                    centre - inner / 2, height * 0.74 - inner * 0.98, inner, inner * 2, inner, inner));
            floor(g, palette, width, height);
        }
    },
    LIGHTS {
        @Override
        void paint(Graphics2D g, Palette palette, double width, double height, SplittableRandom random) {
            for (int i = 0; i < 26; i++) {
                double size = Math.min(width, height) * (0.05 + 0.2 * random.nextDouble() * random.nextDouble());
                double x = random.nextDouble() * width;
                double y = random.nextDouble() * height * 0.72;
                Color light = i % 3 == 0 ? palette.accent() : Palette.PAPER;
                g.setColor(Palette.faint(light, 0.06 + 0.14 * random.nextDouble()));
                g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
            }
            floor(g, palette, width, height);
        }
    };

    abstract void paint(Graphics2D g, Palette palette, double width, double height, SplittableRandom random);

    /** A picture of the given size. */
    BufferedImage painted(Palette palette, int width, int height, SplittableRandom random) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Look.smooth(picture);
        float[] stops = {0f, 0.75f, 1f};
        Color[] sky = {palette.top(), palette.bottom(), palette.bottom()};
        g.setPaint(new LinearGradientPaint(0, 0, (float) (width * 0.12), height, stops, sky));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        paint(g, palette, width, height, random);
        g.dispose();
        return picture;
    }

    private static void disc(Graphics2D g, Palette palette, double width, double height, SplittableRandom random) {
        double radius = Math.min(width, height) * (0.13 + 0.06 * random.nextDouble());
        double x = width * (0.2 + 0.6 * random.nextDouble());
        double y = height * (0.26 + 0.16 * random.nextDouble());
        Color glow = Palette.mix(palette.bottom(), Palette.PAPER, 0.6);
        float[] stops = {0f, 1f};
        Color[] halo = {Palette.faint(glow, 0.5), Palette.faint(glow, 0)};
        g.setPaint(new RadialGradientPaint((float) x, (float) y, (float) (radius * 3), stops, halo));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        g.setColor(glow);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private static Shape ridge(double width, double height, double level, double swing, SplittableRandom random) {
        double phase = random.nextDouble() * Math.PI * 2;
        double waves = 1.2 + random.nextDouble() * 1.4;
        Path2D ridge = new Path2D.Double();
        ridge.moveTo(0, height);
        for (int i = 0; i <= 64; i++) {
            double at = i / 64.0;
            double wave = Math.sin(phase + at * waves * Math.PI * 2) + 0.4 * Math.sin(phase * 2.3 + at * waves * 11);
            ridge.lineTo(width * at, height * (level + swing * wave));
        }
        ridge.lineTo(width, height);
        ridge.closePath();
        return ridge;
    }

    private static void floor(Graphics2D g, Palette palette, double width, double height) {
        float[] stops = {0f, 1f};
        Color[] ground = {Palette.mix(palette.near(), palette.far(), 0.45), palette.near()};
        g.setPaint(new LinearGradientPaint(0, (float) (height * 0.74), 0, (float) height, stops, ground));
        g.fill(new Rectangle2D.Double(0, height * 0.74, width, height * 0.26));
        g.setColor(Palette.faint(Palette.PAPER, 0.12));
        g.fill(new Ellipse2D.Double(width * 0.12, height * 0.79, width * 0.76, height * 0.16));
    }
}
