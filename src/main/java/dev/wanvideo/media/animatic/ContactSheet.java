package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Scaling;
import dev.wanvideo.video.FrameSize;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.TexturePaint;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Six moments of a film on one picture, so that it can be judged at a glance. */
final class ContactSheet {
    static final int MOST_BYTES = 200_000;

    static final int CELLS = 6;
    private static final int WIDEST = 1440;
    private static final double MOST_HEIGHT = 0.62;
    private static final int GUTTER = 10;
    private static final int LABEL = 24;
    private static final double LETTERS = 13;

    private final Look film;
    private final int columns;
    private final int cellWidth;
    private final int cellHeight;
    private final List<Cell> cells = new ArrayList<>();

    ContactSheet(Look film) {
        this.film = film;
        FrameSize size = film.size();
        this.columns = size.width() * 10 >= size.height() * 9 ? 3 : CELLS;
        int rows = CELLS / columns;
        double widest = (WIDEST - GUTTER * (columns + 1.0)) / columns;
        double highest = (WIDEST * MOST_HEIGHT - GUTTER * (rows + 1.0)) / rows - LABEL;
        double factor = Math.min(widest / size.width(), highest / size.height());
        this.cellWidth = (int) Math.round(size.width() * factor);
        this.cellHeight = (int) Math.round(size.height() * factor);
    }

    /** Adds the next moment; the picture may change afterwards. */
    void add(BufferedImage frame, double seconds) {
        BufferedImage copy = new BufferedImage(cellWidth, cellHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(Scaling.to(frame, cellWidth, cellHeight), 0, 0, null);
        g.dispose();
        cells.add(new Cell(copy, Marks.clock(seconds)));
    }

    /** The sheet as a JPEG of at most {@link #MOST_BYTES} bytes. */
    byte[] jpeg() throws IOException {
        return SmallJpeg.of(sheet(), MOST_BYTES, 0.9f);
    }

    private BufferedImage sheet() {
        int rows = CELLS / columns;
        BufferedImage sheet = new BufferedImage(
                columns * (cellWidth + GUTTER) + GUTTER,
                rows * (cellHeight + LABEL + GUTTER) + GUTTER / 2,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Look.smooth(sheet);
        g.setColor(Palette.INK);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < cells.size(); i++) {
            int x = GUTTER + i % columns * (cellWidth + GUTTER);
            int y = GUTTER + i / columns * (cellHeight + LABEL + GUTTER);
            draw(g, cells.get(i), x, y);
        }
        g.dispose();
        return sheet;
    }

    private void draw(Graphics2D g, Cell cell, int x, int y) {
        g.setPaint(new TexturePaint(cell.frame(), new Rectangle2D.Double(x, y, cellWidth, cellHeight)));
        g.fill(new RoundRectangle2D.Double(x, y, cellWidth, cellHeight, 12, 12));
        Font font = film.typeface().bold(LETTERS);
        Color quiet = Palette.mix(Palette.INK, Palette.PAPER, 0.72);
        TextLayout time = Lettering.line(film.typeface(), cell.time(), font, quiet);
        double middle = x + (cellWidth - time.getAdvance()) / 2;
        time.draw(g, (float) middle, (float) (y + cellHeight + LABEL * 0.72));
    }

    private record Cell(BufferedImage frame, String time) {}
}
