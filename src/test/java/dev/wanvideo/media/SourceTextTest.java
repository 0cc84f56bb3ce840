package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wanvideo.video.MediaSource;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTextTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com/a.png, https://example.com/a.png",
        "'  HTTPS://example.com/a.png\n', https://example.com/a.png",
        "http://127.0.0.1:8099/a, http://127.0.0.1:8099/a",
        "https://example.com/mein bild.png, https://example.com/mein%20bild.png",
        "https://example.com/ü/图.png?q=ä b, https://example.com/%C3%BC/%E5%9B%BE.png?q=%C3%A4%20b",
        "https://example.com/a%20b%2Fc?x=%zz, https://example.com/a%20b%2Fc?x=%25zz",
        "https://bücher.example/a#part, https://xn--bcher-kva.example/a",
        "https://example.com/[a]{b}|c, https://example.com/%5Ba%5D%7Bb%7D%7Cc",
        "https://example.com, https://example.com",
        "https://example.com?x=1, https://example.com?x=1",
        "https://example.com/😀, https://example.com/%F0%9F%98%80"
    })
    void readsAddressesAsPeopleWriteThem(String text, String address) throws MediaProblem {
        assertThat(SourceText.parse(text)).isEqualTo(new MediaSource.Remote(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/a/b.png",
                "~/b.png",
                "~",
                "b.png",
                "../b.png",
                "C:\\Users\\a\\b.png",
                "c:/a.png",
                "\\\\share\\a",
                "file:///home/a/b.png",
                "FILE:/home/a",
                "a b.png",
                "ü.png",
                "./a:b.png"
            })
    void takesEverythingElseForAPath(String text) throws MediaProblem {
        assertThat(SourceText.parse(" " + text + " ")).isEqualTo(new MediaSource.Local(text));
    }

    @Test
    void saysWhatToDoWithAPictureInsideAnAddressHoweverLong() {
        assertThatExceptionOfType(MediaProblem.class)
                .isThrownBy(() -> SourceText.parse("Data:image/png;base64," + "A".repeat(9000)))
                .withMessageContaining("save the file and give its path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ftp://example.com/a",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)",
                "s3://bucket/a",
                "oss://key",
                "jar:file:/a!/b",
                "mailto:a@example.com",
                "https:example.com",
                "https:/example.com/a",
                "https://exa mple.com/",
                "https:\\\\example.com\\a",
                "/a\0b",
                "https://example.com/a\nb",
                "about:blank"
            })
    void refusesWhatIsNeither(String text) {
        assertThatExceptionOfType(MediaProblem.class)
                .isThrownBy(() -> SourceText.parse(text))
                .satisfies(p -> assertThat(p.limit()).contains("https address", "local path"));
    }

    @Test
    void refusesATextThatIsNoSensibleAddress() {
        assertThatExceptionOfType(MediaProblem.class)
                .isThrownBy(() -> SourceText.parse("https://example.com/" + "a".repeat(10_000)))
                .withMessageContaining("too long");
    }
}
