package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class FixMediaTest extends OnBench {
    @Test
    void tellsWhatWillBeMendedAndKeepsTheWishWithTheTask() throws IOException {
        Answer answer = create(film(8400, 1200, "tiff", "\"fix_media\":true"));
        assertThat(answer.error()).isFalse();
        assertThat(warnings(answer))
                .contains("references[0].image will be scaled from 8400x1200 to 8000x1143, converted from TIFF"
                        + " and compressed to at most 20 MB");
        assertThat(tasks.wanted.get(0).request().switches().fixMedia()).isTrue();
        assertThat(tasks.wanted.get(0).warnings()).anyMatch(warning -> warning.startsWith("references[0].image will"));
    }

    @Test
    void tellsItOfTheStartImageToo() throws IOException {
        Path first = drawn("first.gif", 300, 240, "gif");
        Answer answer = create(bench.film("'fix_media':true,'dry_run':true,'start_image':'" + first + "'"));
        assertThat(warnings(answer)).contains("start_image will be converted from GIF (its first frame)");
    }

    @Test
    void saysNothingWhenNothingNeedsMending() {
        String plain = warnings(create(bench.film("'dry_run':true")));
        assertThat(warnings(create(bench.film("'dry_run':true,'fix_media':true"))))
                .isEqualTo(plain);
    }

    @Test
    void saysOfARefusalThatMendingWouldHelp() throws IOException {
        Answer answer = create(film(300, 240, "gif", "\"fix_media\":false"));
        assertThat(answer.error()).isTrue();
        assertThat(answer.text())
                .contains("its content is a GIF picture, which cannot be used here; fix_media: true would mend it");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void saysOfARefusalThatMendingCannotHelp() throws IOException {
        Answer answer = create(film(100, 100, "png", "\"fix_media\":true"));
        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).contains("100x100 pixels, which is too small; fix_media cannot mend this");
    }

    private String film(int width, int height, String format, String more) throws IOException {
        Path picture = drawn("anna." + format, width, height, format);
        return "{\"prompt\":\"@anna dances\",\"references\":[{\"name\":\"anna\",\"image\":"
                + Bench.JSON.writeValueAsString(picture.toString()) + "}]," + more + "}";
    }

    private Path drawn(String name, int width, int height, String format) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        return file;
    }

    private static String warnings(Answer answer) {
        return String.valueOf(Bench.facts(answer).get("warnings"));
    }
}
