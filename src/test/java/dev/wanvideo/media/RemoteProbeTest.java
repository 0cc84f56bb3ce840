package dev.wanvideo.media;

import static dev.wanvideo.media.Samples.concat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.FileServer;
import dev.wanvideo.http.Loopback;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.RequestMedia;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RemoteProbeTest {
    private static final int MOST_READ = RemoteBytes.HEAD + RemoteBytes.MORE;

    private static final Color CLEAR = new Color(0, 0, 0, 0);

    @TempDir
    private Path temp;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));
    private final SetClock clock = new SetClock();

    @AfterEach
    void end() {
        fetcher.close();
    }

    static Stream<Arguments> pictures() {
        FrameSize size = new FrameSize(900, 1200);
        byte[] seeThrough = Drawings.halves("png", 900, 1200, CLEAR, Color.BLUE);
        return Stream.of(
                Arguments.of("image/png", Samples.picture("png", 900, 1200), size, false),
                Arguments.of("image/png", seeThrough, size, true),
                Arguments.of("image/png", withClearColour(Samples.picture("png", 900, 1200)), size, true),
                Arguments.of("image/jpeg", Samples.picture("jpg", 900, 1200), size, false),
                Arguments.of("image/jpeg", concat(Samples.picture("jpg", 900, 1200), new byte[9_000]), size, false),
                Arguments.of("image/jpeg", behindHeaders(Samples.picture("jpg", 900, 1200), 200_000), size, false),
                Arguments.of("image/bmp", Samples.picture("bmp", 900, 1200), size, false),
                Arguments.of("image/webp", Samples.webp(900, 1200), size, false));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void measuresPicturesWithTwoSmallReads(String type, byte[] content, FrameSize size, boolean transparent)
            throws Exception {
        try (FileServer server = new FileServer(content)) {
            Look.Seen seen = seen(server, MediaKind.IMAGE);

            assertThat(seen.facts())
                    .isEqualTo(new MediaFacts(
                            type,
                            content.length,
                            Optional.of(size),
                            Optional.empty(),
                            Optional.of(transparent),
                            Optional.empty()));
            assertThat(seen.doubt()).isEmpty();
            assertReadLittle(server);
        }
    }

    @Test
    void doubtsThatAPictureIsWholeWhoseEndIsNowhereNearItsLastBytes() throws Exception {
        byte[] whole = concat(Samples.picture("jpg", 900, 1200), new byte[900_000]);
        try (FileServer server = new FileServer(whole)) {
            Look.Seen seen = seen(server, MediaKind.IMAGE);

            assertThat(seen.facts().size()).contains(new FrameSize(900, 1200));
            assertThat(seen.doubt()).hasValueSatisfying(why -> assertThat(why).contains("it may be cut off"));
            assertReadLittle(server);
        }
    }

    @Test
    void measuresPicturesOfOtherEncoders() throws Exception {
        assertPicture("image/webp", false, "-c:v", "libwebp", "-pix_fmt", "yuv420p", "plain.webp");
        assertPicture(
                "image/webp", true, "-vf", "format=rgba,colorchannelmixer=aa=0.5", "-c:v", "libwebp", "clear.webp");
        assertPicture("image/webp", false, "-c:v", "libwebp", "-lossless", "1", "-pix_fmt", "bgra", "lossless.webp");
        assertPicture("image/png", true, "-pix_fmt", "rgba", "clear.png");
        assertPicture("image/png", false, "-pix_fmt", "rgb48be", "deep.png");
        assertPicture("image/jpeg", false, "-q:v", "1", "photo.jpg");
    }

    private void assertPicture(String type, boolean transparent, String... made) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=1280x960:duration=1", "-frames:v", "1"));
        arguments.addAll(Arrays.asList(made));
        byte[] content = Files.readAllBytes(Ffmpeg.makes(temp, arguments.toArray(String[]::new)));
        try (FileServer server = new FileServer(content)) {
            MediaFacts facts = seen(server, MediaKind.IMAGE).facts();

            assertThat(facts.type()).isEqualTo(type);
            assertThat(facts.size()).hasValue(new FrameSize(1280, 960));
            assertThat(facts.transparent()).as(Arrays.toString(made)).hasValue(transparent);
            assertReadLittle(server);
        }
    }

    @Test
    void measuresRealClipsWhereverTheirIndexLies() throws Exception {
        Path last = Ffmpeg.film(temp, "1280x720", 8, "last.mp4", "-b:v", "4M");
        Path first = Ffmpeg.film(temp, "1280x720", 8, "first.mp4", "-b:v", "4M", "-movflags", "+faststart");
        Path mute = Ffmpeg.film(temp, "1280x720", 8, "mute.mov", "-an");
        for (Path clip : List.of(last, first, mute)) {
            try (FileServer server = new FileServer(Files.readAllBytes(clip))) {
                Look.Seen seen = seen(server, MediaKind.VIDEO);

                assertThat(seen.facts().bytes()).isEqualTo(Files.size(clip)).isGreaterThan(2 * MOST_READ);
                assertThat(seen.facts().size()).hasValue(new FrameSize(1280, 720));
                assertThat(seen.facts().seconds().orElseThrow()).isCloseTo(8, within(0.1));
                assertThat(seen.facts().audio()).hasValue(clip != mute);
                assertThat(seen.doubt()).isEmpty();
                assertReadLittle(server);
            }
        }
    }

    @Test
    void measuresVoices() throws Exception {
        assertVoice("voice.wav", "-c:a", "pcm_s24le", "-ar", "48000");
        assertVoice("voice.flac", "-ar", "48000");
        assertVoice("constant.mp3", "-b:a", "320k");
        assertVoice("untold.mp3", "-b:a", "320k", "-write_xing", "0", "-id3v2_version", "0");
        assertVoice("variable.mp3", "-q:a", "0");
    }

    private void assertVoice(String name, String... how) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "anoisesrc=d=20:r=48000"));
        arguments.addAll(Arrays.asList(how));
        arguments.add(name);
        byte[] content = Files.readAllBytes(Ffmpeg.makes(temp, arguments.toArray(String[]::new)));
        try (FileServer server = new FileServer(content)) {
            Look.Seen seen = seen(server, MediaKind.VOICE);

            assertThat(content.length).as(name).isGreaterThan(MOST_READ);
            assertThat(seen.facts().seconds().orElseThrow()).as(name).isCloseTo(20, within(0.1));
            assertReadLittle(server);
        }
    }

    @Test
    void leavesTheLengthOfAnUnsteadySoundOpen() throws Exception {
        try (FileServer server = new FileServer(concat(Samples.mp3(700), louderFrames(200)))) {
            Look.Seen seen = seen(server, MediaKind.VOICE);

            assertThat(seen.facts().seconds()).isEmpty();
            assertThat(seen.doubt()).hasValue("its length in seconds could not be told: its headers do not say");
        }
    }

    @Test
    void saysWhyAClipBehindAServerWithoutRangesIsNotMeasured() throws Exception {
        byte[] content = concat(
                Samples.ftyp("isom"),
                Samples.box("mdat", new byte[5_000_000]),
                Samples.moov("vide", 640, 360, 5, false));
        try (FileServer server = new FileServer(content).withoutRanges()) {
            Look.Seen seen = seen(server, MediaKind.VIDEO);

            assertThat(seen.facts())
                    .isEqualTo(new MediaFacts("video/mp4", content.length, Optional.empty(), Optional.empty()));
            assertThat(seen.doubt())
                    .hasValue("its size in pixels and length in seconds could not be told: it lies behind the first"
                            + " 64 KB, and the server sends no parts of a file");
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void measuresWhatLiesAtTheHeadBehindAServerWithoutRangesOrLengths() throws Exception {
        byte[] content = concat(
                Samples.ftyp("isom"), Samples.moov("vide", 640, 360, 5, false), Samples.box("mdat", new byte[500_000]));
        try (FileServer server = new FileServer(content).withoutRanges().withoutLengths()) {
            Look.Seen seen = seen(server, MediaKind.VIDEO);

            assertThat(seen.facts().seconds()).hasValue(5.0);
            assertThat(seen.facts().bytes()).isZero();
            assertThat(seen.doubt()).hasValue("its number of bytes could not be told: the server does not say");
        }
    }

    @Test
    void refusesWhatTheModelCanNeverTake() throws Exception {
        assertRefused(Samples.picture("png", 100, 100), MediaKind.IMAGE, "too small");
        assertRefused(Samples.ascii("<!doctype html><title>Log in</title>"), MediaKind.IMAGE, "a web page (HTML)");
        assertRefused(Samples.mp4(640, 360, 5), MediaKind.IMAGE, "an MP4 video, not a picture");
        assertRefused(Samples.wav(40), MediaKind.VOICE, "too long");
        assertRefused(new byte[0], MediaKind.VOICE, "empty");
        assertRefused(Arrays.copyOf(Samples.wav(20), 200_000), MediaKind.VOICE, "cut off");
        assertRefused(withoutItsEnd(Samples.mp4(640, 360, 5)), MediaKind.VIDEO, "cut off");
        assertRefused(concat(Samples.picture("png", 300, 300), new byte[21_000_000]), MediaKind.IMAGE, "too large");
    }

    private void assertRefused(byte[] content, MediaKind kind, String words) throws Exception {
        try (FileServer server = new FileServer(content)) {
            assertThat(files().look(source(server.uri("/a.png")), kind, Mend.NOTHING))
                    .isInstanceOfSatisfying(
                            Look.Refused.class,
                            refused -> assertThat(refused.message()).contains(words));
            assertReadLittle(server);
        }
    }

    @Test
    void refusesWhatIsNotThereAndDoubtsWhatIsMerelyBusy() throws Exception {
        assertThat(answered("404 None")).isEqualTo(Category.NOT_FOUND);
        assertThat(answered("403 No")).isEqualTo(Category.NOT_FOUND);
        assertThat(answered("503 Busy")).isEqualTo("unprobed");
        assertThat(answered("429 Slowly")).isEqualTo("unprobed");
        URI nobody;
        try (FileServer server = new FileServer(new byte[0])) {
            nobody = server.uri("/");
        }
        assertThat(files().look(source(nobody), MediaKind.IMAGE, Mend.NOTHING))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused -> assertThat(refused.category()).isEqualTo(Category.UNAVAILABLE));
        try (Loopback cutting = Loopback.saying("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", new byte[10])) {
            assertThat(files().look(source(cutting.uri("/")), MediaKind.IMAGE, Mend.NOTHING))
                    .isInstanceOf(Look.Unprobed.class);
        }
    }

    private Object answered(String status) throws Exception {
        try (FileServer server = new FileServer(new byte[0]).answering(status)) {
            Look look = files().look(source(server.uri("/")), MediaKind.IMAGE, Mend.NOTHING);
            return look instanceof Look.Refused refused ? refused.category() : "unprobed";
        }
    }

    @Test
    void readsOnceWithinTenMinutes() throws Exception {
        try (FileServer server = new FileServer(Samples.picture("png", 300, 300))) {
            ReferenceFiles files = files();
            Look first = files.look(source(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING);
            clock.now = clock.now.plus(Duration.ofMinutes(9));

            assertThat(files.look(source(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING))
                    .isEqualTo(first);
            assertThat(server.heads()).hasSize(1);
            clock.now = clock.now.plus(Duration.ofMinutes(1));
            files.look(source(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING);
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void forgetsWhatItCouldNotUse() throws Exception {
        try (FileServer server = new FileServer(Samples.picture("png", 300, 300)).answering("503 Busy")) {
            ReferenceFiles files = files();
            assertThat(files.look(source(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING))
                    .isInstanceOf(Look.Unprobed.class);
            server.answering("");

            assertThat(files.look(source(server.uri("/a")), MediaKind.IMAGE, Mend.NOTHING))
                    .isInstanceOf(Look.Seen.class);
        }
    }

    @Test
    void looksAtSixOfARequestAtOnceAndAtEachFileOnce() throws Exception {
        byte[] png = Samples.picture("png", 300, 300);
        CountDownLatch six = new CountDownLatch(6);
        try (Loopback server = new Loopback((head, socket) -> {
            six.countDown();
            awaitAll(six);
            socket.getOutputStream()
                    .write(concat(Samples.ascii("HTTP/1.1 200 OK\r\nContent-Length: " + png.length + "\r\n\r\n"), png));
        })) {
            List<RequestMedia> media = new ArrayList<>(IntStream.range(0, 10)
                    .mapToObj(i -> media("references[" + i + "].image", server.uri("/" + i)))
                    .toList());
            media.add(media("start_image", server.uri("/0")));

            Map<String, Look> looks = files().look(media, Mend.NOTHING);

            assertThat(looks.keySet())
                    .containsExactlyElementsOf(
                            media.stream().map(RequestMedia::field).toList());
            assertThat(looks.values()).allMatch(Look.Seen.class::isInstance);
            assertThat(server.connections()).isEqualTo(10);
        }
    }

    @Test
    void endsAllLooksWhenTheTimeIsUp() throws Exception {
        byte[] png = Samples.picture("png", 300, 300);
        CountDownLatch never = new CountDownLatch(1);
        try (FileServer quick = new FileServer(png);
                Loopback silent = new Loopback((head, socket) -> awaitAll(never))) {
            List<RequestMedia> media = List.of(
                    media("references[0].image", quick.uri("/")),
                    media("references[1].image", silent.uri("/1")),
                    media("references[2].image", silent.uri("/2")));

            Map<String, Look> looks = files(Duration.ofSeconds(3)).look(media, Mend.NOTHING);

            assertThat(looks.get("references[0].image")).isInstanceOf(Look.Seen.class);
            assertThat(looks.get("references[1].image"))
                    .isInstanceOfSatisfying(
                            Look.Unprobed.class,
                            unprobed -> assertThat(unprobed.why()).contains("could not be looked at"));
            assertThat(looks.get("references[2].image")).isInstanceOf(Look.Unprobed.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void answersEveryDamagedFileInWords() throws Exception {
        Random dice = new Random(4);
        List<byte[]> healthy = List.of(
                Samples.picture("png", 300, 300),
                Samples.picture("jpg", 300, 300),
                Samples.webp(300, 300),
                concat(Samples.ftyp("isom"), Samples.box("mdat", new byte[400_000]), Samples.mp4(640, 360, 5)),
                Samples.wav(30),
                Samples.withId3(Samples.mp3(900)));
        for (int round = 0; round < 120; round++) {
            byte[] damaged = healthy.get(round % healthy.size()).clone();
            for (int i = 0; i < 6; i++) {
                damaged[dice.nextInt(Math.min(120, damaged.length))] = (byte) dice.nextInt(256);
            }
            try (FileServer server = new FileServer(damaged)) {
                for (MediaKind kind : MediaKind.values()) {
                    Look look = files().look(source(server.uri("/" + kind)), kind, Mend.PICTURES);
                    assertThat(look.toString()).doesNotContain("Exception", "java.");
                }
                assertThat(server.heads().size()).isLessThanOrEqualTo(6);
            }
        }
    }

    private static void awaitAll(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] withoutItsEnd(byte[] content) {
        return Arrays.copyOf(content, content.length - 1);
    }

    private static byte[] withClearColour(byte[] png) {
        byte[] chunk = concat(Samples.big(6), Samples.ascii("tRNS"), new byte[6 + 4]);
        return concat(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] behindHeaders(byte[] jpeg, int bytes) {
        byte[] block = concat(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) 0xff, (byte) 0xff}, new byte[0xfffd]);
        byte[] out = Arrays.copyOf(jpeg, 2);
        for (int at = 0; at < bytes; at += block.length) {
            out = concat(out, block);
        }
        return concat(out, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] louderFrames(int count) {
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0xb0, 0}, 626);
        byte[] out = new byte[0];
        for (int i = 0; i < count; i++) {
            out = concat(out, frame);
        }
        return out;
    }

    private static RequestMedia media(String field, URI uri) {
        return new RequestMedia(field, MediaKind.IMAGE, source(uri));
    }

    private static MediaSource source(URI uri) {
        return new MediaSource.Remote(uri);
    }

    private static void assertReadLittle(FileServer server) {
        assertThat(server.heads().size()).isLessThanOrEqualTo(2);
        assertThat(server.sent()).isLessThanOrEqualTo(MOST_READ);
    }

    private Look.Seen seen(FileServer server, MediaKind kind) throws InterruptedException {
        Look look = files().look(source(server.uri("/file.txt")), kind, Mend.NOTHING);
        assertThat(look).isInstanceOf(Look.Seen.class);
        return (Look.Seen) look;
    }

    private ReferenceFiles files() {
        return files(Duration.ofSeconds(60));
    }

    private ReferenceFiles files(Duration looks) {
        return new ReferenceFiles(
                new MediaRoots(List.of(temp), temp), fetcher, new Scratch(temp.resolve("scratch")), clock, looks);
    }

    /** A clock that stands still until it is set. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
