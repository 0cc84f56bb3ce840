package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The scan that every end-to-end test ends with finds what it looks for, and nothing else. */
final class LeakScanTest {
    private final LeakScan scan = new LeakScan(List.of("/given/home"), Path.of("/given/films"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException: no",
                "oh\n\tat dev.wanvideo.app.Main.main(Main.java:5)",
                "Caused by: a mishap",
                "NullPointerException",
                "StackOverflowError",
                "thrown by dev.wanvideo.task.Database",
                "org.sqlite.core.NativeDB is missing",
                "io.modelcontextprotocol.spec.McpSchema",
                "cannot read /etc/passwd",
                "cannot write /given/home/wan-video.db",
                "left /given/films-old/a.mp4",
                "/tmp",
                "(/usr/lib/jvm)",
                "file:///usr/lib/x",
                "C:\\Users"
            })
    void findsWhatBelongsToNoReader(String text) {
        assertThat(scan.hits(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration is 16; allowed: 2-15 whole seconds",
                "made /given/films/2026-11-20 anna meets robot 5we.mp4 and /given/films/sheet.jpg.",
                "cannot write /given/home; set another",
                "see https://example.com/docs/a.html or 16:9 and/or image/png, about 0.43 USD/s",
                "wan-video-mcp 0.1.0, WAN 2.7",
                "tools/call at once"
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(scan.hits(text)).isEmpty();
    }

    @Test
    void readsTheStringsOfAMessageButNotItsPictures() {
        String message =
                "{\"result\":{\"content\":[{\"type\":\"image\",\"mimeType\":\"image/jpeg\",\"data\":\"/9j/tmp/x\"},"
                        + "{\"type\":\"text\",\"text\":\"see /tmp/x\"}]}}";
        assertThat(scan.hits(new JsonMapper().readTree(message))).hasSize(1);
    }
}
