package dev.wanvideo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.HandClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.DemuxerTrackMeta;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The films and samples that the sandbox hands out. */
final class SandboxFilmsTest {
    @TempDir
    Path folder;

    @Test
    void theFilmOfAJobIsARealOneOfHalfTheSize() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            HttpResponse<byte[]> film = acme.fetch(acme.to(acme.film("a boat")));
            assertThat(film.statusCode()).isEqualTo(200);
            assertThat(film.headers().firstValue("content-type")).contains("video/mp4");
            assertThat(film.headers().firstValueAsLong("content-length")).hasValue(film.body().length);
            DemuxerTrackMeta meta = meta(film.body());
            assertThat(meta.getTotalDuration()).isEqualTo(1);
            assertThat(meta.getVideoCodecMeta().getSize().getWidth()).isEqualTo(128);
            assertThat(meta.getVideoCodecMeta().getSize().getHeight()).isEqualTo(72);
        }
    }

    @Test
    void aFilmIsAsLongAsItWasOrdered() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            HttpRequest.Builder order =
                    acme.keyed("/acme/v1/films?seconds=3", "mine").POST(BodyPublishers.ofString("long"));
            String id = Acme.json(acme.send(order)).path("id").asString();
            acme.await("done " + id);
            byte[] film = acme.fetch(acme.to("/films/" + id + ".mp4")).body();
            assertThat(meta(film).getTotalDuration()).isEqualTo(3);
        }
    }

    @Test
    void ordersOfOneSizeAndLengthShareAFilmUnlessFreshOnesAreWished() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            assertThat(bytes(acme, "a boat")).isEqualTo(bytes(acme, "a horse"));
        }
        SandboxSettings fresh = SandboxSettings.in(folder).at(Pace.ofSeconds(0)).drawing(FilmStyle.FRESH);
        try (Acme acme = new Acme(fresh, Clock.systemUTC())) {
            assertThat(bytes(acme, "a boat")).isNotEqualTo(bytes(acme, "a horse"));
        }
    }

    @Test
    void partsOfAFilmCanBeHad() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            String path = acme.film("a boat");
            HttpResponse<byte[]> whole = acme.fetch(acme.to(path));
            int length = whole.body().length;
            String tag = whole.headers().firstValue("etag").orElseThrow();

            HttpResponse<byte[]> part = acme.fetch(acme.to(path).header("Range", "bytes=100-199"));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("content-range")).contains("bytes 100-199/" + length);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 200));

            HttpResponse<byte[]> rest = acme.fetch(
                    acme.to(path).header("Range", "bytes=" + (length - 7) + "-").header("If-Range", tag));
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), length - 7, length));

            HttpResponse<byte[]> changed =
                    acme.fetch(acme.to(path).header("Range", "bytes=5-").header("If-Range", "\"another\""));
            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.body()).hasSize(length);

            HttpResponse<byte[]> beyond = acme.fetch(acme.to(path).header("Range", "bytes=" + length + "-"));
            assertThat(beyond.statusCode()).isEqualTo(416);
            assertThat(beyond.headers().firstValue("content-range")).contains("bytes */" + length);

            HttpResponse<byte[]> head = acme.fetch(acme.to(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.headers().firstValueAsLong("content-length")).hasValue(length);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void thereIsNoFilmBeforeTheJobIsDone() throws Exception {
        try (Acme acme = new Acme(SandboxSettings.in(folder), new HandClock())) {
            String id = acme.order("a boat");
            assertThat(acme.fetch(acme.to("/films/" + id + ".mp4")).statusCode())
                    .isEqualTo(404);
            assertThat(acme.fetch(acme.to("/films/nobody.mp4")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aFilmMayBeGone() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            String path = acme.film("a boat");
            acme.fault(Fault.LINK_EXPIRED);
            assertThat(acme.fetch(acme.to(acme.film("a swan"))).statusCode()).isEqualTo(403);
            acme.sandbox().faults().clear();
            acme.fault(Fault.GONE);
            assertThat(acme.fetch(acme.to(path)).statusCode()).isEqualTo(404);
            acme.sandbox().faults().clear();
            assertThat(acme.fetch(acme.to(path)).statusCode()).isEqualTo(404);
            assertThat(acme.fetch(acme.to(acme.film("another boat"))).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFilmMayBreakOffAtItsFirstDownload() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            String path = acme.film("a boat");
            acme.fault(Fault.TRUNCATED_FILM);
            HttpResponse<Void> head = acme.head(path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(acme.brokenOff(path))
                    .isLessThan(
                            head.headers().firstValueAsLong("content-length").orElseThrow());
            assertThat(meta(acme.fetch(acme.to(path)).body()).getTotalDuration())
                    .isEqualTo(1);
        }
    }

    @Test
    void aBlockingCallIsAnsweredByTheFilmOnceItIsDone() throws Exception {
        try (Acme acme = new Acme(SandboxSettings.in(folder).at(Pace.ofSeconds(0.4)), Clock.systemUTC())) {
            HttpResponse<byte[]> answer = acme.createNow("a boat");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("video/mp4");
            String job = answer.headers().firstValue("x-acme-job").orElseThrow();
            assertThat(acme.sandbox().books().find(job).orElseThrow().done()).isPresent();
            assertThat(meta(answer.body()).getTotalDuration()).isEqualTo(1);
            acme.fault(Fault.CONTENT_AT_POLL);
            assertThat(acme.createNow("a boat").statusCode()).isEqualTo(451);
            acme.sandbox().faults().clear();
            acme.fault(Fault.CUT);
            assertThatThrownBy(() -> acme.createNow("a boat")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void samplesAreWhatTheirNamesSay() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            for (String picture : new String[] {"anna.png", "robot.png"}) {
                byte[] bytes = acme.fetch(acme.to("/media/" + picture)).body();
                assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth())
                        .isGreaterThanOrEqualTo(240);
            }
            byte[] voice = acme.fetch(acme.to("/media/voice.wav")).body();
            try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(voice))) {
                AudioFormat format = sound.getFormat();
                assertThat(sound.getFrameLength() / format.getFrameRate()).isBetween(3f, 10f);
            }
            assertThat(meta(acme.fetch(acme.to("/media/clip.mp4")).body()).getTotalDuration())
                    .isEqualTo(4);
            assertThat(acme.fetch(acme.to("/media/../books")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void ffprobeReadsTheFilmWhereItIsInstalled() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            Path file = Files.write(
                    folder.resolve("film.mp4"),
                    acme.fetch(acme.to(acme.film("a boat"))).body());
            Optional<String> said = ffprobe(file);
            said.ifPresent(text -> assertThat(text).contains("h264", "aac"));
        }
    }

    private static Optional<String> ffprobe(Path file) throws InterruptedException, IOException {
        ProcessBuilder probe = new ProcessBuilder(
                "ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv", file.toString());
        Process process;
        try {
            process = probe.redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.empty();
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Optional.of(text);
    }

    private byte[] bytes(Acme acme, String prompt) throws Exception {
        return acme.fetch(acme.to(acme.film(prompt))).body();
    }

    private DemuxerTrackMeta meta(byte[] film) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "film", ".mp4"), film);
        try (SeekableByteChannel channel = NIOUtils.readableChannel(file.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(channel);
            assertThat(grab.getNativeFrame()).isNotNull();
            return grab.getVideoTrack().getMeta();
        }
    }
}
