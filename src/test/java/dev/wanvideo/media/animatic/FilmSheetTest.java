package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.media.Downloaded;
import dev.wanvideo.media.Ffmpeg;
import dev.wanvideo.media.FilmDownload;
import dev.wanvideo.video.FrameSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilmSheetTest {
    private static final String RED_THEN_BLUE =
            "color=red:size=640x360:rate=30:duration=2[a];color=blue:size=640x360:rate=30:duration=2[b];[a][b]concat";

    @TempDir
    private Path folder;

    @Test
    void showsAFilmAsItsModelMakesThem() throws Exception {
        for (String size : List.of("1280x720", "1080x1920")) {
            Path film = Ffmpeg.film(folder, size, 5, size + ".mp4", "-b:v", "8M");

            FilmSheet sheet = animatic().sheet(film, facts(film));

            assertThat(sheet.why()).isEmpty();
            assertThat(sheet.stills().orElseThrow().sheet()).hasSizeLessThanOrEqualTo(200_000);
            BufferedImage picture = ImageIO.read(
                    new ByteArrayInputStream(sheet.stills().orElseThrow().sheet()));
            assertThat(picture.getWidth()).isGreaterThan(1000);
            byte[] poster = sheet.stills().orElseThrow().poster();
            assertThat(poster).hasSizeLessThanOrEqualTo(Poster.MOST_BYTES);
            BufferedImage one = ImageIO.read(new ByteArrayInputStream(poster));
            assertThat(Math.max(one.getWidth(), one.getHeight())).isEqualTo(Poster.LONGEST_SIDE);
        }
    }

    @Test
    void takesMomentsFromTheWholeLengthWithBothDecoders() throws Exception {
        Path film = Ffmpeg.makes(
                folder,
                "-f",
                "lavfi",
                "-i",
                RED_THEN_BLUE,
                "-c:v",
                "libx264",
                "-bf",
                "2",
                "-pix_fmt",
                "yuv420p",
                "two.mp4");
        List<Double> moments = FilmMoments.spread(4, 6);
        for (FilmMoments.Source source : List.<FilmMoments.Source>of(
                new FfmpegClip(320, () -> false)::moments, new CodecMoments(320, () -> false)::at)) {
            List<BufferedImage> frames = source.frames(film, moments);

            assertThat(frames).hasSize(6);
            for (int i = 0; i < 6; i++) {
                Color wanted = i < 3 ? Color.RED : Color.BLUE;
                assertThat(Pictures.distance(Pictures.average(frames.get(i)), wanted))
                        .as("moment %d", i)
                        .isLessThan(12);
            }
        }
    }

    @Test
    void decodesHighProfileWithoutFfmpeg() throws Exception {
        Path film = Ffmpeg.film(folder, "1280x720", 2, "high.mp4");

        assertThat(new CodecMoments(480, () -> false).at(film, FilmMoments.spread(2, 6)))
                .hasSize(6)
                .allMatch(frame -> frame.getWidth() == 480 && frame.getHeight() == 270);
    }

    @Test
    void asksTheNextSourceWhenOneCannotDecode() {
        BufferedImage frame = Pictures.plain(4, 4, Color.RED);
        FilmMoments.Source broken = (film, seconds) -> {
            throw new IOException("no");
        };

        assertThat(new FilmMoments(List.of(broken, (film, seconds) -> List.of(), (film, seconds) -> List.of(frame)))
                        .at(Path.of("x"), List.of(1.0)))
                .containsExactly(frame);
    }

    @Test
    void saysWhatIsUnusualWhereOnlyFfmpegHelps() throws Exception {
        Map<String, List<String>> odd = Map.of(
                "HEVC", List.of("-c:v", "libx265", "-tag:v", "hvc1", "-pix_fmt", "yuv420p"),
                "H.264, 10 bits", List.of("-c:v", "libx264", "-profile:v", "high10", "-pix_fmt", "yuv420p10le"),
                "H.264, 4:2:2", List.of("-c:v", "libx264", "-profile:v", "high422", "-pix_fmt", "yuv422p"),
                "H.264, interlaced", List.of("-c:v", "libx264", "-flags", "+ildct+ilme", "-pix_fmt", "yuv420p"));
        for (Map.Entry<String, List<String>> kind : odd.entrySet()) {
            List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=320x240:duration=1"));
            arguments.addAll(kind.getValue());
            arguments.add("odd.mp4");
            Path film = Ffmpeg.makes(folder, arguments.toArray(String[]::new));
            Downloaded facts = facts(film);

            assertThatThrownBy(() -> new CodecMoments(320, () -> false).at(film, List.of(0.5)))
                    .as(kind.getKey())
                    .isInstanceOf(IOException.class);
            assertThat(Undecodable.why(film, facts.codec())).endsWith("(" + kind.getKey() + ")");
            assertThat(animatic().sheet(film, facts).stills()).as("with ffmpeg").isPresent();
        }
    }

    @Test
    void saysWhyThereIsNone() throws Exception {
        Path words = Files.writeString(folder.resolve("words.mp4"), "words, not frames");
        Downloaded facts = new Downloaded(new FrameSize(1280, 720), Optional.of(5.0), 17, false, Optional.of("hvc1"));

        FilmSheet sheet = animatic().sheet(words, facts);

        assertThat(sheet.stills()).isEmpty();
        assertThat(sheet.why())
                .hasValue("no contact sheet: neither this server nor an ffmpeg on its PATH could decode the film's"
                        + " video (HEVC)");
    }

    private Animatic animatic() {
        return new Animatic(folder.resolve("letters"));
    }

    private static Downloaded facts(Path film) throws Exception {
        try (Fetcher unused = new Fetcher(new AddressGuard(Set.of()))) {
            return new FilmDownload(unused).seen(film);
        }
    }
}
