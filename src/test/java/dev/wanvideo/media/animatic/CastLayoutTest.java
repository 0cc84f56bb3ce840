package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.media.animatic.CastLayout.Piece;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CastLayoutTest {
    @ParameterizedTest
    @CsvSource({"600,230,1", "600,230,2", "600,230,5", "320,480,1", "320,480,2", "320,480,3", "320,480,5"})
    void keepsEverybodyInTheRoomAndApart(double width, double height, int count) {
        Rectangle2D room = new Rectangle2D.Double(10, 20, width, height);

        for (double lean : new double[] {-1, 0, 0.5}) {
            List<Rectangle2D> places =
                    new CastLayout(room, 12).place(Collections.nCopies(count, new Piece(0.7, 1)), lean);

            assertThat(places).hasSize(count);
            Rectangle2D slightlyLarger = new Rectangle2D.Double(9.9, 19.9, width + 0.2, height + 0.2);
            assertThat(places).allMatch(slightlyLarger::contains);
            for (int i = 1; i < count; i++) {
                assertThat(places.get(i).intersects(places.get(i - 1))).isFalse();
            }
        }
    }

    @Test
    void stacksPairsInTallRoomsAndSetsThemSideBySideInWideOnes() {
        List<Piece> pair = List.of(new Piece(1, 1), new Piece(1, 1));

        List<Rectangle2D> wide = new CastLayout(new Rectangle2D.Double(0, 0, 600, 200), 10).place(pair, 0);
        List<Rectangle2D> tall = new CastLayout(new Rectangle2D.Double(0, 0, 200, 600), 10).place(pair, 0);

        assertThat(wide.get(0).getY()).isEqualTo(wide.get(1).getY());
        assertThat(tall.get(0).getY()).isLessThan(tall.get(1).getY());
    }

    @Test
    void drawsThingsSmallerThanCharactersOnTheSameGround() {
        List<Rectangle2D> places = new CastLayout(new Rectangle2D.Double(0, 0, 600, 200), 10)
                .place(List.of(new Piece(0.7, 1), new Piece(0.7, 0.6)), 0);

        assertThat(places.get(1).getHeight()).isLessThan(places.get(0).getHeight());
        assertThat(places.get(1).getMaxY()).isEqualTo(places.get(0).getMaxY());
    }
}
