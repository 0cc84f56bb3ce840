package dev.wanvideo.media.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.media.Ffmpeg;
import dev.wanvideo.media.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at damaged headers in a process with a heap of 256 MB. {@code -Dwanvideo.fuzz.media=100000} makes it long, and
 * {@code -Dwanvideo.fuzz.seed} another one.
 */
final class FuzzedMediaTest {
    private static final long SEED = Long.getLong("wanvideo.fuzz.seed", 20261121);
    private static final int COUNT = Integer.getInteger("wanvideo.fuzz.media", 1000);
    private static final Pattern WORK = Pattern.compile("of work at most (\\d+) ms");

    /** Of the processor, so that a busy machine does not count; who waits for ever is ended with the test. */
    private static final long HANG_MILLIS = 2000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void damagedHeadersNeitherHangNorThrowNorFillTheMemory() throws Exception {
        pictures();
        films();
        sounds();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzRun.class.getName(),
                folder.toString(),
                String.valueOf(SEED),
                String.valueOf(COUNT));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(words);
        assertThat(process.waitFor()).as(words).isZero();
        Matcher work = WORK.matcher(words);
        assertThat(work.find()).as(words).isTrue();
        assertThat(Long.parseLong(work.group(1))).as(words).isLessThan(HANG_MILLIS);
    }

    private void pictures() throws IOException, InterruptedException {
        for (String format : List.of("png", "jpg", "bmp", "gif", "tiff")) {
            Files.write(folder.resolve("image." + format), Samples.picture(format, 320, 240));
        }
        Files.write(folder.resolve("image-lossless.webp"), Samples.webp(900, 1200));
        String scene = "testsrc2=size=320x240:rate=3:duration=1";
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", scene, "-c:v", "libwebp_anim", "image-animated.webp");
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", scene, "-frames:v", "1", "-pix_fmt", "pal8", "image-palette.png");
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", scene, "-frames:v", "1", "-pix_fmt", "rgba64be", "image-deep.png");
    }

    private void films() throws IOException, InterruptedException {
        Ffmpeg.film(folder, "320x240", 2, "video-index-last.mp4");
        Ffmpeg.film(folder, "320x240", 2, "video-index-first.mp4", "-movflags", "+faststart");
        Ffmpeg.film(folder, "320x240", 2, "video.mov");
        String pieces = "frag_keyframe+empty_moov";
        Ffmpeg.film(folder, "320x240", 2, "video-fragments.mp4", "-g", "10", "-movflags", pieces);
        Ffmpeg.film(folder, "320x240", 2, "video-dash.mp4", "-g", "10", "-movflags", pieces + "+dash+global_sidx");
    }

    private void sounds() throws IOException, InterruptedException {
        String tone = "sine=duration=4";
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", tone, "voice.wav");
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", tone, "-q:a", "2", "voice-variable.mp3");
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", tone, "-b:a", "320k", "-write_xing", "0", "voice-constant.mp3");
        Ffmpeg.makes(folder, "-f", "lavfi", "-i", tone, "voice.flac");
    }
}
