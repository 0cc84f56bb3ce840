package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import java.util.Optional;

/** What lies over every frame: the preview mark, the shot's number, the time and how far the film is. */
final class Marks {
    private static final double SIZE = 10.5;
    private static final double SPACE = 6;
    private static final double LINE = 3;
    private static final Color GLASS = Palette.faint(Palette.INK, 0.62);

    private final Look look;
    private final AnimaticScript script;
    private final Badge preview;

    Marks(Look look, AnimaticScript script) {
        this.look = look;
        this.script = script;
        this.preview = Badge.mark(look, "PREVIEW", look.units(SIZE), GLASS, Palette.PAPER);
    }

    /** Draws the marks of a moment. */
    void draw(Graphics2D g, String shot, double seconds, Optional<String> scene) {
        Rectangle2D safe = look.safe();
        preview.draw(g, safe.getMaxX() - preview.width(), safe.getY());
        Color accent = look.palette().accent();
        Badge number = Badge.mark(look, shot, look.units(SIZE), accent, Palette.on(accent));
        number.draw(g, safe.getX(), safe.getY());
        Badge time = Badge.mark(look, clock(seconds), look.units(SIZE), GLASS, Palette.PAPER);
        double x = safe.getX() + number.width() + look.units(SPACE);
        time.draw(g, x, safe.getY());
        scene.ifPresent(label -> scene(g, label, x + time.width() + look.units(SPACE)));
        line(g, seconds);
    }

    /** Beside the time where there is room, else below it. */
    private void scene(Graphics2D g, String label, double x) {
        Rectangle2D safe = look.safe();
        double room = safe.getMaxX() - preview.width() - look.units(SPACE) - x;
        boolean beside = room > look.units(90);
        double widest = beside ? room : safe.getWidth();
        Badge name = Badge.name(look, label, look.units(SIZE * 1.05), Palette.PAPER, widest, false);
        double y = beside ? safe.getY() : safe.getY() + preview.height() + look.units(SPACE);
        name.draw(g, beside ? x : safe.getX(), y);
    }

    static String clock(double seconds) {
        int tenths = (int) Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /** One piece for each shot, filled as far as the film is. */
    private void line(Graphics2D g, double seconds) {
        Rectangle2D safe = look.safe();
        double height = look.units(LINE);
        double y = safe.getMaxY() - height / 2;
        double perSecond = safe.getWidth() / script.seconds();
        double gap = script.shots().size() > 1 ? look.units(2) : 0;
        for (var shot : script.shots()) {
            double from = Math.max(0, shot.from());
            double to = Math.min(script.seconds(), shot.to());
            double x = safe.getX() + from * perSecond + gap / 2;
            double width = Math.max(1, (to - from) * perSecond - gap);
            g.setColor(Palette.faint(Palette.PAPER, 0.35));
            g.fill(new RoundRectangle2D.Double(x, y, width, height, height, height));
            double done = Ease.clamp((seconds - from) / Math.max(1e-6, to - from));
            g.setColor(look.palette().accent());
            g.fill(new RoundRectangle2D.Double(x, y, width * done, height, height, height));
        }
    }
}
