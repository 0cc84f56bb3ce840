package dev.wanvideo.media;

import static dev.wanvideo.media.Samples.concat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ContentProbeTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("image/png", Samples.picture("png", 300, 400)),
                Arguments.of("image/jpeg", Samples.picture("jpg", 300, 400)),
                Arguments.of("image/bmp", Samples.picture("bmp", 300, 400)),
                Arguments.of("image/webp", Samples.webp(300, 400)),
                Arguments.of("image/png", concat(Samples.picture("png", 300, 400), new byte[500])),
                Arguments.of("image/jpeg", concat(Samples.picture("jpg", 300, 400), new byte[200_000])));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void measuresPicturesByContentWhateverTheirName(String type, byte[] content) throws Exception {
        MediaFacts facts = probe("picture.mp4", MediaKind.IMAGE, content);

        assertThat(facts)
                .isEqualTo(new MediaFacts(
                        type,
                        content.length,
                        Optional.of(new FrameSize(300, 400)),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.empty()));
    }

    static Stream<Arguments> films() {
        byte[] index = Samples.moov("vide", 640, 360, 5.5, false);
        byte[] frames = Samples.box("mdat", new byte[100_000]);
        return Stream.of(
                Arguments.of("video/mp4", 640, 360, concat(Samples.ftyp("isom"), index, frames)),
                Arguments.of("video/mp4", 640, 360, concat(Samples.ftyp("mp42", "isom"), frames, index)),
                Arguments.of("video/quicktime", 640, 360, concat(Samples.ftyp("qt  "), frames, index)),
                Arguments.of("video/quicktime", 640, 360, concat(Samples.box("wide"), frames, index)),
                Arguments.of(
                        "video/mp4",
                        360,
                        640,
                        concat(Samples.ftyp("isom"), Samples.moov("vide", 640, 360, 5.5, true))));
    }

    @ParameterizedTest
    @MethodSource("films")
    void measuresFilmsWhereverTheirIndexLies(String type, int width, int height, byte[] content) throws Exception {
        MediaFacts facts = probe("film.png", MediaKind.VIDEO, content);

        assertThat(facts)
                .isEqualTo(new MediaFacts(
                        type,
                        content.length,
                        Optional.of(new FrameSize(width, height)),
                        Optional.of(5.5),
                        Optional.empty(),
                        Optional.of(false)));
    }

    @Test
    void leavesTheLengthOfAFragmentedFilmOpenUnlessItIsTold() throws Exception {
        byte[] untold = concat(Samples.ftyp("iso5"), Samples.moov("vide", 640, 360, 0, false));

        assertThat(probe("a", MediaKind.VIDEO, untold).seconds()).isEmpty();
    }

    static Stream<Arguments> sounds() {
        return Stream.of(
                Arguments.of("audio/wav", 3.5, Samples.wav(3.5)),
                Arguments.of("audio/wav", 3.5, Samples.streamedWav(3.5)),
                Arguments.of("audio/mpeg", 2.612, Samples.mp3(100)),
                Arguments.of("audio/mpeg", 2.612, Samples.withId3(Samples.mp3(100))),
                Arguments.of("audio/mpeg", 2.612, concat(Samples.mp3(100), Samples.ascii("TAG"), new byte[125])),
                Arguments.of("audio/flac", 7.0, Samples.flac(7)));
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void measuresVoices(String type, double seconds, byte[] content) throws Exception {
        MediaFacts facts = probe("voice.txt", MediaKind.VOICE, content);

        assertThat(facts.type()).isEqualTo(type);
        assertThat(facts.size()).isEmpty();
        assertThat(facts.seconds().orElseThrow()).isCloseTo(seconds, within(0.001));
    }

    @Test
    void countsTheFrameThatDescribesTheOthersAsSilence() throws Exception {
        byte[] sound = Samples.mp3(101);
        System.arraycopy(Samples.ascii("Xing"), 0, sound, 36, 4);

        assertThat(probe("a", MediaKind.VOICE, sound).seconds().orElseThrow()).isCloseTo(2.612, within(0.001));
    }

    @Test
    void leavesTheLengthOpenWhenTheFramesBreakOff() throws Exception {
        byte[] sound = concat(Samples.mp3(100), new byte[200_000]);

        assertThat(probe("a", MediaKind.VOICE, sound).seconds()).isEmpty();
    }

    @Test
    void leavesTheLengthOfACompressedWavOpen() throws Exception {
        byte[] sound = Samples.wav(3.5);
        sound[20] = 2;

        assertThat(probe("a", MediaKind.VOICE, sound).seconds()).isEmpty();
    }

    static Stream<Arguments> foreign() {
        byte[] png = Samples.picture("png", 300, 300);
        return Stream.of(
                Arguments.of(
                        MediaKind.IMAGE,
                        Samples.mp4(640, 360, 5),
                        "an MP4 video, not a picture; it belongs in `video`"),
                Arguments.of(MediaKind.IMAGE, Samples.wav(3), "a WAV sound, not a picture; it belongs in `voice`"),
                Arguments.of(MediaKind.VIDEO, png, "a PNG picture, not a video; it belongs in `image`"),
                Arguments.of(MediaKind.VOICE, png, "a PNG picture, not a voice recording; it belongs in `image`"),
                Arguments.of(MediaKind.VOICE, Samples.mp4(640, 360, 5), "an MP4 video, not a voice"),
                Arguments.of(MediaKind.IMAGE, Samples.picture("gif", 300, 300), "a GIF picture, which cannot be used"),
                Arguments.of(MediaKind.IMAGE, Samples.ftyp("heic", "mif1", "heic"), "a HEIC picture"),
                Arguments.of(MediaKind.IMAGE, Samples.ftyp("mif1", "heic"), "a HEIC picture"),
                Arguments.of(MediaKind.IMAGE, Samples.ftyp("mif1", "avif"), "an AVIF picture"),
                Arguments.of(MediaKind.IMAGE, Samples.ftyp("avif"), "an AVIF picture"),
                Arguments.of(MediaKind.IMAGE, Samples.ascii("II*\0 and so on"), "a TIFF picture"),
                Arguments.of(MediaKind.VIDEO, Samples.ebml("webm"), "a WebM video, which cannot be used"),
                Arguments.of(MediaKind.VIDEO, Samples.ebml("matroska"), "a Matroska video"),
                Arguments.of(MediaKind.VIDEO, Samples.ascii("RIFF\0\0\0\0AVI LIST"), "an AVI video"),
                Arguments.of(MediaKind.VOICE, Samples.ascii("OggS and so on"), "an Ogg sound"),
                Arguments.of(MediaKind.VOICE, Samples.aac(), "an AAC sound"),
                Arguments.of(MediaKind.VOICE, Samples.ftyp("M4A "), "an M4A sound"),
                Arguments.of(MediaKind.IMAGE, Samples.ascii("\n<!DOCTYPE html><html>"), "a web page (HTML)"),
                Arguments.of(MediaKind.IMAGE, Samples.ascii("<html><body>"), "a web page (HTML)"),
                Arguments.of(MediaKind.IMAGE, Samples.ascii("%PDF-1.7"), "a PDF document"),
                Arguments.of(MediaKind.IMAGE, Samples.ascii("PK\u0003\u0004"), "a ZIP archive"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void namesWhatAForeignFileIsAndWhereItBelongs(MediaKind kind, byte[] content, String words) throws Exception {
        MediaProblem problem = problem("a.png", kind, content);

        assertThat(problem).hasMessageContaining("its content is " + words);
        assertThat(problem.category())
                .isEqualTo(
                        words.contains("not a") && words.contains("belongs") || words.contains("not a voice")
                                ? Category.INVALID_REQUEST
                                : Category.UNSUPPORTED);
    }

    @Test
    void refusesATextNamedLikeAPicture() throws Exception {
        for (String text : List.of("hello", "x", "BM is a text too, and a long one", "\u00ff\u00fe\u0001", "<svg/>")) {
            assertThat(problem("a.png", MediaKind.IMAGE, Samples.ascii(text)))
                    .as(text)
                    .hasMessage("its content is not a picture, whatever its name says");
        }
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        for (MediaKind kind : MediaKind.values()) {
            assertThat(problem("a", kind, new byte[0])).hasMessage("the file is empty");
        }
    }

    static Stream<Arguments> whole() {
        return Stream.of(
                Arguments.of(MediaKind.IMAGE, Samples.picture("png", 300, 300)),
                Arguments.of(MediaKind.IMAGE, Samples.picture("jpg", 300, 300)),
                Arguments.of(MediaKind.IMAGE, Samples.picture("bmp", 300, 300)),
                Arguments.of(MediaKind.IMAGE, Samples.webp(300, 300)),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(640, 360, 5)),
                Arguments.of(MediaKind.VOICE, Samples.wav(2)));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void refusesAFileThatWasCutOff(MediaKind kind, byte[] content) throws Exception {
        for (int length : new int[] {content.length - 1, content.length / 2, 40}) {
            MediaProblem problem = problem("a", kind, Arrays.copyOf(content, Math.min(length, content.length - 1)));
            assertThat(problem).as("%d bytes", length).hasMessage("the file is cut off: its end is missing");
        }
    }

    @Test
    void refusesAJpegWhoseOnlyEndIsThatOfItsThumbnail() throws Exception {
        byte[] thumbnail = Samples.picture("jpg", 16, 16);
        byte[] jpeg = Samples.picture("jpg", 300, 300);
        byte[] exif = concat(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (thumbnail.length + 2 >> 8), (byte) (thumbnail.length + 2)
                },
                thumbnail);
        byte[] both = concat(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));

        assertThat(probe("a", MediaKind.IMAGE, both).size()).hasValue(new FrameSize(300, 300));
        assertThat(problem("b", MediaKind.IMAGE, Arrays.copyOf(both, both.length - 2)))
                .hasMessageContaining("cut off");
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(MediaKind.IMAGE, Samples.picture("png", 240, 240), ""),
                Arguments.of(
                        MediaKind.IMAGE, Samples.picture("png", 239, 240), "it has 239x240 pixels, which is too small"),
                Arguments.of(MediaKind.IMAGE, Samples.picture("png", 240, 1920), ""),
                Arguments.of(MediaKind.IMAGE, Samples.picture("png", 240, 1921), "which is too narrow"),
                Arguments.of(MediaKind.IMAGE, Samples.picture("png", 1, 1), "less than two pixels"),
                Arguments.of(MediaKind.IMAGE, Samples.webp(8000, 1000), ""),
                Arguments.of(MediaKind.IMAGE, Samples.webp(8001, 1001), "which is too large"),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(240, 240, 1), ""),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(238, 240, 5), "which is too small"),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(4098, 2000, 5), "which is too large"),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(640, 360, 0.9), "it lasts 0.9 seconds, which is too short"),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(640, 360, 30.04), ""),
                Arguments.of(MediaKind.VIDEO, Samples.mp4(640, 360, 30.5), "it lasts 30.5 seconds, which is too long"),
                Arguments.of(
                        MediaKind.VIDEO,
                        concat(Samples.ftyp("isom"), Samples.moov("soun", 0, 0, 5, false)),
                        "no moving picture"),
                Arguments.of(MediaKind.VOICE, Samples.wav(0.9), "too short"),
                Arguments.of(MediaKind.VOICE, Samples.wav(30), ""),
                Arguments.of(MediaKind.VOICE, Samples.wav(31), "too long"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void holdsFilesAgainstTheModelsLimits(MediaKind kind, byte[] content, String words) throws Exception {
        if (words.isEmpty()) {
            assertThat(probe("a", kind, content)).isNotNull();
        } else {
            MediaProblem problem = problem("a", kind, content);
            assertThat(problem).hasMessageContaining(words);
            assertThat(problem.limit()).isEqualTo(MediaLimits.of(kind).words());
        }
    }

    @Test
    void refusesTooManyBytesWithoutReadingThem() throws Exception {
        for (MediaKind kind : MediaKind.values()) {
            Path file = folder.resolve("large-" + kind);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(MediaLimits.of(kind).bytes() + 1);
            }
            assertThat(catchThrowableOfType(
                            MediaProblem.class, () -> new ContentProbe(MediaLimits.of(kind)).probe(file)))
                    .hasMessageContaining("too large");
        }
    }

    @Test
    void saysItsLimitsInWords() {
        assertThat(MediaLimits.of(MediaKind.IMAGE).words())
                .isEqualTo("JPEG, PNG, BMP, WEBP, 240-8000 pixels each side, 1:8 to 8:1, at most 20 MB");
        assertThat(MediaLimits.of(MediaKind.VIDEO).words())
                .isEqualTo("MP4, MOV, 240-4096 pixels each side, 1:8 to 8:1, 1-30 seconds, at most 100 MB");
        assertThat(MediaLimits.of(MediaKind.VOICE).words()).isEqualTo("WAV, MP3, FLAC, 1-30 seconds, at most 15 MB");
    }

    @Test
    void answersEveryDamagedFileInWords() throws Exception {
        Random dice = new Random(27);
        List<byte[]> healthy = List.of(
                Samples.picture("png", 300, 300),
                Samples.picture("jpg", 300, 300),
                Samples.picture("bmp", 300, 300),
                Samples.webp(300, 300),
                Samples.mp4(640, 360, 5),
                Samples.wav(2),
                Samples.withId3(Samples.mp3(50)),
                Samples.flac(5));
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = healthy.get(round % healthy.size()).clone();
            for (int i = 0; i < 8; i++) {
                damaged[dice.nextInt(Math.min(200, damaged.length))] = (byte) dice.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            for (MediaKind kind : MediaKind.values()) {
                try {
                    assertThat(new ContentProbe(MediaLimits.of(kind))
                                    .probe(file)
                                    .bytes())
                            .isEqualTo(damaged.length);
                } catch (MediaProblem e) {
                    assertThat(e.getMessage()).doesNotContain("Exception", "java.", folder.toString());
                }
            }
        }
    }

    private MediaFacts probe(String name, MediaKind kind, byte[] content)
            throws MediaProblem, IOException, InterruptedException {
        return new ContentProbe(MediaLimits.of(kind)).probe(Files.write(folder.resolve(name), content));
    }

    private MediaProblem problem(String name, MediaKind kind, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return catchThrowableOfType(MediaProblem.class, () -> new ContentProbe(MediaLimits.of(kind)).probe(file));
    }
}
