package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Shot;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnimaticTest {
    private static final FrameSize SMALL = new FrameSize(160, 90);
    private static final int FPS = 6;
    private static final List<Shot> TWO_SHOTS =
            List.of(new Shot(1, 0, 1, "Anna waves."), new Shot(2, 1, 2, "@robot waves back."));

    @TempDir
    private static Path letters;

    private static Animatic animatic;

    @BeforeAll
    static void oneForAllAsInAProcess() {
        animatic = new Animatic(letters);
    }

    @TempDir
    private Path folder;

    private List<CastMember> cast = List.of();
    private Path target = Path.of("");

    @BeforeEach
    void castTwo() throws IOException {
        target = folder.resolve("film.mp4.part");
        cast = List.of(
                picture("Anna", Role.CHARACTER, Color.ORANGE), picture("Robot", Role.CHARACTER, Color.CYAN.darker()));
    }

    private CastMember picture(String label, Role role, Color colour) throws IOException {
        return new CastMember(label, role, MediaKind.IMAGE, Pictures.file(folder, label + ".png", 40, 60, colour));
    }

    private AnimaticScript script(long seed) {
        return new AnimaticScript(SMALL, FPS, 2, seed, cast, Optional.empty(), TWO_SHOTS);
    }

    private AnimaticScript captioned(String caption) {
        return new AnimaticScript(SMALL, FPS, 2, 1, cast, Optional.empty(), List.of(new Shot(1, 0, 2, caption)));
    }

    private RenderedFilm render(AnimaticScript script) throws IOException, MediaProblem {
        return animatic.render(script, target, new Watcher(Integer.MAX_VALUE));
    }

    @Test
    void writesAFilmThatPlaysAtOnceWithPictureAndSound() throws Exception {
        RenderedFilm film = render(script(1));

        assertThat(film.notes()).isEmpty();
        BoxTree boxes = new BoxTree(Files.readAllBytes(target));
        assertThat(boxes.top()).containsExactly("ftyp", "moov", "mdat");
        assertThat(boxes.content("moov/mvhd").getInt(16)).as("milliseconds").isEqualTo(2000);
        ByteBuffer picture = boxes.content("moov/trak[0]/mdia/minf/stbl/stts");
        assertThat(picture.getInt(8)).as("frames").isEqualTo(2 * FPS);
        int timescale = boxes.content("moov/trak[0]/mdia/mdhd").getInt(12);
        assertThat(picture.getInt(8) * picture.getInt(12)).isEqualTo(2 * timescale);
        assertThat(boxes.content("moov/trak[1]/edts/elst").getInt(8)).isEqualTo(2000);
        assertThat(boxes.content("moov/trak[1]/mdia/minf/stbl/stsd/mp4a").limit())
                .isPositive();
        assertThat(film.size()).isEqualTo(SMALL);
        assertThat(film.seconds()).isEqualTo(2);
    }

    @Test
    void declaresConstrainedBaselineInLimitedBt709() throws Exception {
        render(script(1));

        BoxTree boxes = new BoxTree(Files.readAllBytes(target));
        String entry = "moov/trak[0]/mdia/minf/stbl/stsd/avc1";
        ByteBuffer configuration = boxes.content(entry + "/avcC");
        assertThat(configuration.get(1)).as("profile").isEqualTo((byte) 66);
        assertThat(configuration.get(2) & 0x40).as("constraint set 1").isNotZero();
        ByteBuffer colours = boxes.content(entry + "/colr");
        assertThat(StandardCharsets.US_ASCII.decode(colours.slice(0, 4)).toString())
                .isEqualTo("nclx");
        assertThat(colours.getShort(4)).isEqualTo((short) 1);
        assertThat(colours.getShort(6)).isEqualTo((short) 1);
        assertThat(colours.getShort(8)).isEqualTo((short) 1);
        assertThat(colours.get(10)).as("limited range").isZero();
    }

    @Test
    void makesEqualBytesFromEqualScripts() throws Exception {
        byte[] sheet = render(script(7)).stills().sheet();
        byte[] film = Files.readAllBytes(target);

        assertThat(render(script(7)).stills().sheet()).isEqualTo(sheet);
        assertThat(Files.readAllBytes(target)).isEqualTo(film);
    }

    @Test
    void makesAnotherFilmFromAnotherSeed() throws Exception {
        render(script(7));
        byte[] film = Files.readAllBytes(target);

        render(script(8));

        assertThat(Files.readAllBytes(target)).isNotEqualTo(film);
    }

    @Test
    void opensWithTheStartImageAloneAndThenShowsTheShot() throws Exception {
        Color green = new Color(20, 150, 60);
        Path start = Pictures.file(folder, "start.png", 64, 64, green);
        render(new AnimaticScript(SMALL, 8, 2, 3, cast, Optional.of(start), TWO_SHOTS));

        List<BufferedImage> frames = CodecClip.moving(160, () -> false).frames(target);
        assertThat(Pictures.distance(Pictures.average(frames.get(0)), green)).isLessThan(6);
        assertThat(Pictures.distance(Pictures.average(frames.get(frames.size() - 1)), green))
                .isGreaterThan(20);
    }

    @Test
    void keepsTheColoursOfAPictureThroughTheWholeFilm() throws Exception {
        Color red = new Color(200, 40, 50);
        CastMember wall =
                new CastMember("Wall", Role.SCENE, MediaKind.IMAGE, Pictures.file(folder, "wall.png", 300, 200, red));
        List<Shot> one = List.of(new Shot(1, 0, 2, ""));
        render(new AnimaticScript(SMALL, 8, 2, 3, List.of(wall), Optional.empty(), one));

        List<BufferedImage> frames = CodecClip.moving(160, () -> false).frames(target);
        assertThat(frames).hasSize(16);
        assertThat(frames)
                .allSatisfy(frame -> assertThat(Pictures.distance(Pictures.average(frame), red))
                        .isLessThan(6));
    }

    @ParameterizedTest
    @EnumSource
    void drawsEveryAspectRatioWithItsExactPixels(AspectRatio ratio) throws Exception {
        FrameSize size = FrameSize.of(ratio, Resolution.P720).half().half();

        RenderedFilm film = render(new AnimaticScript(size, 2, 2, 1, cast, Optional.empty(), TWO_SHOTS));

        ByteBuffer header = new BoxTree(Files.readAllBytes(target)).content("moov/trak[0]/tkhd");
        assertThat(header.getInt(76) >> 16).isEqualTo(size.width());
        assertThat(header.getInt(80) >> 16).isEqualTo(size.height());
        BufferedImage frame = CodecClip.moving(4000, () -> false).frames(target).get(0);
        assertThat(frame.getWidth()).isEqualTo(size.width());
        assertThat(frame.getHeight()).isEqualTo(size.height());
        assertThat(ImageIO.read(new ByteArrayInputStream(film.stills().sheet())))
                .isNotNull();
        assertThat(film.stills().sheet()).hasSizeLessThanOrEqualTo(200_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u4e24\u4e2a\u670b\u53cb\u5728\u5496\u5561\u9986\u76f8\u9047\uff0c\u4e3e\u676f\u5e86\u795d\u3002",
                "\ud83e\udd16 \u2615 \ud83d\udc69\u200d\ud83d\ude80",
                "one\ntwo\tthree\u0000four",
                "\u0634\u0627\u064a \u05e9\u05dc\u05d5\u05dd",
                "\ud83d lonely"
            })
    void drawsWhateverACaptionHolds(String caption) throws Exception {
        render(captioned(caption));

        assertThat(target).isNotEmptyFile();
    }

    @Test
    void drawsACaptionOfFiveThousandCharacters() throws Exception {
        render(captioned("word ".repeat(1000)));
        assertThat(target).isNotEmptyFile();

        render(captioned("x".repeat(5000)));
        assertThat(target).isNotEmptyFile();
    }

    @Test
    void drawsEveryRoleAndAClipThatCannotBeRead() throws Exception {
        Path foreign = Files.writeString(folder.resolve("clip.mp4"), "not a clip");
        cast = List.of(
                picture("A", Role.CHARACTER, Color.PINK),
                picture("B", Role.OBJECT, Color.BLUE),
                picture("C", Role.SCENE, Color.GRAY),
                picture("D", Role.STORYBOARD, Color.WHITE),
                new CastMember("E", Role.CHARACTER, MediaKind.VIDEO, foreign));

        RenderedFilm film = render(captioned("All of them meet."));

        assertThat(target).isNotEmptyFile();
        assertThat(film.notes())
                .containsExactly(
                        "The clip \"E\" is not shown: neither this server nor an ffmpeg on its PATH could decode"
                                + " it, so a card stands in for it.");
    }

    @Test
    void drawsWithoutAnyCast() throws Exception {
        cast = List.of();

        render(captioned("Nobody is here."));

        assertThat(target).isNotEmptyFile();
    }

    @Test
    void showsTheFramesOfAClip() throws Exception {
        Color red = new Color(200, 40, 50);
        CastMember wall =
                new CastMember("Wall", Role.SCENE, MediaKind.IMAGE, Pictures.file(folder, "wall.png", 300, 200, red));
        List<Shot> silent = List.of(new Shot(1, 0, 2, ""));
        render(new AnimaticScript(SMALL, 8, 2, 3, List.of(wall), Optional.empty(), silent));
        Path clip = Files.move(target, folder.resolve("clip.mp4"));

        CastMember scene = new CastMember("Clip", Role.SCENE, MediaKind.VIDEO, clip);
        render(new AnimaticScript(SMALL, 8, 2, 3, List.of(scene), Optional.empty(), silent));

        BufferedImage last = CodecClip.moving(160, () -> false).frames(target).get(15);
        assertThat(Pictures.distance(Pictures.average(last), red)).isLessThan(10);
    }

    @Test
    void saysInPlainWordsWhichPictureIsDamaged() throws Exception {
        Path broken = folder.resolve("broken.png");
        byte[] whole = Files.readAllBytes(cast.get(0).file());
        Files.write(broken, Arrays.copyOf(whole, 45));
        cast = List.of(new CastMember("Anna", Role.CHARACTER, MediaKind.IMAGE, broken));

        MediaProblem problem = catchThrowableOfType(MediaProblem.class, () -> render(script(1)));

        assertThat(problem.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(problem).hasMessage("the picture of \"Anna\" cannot be drawn: it is damaged or unreadable");
        assertThat(problem.limit()).isEqualTo("a complete JPEG, PNG, WEBP or BMP picture");
        assertThat(target).doesNotExist();
    }

    @Test
    void leavesNothingWhenCancelledBeforeOrDuringTheRender() {
        for (int asked : new int[] {0, 1, 5, 9}) {
            Watcher watcher = new Watcher(asked);
            assertThatThrownBy(() -> animatic.render(script(1), target, watcher))
                    .isInstanceOf(CancellationException.class);
            assertThat(target).doesNotExist();
            assertThat(watcher.told).doesNotContain(100);
        }
    }

    @Test
    void asksBeforeEveryFrameWhetherToGoOn() throws Exception {
        Watcher watcher = new Watcher(Integer.MAX_VALUE);

        animatic.render(script(1), target, watcher);

        assertThat(watcher.asked).isGreaterThanOrEqualTo(2 * FPS);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        RenderProgress interrupting = new RenderProgress() {
            @Override
            public void at(int percent) {
                if (percent > 30) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        assertThatThrownBy(() -> animatic.render(script(1), target, interrupting))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(target).doesNotExist();
    }

    @Test
    void tellsProgressFromZeroToAHundredWithoutGoingBack() throws Exception {
        Watcher watcher = new Watcher(Integer.MAX_VALUE);

        animatic.render(script(1), target, watcher);

        assertThat(watcher.told)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0)
                .endsWith(100);
        assertThat(watcher.told).hasSizeGreaterThan(FPS);
    }

    /** Notes what it is told and wants the render to stop once it was asked often enough. */
    private static final class Watcher implements RenderProgress {
        private final int patience;
        private final List<Integer> told = new ArrayList<>();
        private int asked;

        Watcher(int patience) {
            this.patience = patience;
        }

        @Override
        public void at(int percent) {
            told.add(percent);
        }

        @Override
        public boolean cancelled() {
            return asked++ >= patience;
        }
    }
}
