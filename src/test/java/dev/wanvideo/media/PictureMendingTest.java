package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.Loopback;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PictureMendingTest {
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    @TempDir
    private Path temp;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));
    private Path pictures;
    private Path scratch;
    private ReferenceFiles files;

    @BeforeEach
    void furnish() throws IOException {
        pictures = Files.createDirectory(temp.toRealPath().resolve("Pictures"));
        scratch = Files.createDirectory(temp.resolve("scratch"));
        files = new ReferenceFiles(new MediaRoots(List.of(pictures), temp), fetcher, new Scratch(scratch));
    }

    @AfterEach
    void end() {
        fetcher.close();
    }

    /** Files of the scratch folder beside the lock of its room. */
    private List<Path> copies() throws IOException {
        try (Stream<Path> all = Files.walk(scratch)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }

    /** A file, what will be done to it, and what comes out. */
    record Case(String name, Supplier<byte[]> content, String words, String type, FrameSize size) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> mendable() {
        return Stream.of(
                new Case(
                        "too many pixels on a side",
                        () -> Drawings.halves("png", 8400, 1200, Color.RED, Color.BLUE),
                        "will be scaled from 8400x1200 to 8000x1143",
                        "image/png",
                        new FrameSize(8000, 1143)),
                new Case(
                        "a steep one at the very edge",
                        () -> Drawings.halves("jpeg", 1050, 8400, Color.RED, Color.BLUE),
                        "will be scaled from 1050x8400 to 1000x8000",
                        "image/jpeg",
                        new FrameSize(1000, 8000)),
                new Case(
                        "too many bytes",
                        () -> Drawings.halves("bmp", 3000, 2400, Color.RED, Color.BLUE),
                        "will be compressed to at most 20 MB",
                        "image/jpeg",
                        new FrameSize(3000, 2400)),
                new Case(
                        "a GIF",
                        () -> Drawings.halves("gif", 300, 240, Color.RED, Color.BLUE),
                        "will be converted from GIF (its first frame)",
                        "image/png",
                        new FrameSize(300, 240)),
                new Case(
                        "a TIFF",
                        () -> Drawings.halves("tiff", 300, 240, Color.RED, Color.BLUE),
                        "will be converted from TIFF",
                        "image/png",
                        new FrameSize(300, 240)),
                new Case(
                        "a large TIFF that is see-through",
                        () -> Drawings.halves("tiff", 8400, 1200, CLEAR, Color.BLUE),
                        "will be scaled from 8400x1200 to 8000x1143, laid on white (it has an alpha channel)"
                                + ", converted from TIFF and compressed to at most 20 MB",
                        "image/jpeg",
                        new FrameSize(8000, 1143)),
                new Case(
                        "a see-through PNG",
                        () -> Drawings.halves("png", 300, 240, CLEAR, Color.BLUE),
                        "will be laid on white (it has an alpha channel)",
                        "image/png",
                        new FrameSize(300, 240)),
                new Case(
                        "a photograph that lies on its side",
                        () -> turned(Drawings.halves("jpeg", 300, 240, Color.RED, Color.BLUE), 6),
                        "will be turned upright",
                        "image/jpeg",
                        new FrameSize(240, 300)),
                new Case(
                        "a large photograph that lies on its side",
                        () -> turned(Drawings.halves("jpeg", 8400, 1200, Color.RED, Color.BLUE), 8),
                        "will be turned upright and scaled from 1200x8400 to 1143x8000",
                        "image/jpeg",
                        new FrameSize(1143, 8000)));
    }

    @ParameterizedTest
    @MethodSource("mendable")
    void mendsWhatKeepsItsMeaning(Case one) throws Exception {
        byte[] content = one.content().get();
        Path file = Files.write(pictures.resolve("picture"), content);
        MediaSource source = new MediaSource.Local(file.toString());

        Look look = files.look(source, MediaKind.IMAGE, Mend.PICTURES);
        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Seen.class, seen -> assertThat(seen.mending()).hasValue(one.words()));
        assertThat(ScratchTest.copies(scratch)).as("a look writes nothing").isEmpty();
        try (OpenedMedia opened = files.open(source, MediaKind.IMAGE, Mend.PICTURES)) {
            assertThat(opened.file()).startsWith(scratch);
            assertThat(opened.facts())
                    .isEqualTo(new MediaFacts(
                            one.type(),
                            Files.size(opened.file()),
                            Optional.of(one.size()),
                            Optional.empty(),
                            Optional.of(false),
                            Optional.empty()));
            assertNeedsNothingMore(opened.file());
        }
        assertThat(ScratchTest.copies(scratch)).isEmpty();
        assertThat(file).as("the caller's own file").hasBinaryContent(content);
    }

    private static void assertNeedsNothingMore(Path mended) throws Exception {
        assertThat(Inspection.of(mended, MediaKind.IMAGE, Mend.PICTURES).treatment())
                .isEmpty();
        assertThat(ImageIO.read(mended.toFile()).getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void keepsWhatThePictureShows() throws Exception {
        assertThat(colours(Drawings.halves("png", 8400, 1200, Color.RED, Color.BLUE)))
                .containsExactly(Color.RED, Color.BLUE);
        assertThat(colours(Drawings.halves("tiff", 300, 240, Color.RED, Color.BLUE)))
                .containsExactly(Color.RED, Color.BLUE);
        assertThat(colours(Drawings.animatedGif(300, 240))).containsExactly(Color.RED, Color.RED);
        assertThat(colours(Drawings.halves("png", 300, 240, CLEAR, Color.BLUE)))
                .containsExactly(Color.WHITE, Color.BLUE);
    }

    @Test
    void turnsAPhotographTheRightWayRound() throws Exception {
        byte[] photograph = turned(Drawings.halves("jpeg", 300, 240, Color.WHITE, Color.BLACK), 6);
        try (OpenedMedia opened = open(photograph, Mend.PICTURES)) {
            BufferedImage upright = ImageIO.read(opened.file().toFile());
            assertThat(upright.getRGB(120, 20) & 255)
                    .as("top, once the left side")
                    .isGreaterThan(200);
            assertThat(upright.getRGB(120, 280) & 255).isLessThan(50);
        }
    }

    @Test
    void compressesUntilItFits() throws Exception {
        byte[] grain = Drawings.noise("bmp", 4400);
        assertThat(grain.length).isGreaterThan(50_000_000);
        try (OpenedMedia opened = open(grain, Mend.PICTURES)) {
            assertThat(opened.facts().type()).isEqualTo("image/jpeg");
            assertThat(opened.facts().bytes()).isBetween(10_000_000L, 20L * 1024 * 1024);
            assertThat(opened.facts().size()).hasValue(new FrameSize(4400, 4400));
        }
    }

    @Test
    void leavesAGoodPictureAsItIs() throws Exception {
        byte[] good = Samples.picture("png", 300, 400);
        try (OpenedMedia opened = open(good, Mend.PICTURES)) {
            assertThat(opened.file()).hasBinaryContent(good);
        }
        assertThat(look(good, MediaKind.IMAGE, Mend.PICTURES))
                .isInstanceOfSatisfying(
                        Look.Seen.class, seen -> assertThat(seen.mending()).isEmpty());
        assertThat(copies()).isEmpty();
    }

    @Test
    void changesNothingUnasked() throws Exception {
        byte[] lying = turned(Samples.picture("jpeg", 300, 400), 6);
        try (OpenedMedia opened = open(lying, Mend.NOTHING)) {
            assertThat(opened.file()).hasBinaryContent(lying);
        }
    }

    @ParameterizedTest
    @MethodSource("mendable")
    void tellsUnaskedWhetherMendingWouldHelp(Case one) throws Exception {
        Look look = look(one.content().get(), MediaKind.IMAGE, Mend.NOTHING);
        boolean usable = one.name().matches("a (see-through PNG|photograph that lies on its side)");
        if (usable) {
            assertThat(look).isInstanceOf(Look.Seen.class);
        } else {
            assertThat(look)
                    .isInstanceOfSatisfying(
                            Look.Refused.class,
                            refused -> assertThat(refused.message()).endsWith("; fix_media: true would mend it"));
        }
    }

    /** A file that nothing can be done for. */
    record Hopeless(String name, MediaKind kind, byte[] content, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hopeless> hopeless() {
        byte[] png = Samples.picture("png", 300, 400);
        byte[] gif = Samples.picture("gif", 300, 400);
        return Stream.of(
                picture("too small", Samples.picture("png", 239, 400), "too small"),
                picture("small and a GIF", Samples.picture("gif", 100, 100), "a GIF picture"),
                picture("narrow", Samples.picture("png", 2500, 250), "too narrow"),
                picture("narrow and large", Samples.picture("png", 9000, 250), "too narrow"),
                picture("a bomb", Drawings.emptyPng(20_000, 20_000), "20000x20000 pixels, which is too large"),
                picture("HEIC", Samples.ftyp("heic", "mif1", "heic"), "a HEIC picture"),
                picture("AVIF", Samples.ftyp("mif1", "avif"), "an AVIF picture"),
                picture("cut off", Arrays.copyOf(png, png.length - 100), "cut off"),
                picture("a GIF that is cut off", Arrays.copyOf(gif, gif.length / 2), "a GIF picture"),
                picture("a GIF of nothing but a header", Arrays.copyOf(gif, 10), "a GIF picture"),
                picture("empty", new byte[0], "empty"),
                picture("a film", Samples.mp4(640, 360, 5), "belongs in `video`"),
                new Hopeless("a small clip", MediaKind.VIDEO, Samples.mp4(100, 100, 5), "too small"),
                new Hopeless("a large clip", MediaKind.VIDEO, Samples.mp4(5000, 3000, 5), "too large"),
                new Hopeless("a short clip", MediaKind.VIDEO, Samples.mp4(640, 360, 0.5), "too short"),
                new Hopeless("a long voice", MediaKind.VOICE, Samples.wav(31), "too long"),
                new Hopeless("a voice in another format", MediaKind.VOICE, Samples.aac(), "an AAC sound"));
    }

    private static Hopeless picture(String name, byte[] content, String words) {
        return new Hopeless(name, MediaKind.IMAGE, content, words);
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void refusesWhatCannotBeMendedAndSaysSo(Hopeless one) throws Exception {
        assertThat(look(one.content(), one.kind(), Mend.PICTURES))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains(one.words())
                                .endsWith("; fix_media cannot mend this"));
        assertThat(look(one.content(), one.kind(), Mend.NOTHING))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains(one.words())
                                .doesNotContain("fix_media"));
        MediaProblem problem = catchThrowableOfType(
                MediaProblem.class, () -> files.open(new MediaSource.Local("picture"), one.kind(), Mend.PICTURES));
        assertThat(problem).hasMessageContaining("fix_media cannot mend this");
        assertThat(copies()).isEmpty();
    }

    @Test
    void refusesAPictureWhosePixelsTurnOutToBeDamaged() throws Exception {
        assertThat(look(Drawings.emptyPng(9000, 3000), MediaKind.IMAGE, Mend.PICTURES))
                .isInstanceOf(Look.Seen.class);
        MediaProblem problem = catchThrowableOfType(
                MediaProblem.class, () -> files.open(new MediaSource.Local("picture"), MediaKind.IMAGE, Mend.PICTURES));
        assertThat(problem).hasMessage("the picture cannot be drawn: it is damaged or unreadable");
        assertThat(ScratchTest.copies(scratch)).isEmpty();
    }

    @Test
    void mendsAPictureBehindAnAddressAndDeletesBothCopies() throws Exception {
        try (Loopback server = Loopback.serving(Drawings.animatedGif(300, 240))) {
            MediaSource source = new MediaSource.Remote(server.uri("/a.gif"));
            assertThat(files.look(source, MediaKind.IMAGE, Mend.PICTURES))
                    .isInstanceOfSatisfying(
                            Look.Seen.class,
                            seen -> assertThat(seen.mending())
                                    .hasValue("will be converted from GIF (its first frame)"));
            try (OpenedMedia opened = files.open(source, MediaKind.IMAGE, Mend.PICTURES)) {
                assertThat(opened.facts().type()).isEqualTo("image/png");
                assertThat(ScratchTest.copies(scratch)).containsExactly(opened.file());
            }
            assertThat(ScratchTest.copies(scratch)).isEmpty();
        }
    }

    @Test
    void fetchesALongerPictureOnlyWhenItMayBeMended() throws Exception {
        try (Loopback server = Loopback.serving(Drawings.halves("bmp", 3000, 2400, Color.RED, Color.BLUE))) {
            MediaSource source = new MediaSource.Remote(server.uri("/a.bmp"));
            assertThat(catchThrowableOfType(
                            MediaProblem.class, () -> files.open(source, MediaKind.IMAGE, Mend.NOTHING)))
                    .hasMessage("the file is longer than 20971520 bytes");
            try (OpenedMedia opened = files.open(source, MediaKind.IMAGE, Mend.PICTURES)) {
                assertThat(opened.facts().type()).isEqualTo("image/jpeg");
            }
            assertThat(ScratchTest.copies(scratch)).isEmpty();
        }
    }

    @Test
    void tellsOfARemotePictureTooWhetherMendingHelps() throws Exception {
        assertThat(remoteProblem(Drawings.animatedGif(300, 240), Mend.NOTHING))
                .hasMessageEndingWith("; fix_media: true would mend it");
        assertThat(remoteProblem(Samples.picture("png", 100, 100), Mend.PICTURES))
                .hasMessageEndingWith("too small; fix_media cannot mend this");
        assertThat(ScratchTest.copies(scratch)).isEmpty();
    }

    @Test
    void saysWhenThereIsNoRoomForACopy() throws Exception {
        Path occupied = Files.writeString(temp.resolve("occupied"), "a file where a folder should be");
        files = new ReferenceFiles(new MediaRoots(List.of(pictures), temp), fetcher, new Scratch(occupied));
        Files.write(pictures.resolve("picture"), Drawings.animatedGif(300, 240));
        assertThat(catchThrowableOfType(
                        MediaProblem.class,
                        () -> files.open(new MediaSource.Local("picture"), MediaKind.IMAGE, Mend.PICTURES)))
                .hasMessageContaining("the disk is full or the data folder not writable")
                .hasMessageNotContaining(temp.toString());
    }

    private MediaProblem remoteProblem(byte[] content, Mend mend) throws IOException {
        try (Loopback server = Loopback.serving(content)) {
            MediaSource source = new MediaSource.Remote(server.uri("/a"));
            return catchThrowableOfType(MediaProblem.class, () -> files.open(source, MediaKind.IMAGE, mend));
        }
    }

    private Look look(byte[] content, MediaKind kind, Mend mend) throws Exception {
        Files.write(pictures.resolve("picture"), content);
        return files.look(new MediaSource.Local("picture"), kind, mend);
    }

    private OpenedMedia open(byte[] content, Mend mend) throws Exception {
        Files.write(pictures.resolve("picture"), content);
        return files.open(new MediaSource.Local("picture"), MediaKind.IMAGE, mend);
    }

    /** The middle of the left half and of the right half, once mended. */
    private List<Color> colours(byte[] content) throws Exception {
        try (OpenedMedia opened = open(content, Mend.PICTURES)) {
            BufferedImage mended = ImageIO.read(opened.file().toFile());
            int middle = mended.getHeight() / 2;
            return List.of(
                    new Color(mended.getRGB(mended.getWidth() / 4, middle)),
                    new Color(mended.getRGB(mended.getWidth() * 3 / 4, middle)));
        }
    }

    private static byte[] turned(byte[] jpeg, int orientation) {
        return PictureReaderTest.withOrientation(jpeg, orientation);
    }
}
