package dev.wanvideo.media.animatic;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Places the cast of a shot in rows, as large as the room allows. */
final class CastLayout {
    private final Rectangle2D room;
    private final double gap;

    CastLayout(Rectangle2D room, double gap) {
        this.room = room;
        this.gap = gap;
    }

    /**
     * One place for each piece, in their order.
     *
     * @param lean where in the spare width a row stands: -1 left, 1 right; several rows take turns
     */
    List<Rectangle2D> place(List<Piece> pieces, double lean) {
        List<Rectangle2D> best = List.of();
        double bestArea = -1;
        for (int rows = 1; rows <= pieces.size(); rows++) {
            List<Rectangle2D> places = inRows(split(pieces, rows), lean);
            double area = area(places);
            if (area > bestArea) {
                bestArea = area;
                best = places;
            }
        }
        return best;
    }

    /** Pixels that the places cover. */
    static double area(List<Rectangle2D> places) {
        return places.stream()
                .mapToDouble(place -> place.getWidth() * place.getHeight())
                .sum();
    }

    private static List<List<Piece>> split(List<Piece> pieces, int rows) {
        List<List<Piece>> split = new ArrayList<>();
        int from = 0;
        for (int row = 0; row < rows; row++) {
            int to = from + (pieces.size() - from + rows - row - 1) / (rows - row);
            split.add(pieces.subList(from, to));
            from = to;
        }
        return split;
    }

    private List<Rectangle2D> inRows(List<List<Piece>> rows, double lean) {
        double unit = unit(rows);
        double used = rows.stream().mapToDouble(row -> tallest(row) * unit).sum() + gap * (rows.size() - 1);
        double y = room.getY() + (room.getHeight() - used) / 2;
        List<Rectangle2D> places = new ArrayList<>();
        double side = rows.size() == 1 ? lean : Ease.clamp(Math.abs(lean) * 2) * Math.signum(lean);
        for (List<Piece> row : rows) {
            double base = y + tallest(row) * unit;
            places.addAll(inRow(row, unit, base, side));
            side = -side;
            y = base + gap;
        }
        return places;
    }

    /** The height of a piece of weight 1, the same in all rows. */
    private double unit(List<List<Piece>> rows) {
        double weights = rows.stream().mapToDouble(CastLayout::tallest).sum();
        double unit = (room.getHeight() - gap * (rows.size() - 1)) / weights;
        for (List<Piece> row : rows) {
            unit = Math.min(unit, (room.getWidth() - gap * (row.size() - 1)) / widths(row));
        }
        return Math.max(1, unit);
    }

    private List<Rectangle2D> inRow(List<Piece> row, double unit, double base, double lean) {
        double width = widths(row) * unit + gap * (row.size() - 1);
        double x = room.getX() + (room.getWidth() - width) / 2 * (1 + lean);
        List<Rectangle2D> places = new ArrayList<>();
        for (Piece piece : row) {
            double height = piece.weight() * unit;
            places.add(new Rectangle2D.Double(x, base - height, height * piece.shape(), height));
            x += height * piece.shape() + gap;
        }
        return places;
    }

    private static double tallest(List<Piece> row) {
        return row.stream().mapToDouble(Piece::weight).max().orElse(1);
    }

    private static double widths(List<Piece> row) {
        return row.stream().mapToDouble(piece -> piece.shape() * piece.weight()).sum();
    }

    /**
     * Something to place.
     *
     * @param shape width to height
     * @param weight height in relation to the other pieces
     */
    record Piece(double shape, double weight) {}
}
