package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The colours of one film.
 *
 * @param top of the sky
 * @param bottom of the sky
 * @param far shapes at the horizon
 * @param near shapes in front
 * @param accent marks, name tags, progress
 */
record Palette(Color top, Color bottom, Color far, Color near, Color accent) {
    static final Color INK = new Color(0x17181F);
    static final Color PAPER = new Color(0xFFFDF8);

    private static final List<Palette> ALL = List.of(
            of(0x2B2D5B, 0xF2A98F, 0x8A5A8C, 0x3D2F5C, 0xFFB457),
            of(0x0F4C5C, 0xA9D6C9, 0x4C9A94, 0x12505B, 0xF4A259),
            of(0x3A6B57, 0xF3E3B3, 0x86A873, 0x2E5747, 0xF0803C),
            of(0x7FB7DA, 0xFCE7CF, 0xE8B298, 0x8C6A74, 0xE4572E),
            of(0x4A4E8F, 0xD9C8EE, 0x8E86C4, 0x3A3D74, 0xFF8FA3),
            of(0x14213D, 0x6C8CC4, 0x324A7D, 0x101A33, 0xFCA311),
            of(0xB5566B, 0xFBD9C5, 0xD98880, 0x7A3B53, 0xFFD166),
            of(0x2A7F8E, 0xFFF0C9, 0x7CBFA8, 0x1F5C66, 0xEF6F6C));

    private static Palette of(int top, int bottom, int far, int near, int accent) {
        return new Palette(new Color(top), new Color(bottom), new Color(far), new Color(near), new Color(accent));
    }

    static Palette pick(SplittableRandom random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** A relative of this palette, so that a cut shows; the accent stays. */
    Palette turned(double hue, double brightness) {
        return new Palette(
                turned(top, hue, brightness),
                turned(bottom, hue, brightness),
                turned(far, hue, brightness),
                turned(near, hue, brightness),
                accent);
    }

    private static Color turned(Color colour, double hue, double brightness) {
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        float brighter = (float) Math.max(0, Math.min(1, hsb[2] * brightness));
        return new Color(Color.HSBtoRGB(hsb[0] + (float) hue, hsb[1], brighter));
    }

    static Color faint(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(opacity * 255));
    }

    static Color mix(Color one, Color other, double share) {
        return new Color(
                mix(one.getRed(), other.getRed(), share),
                mix(one.getGreen(), other.getGreen(), share),
                mix(one.getBlue(), other.getBlue(), share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** Ink or paper, whichever reads better on a colour. */
    static Color on(Color ground) {
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 140 ? INK : PAPER;
    }
}
