package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PathTextTest {
    @Test
    void isThePathItselfWhereTheLocaleHasEveryLetter() {
        Path path = Path.of("/films/2026-11-20 anna dances 5tz0k1.mp4");
        assertThat(PathText.path(PathText.text(path))).isEqualTo(path);
    }

    /** Holds in every locale: where the letters are there by the path itself, elsewhere by way of the address. */
    @Test
    void keepsLettersOfAnyScript() {
        String text = "/films/2026-11-20 anna 在公园里 100% 5tz0k1.mp4";
        Path path = PathText.path(text);
        assertThat(PathText.text(path)).isEqualTo(text);
        assertThat(path.toUri())
                .isEqualTo(URI.create("file:///films/2026-11-20%20anna%20%E5%9C%A8%E5%85%AC%E5%9B%AD%E9%87%8C%20"
                        + "100%25%205tz0k1.mp4"));
    }
}
