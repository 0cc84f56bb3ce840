package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wanvideo.video.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MediaRootsTest {
    private static final String OUTSIDE = "the file is outside the allowed folders";
    private static final String MISSING = "there is no such file, or it may not be read";

    @TempDir
    private Path temp;

    private Path home;
    private Path picture;
    private Path secret;
    private MediaRoots roots;

    @BeforeEach
    void furnish() throws IOException {
        home = Files.createDirectory(temp.toRealPath().resolve("home"));
        picture = file(home.resolve("Pictures/a face.png"));
        secret = file(home.resolve("secret.png"));
        roots = new MediaRoots(MediaRoots.usual(home), home);
    }

    @Test
    void findsAFileInEverySpelling() throws Exception {
        String path = picture.toString();
        List<String> spellings = List.of(
                path,
                "~/Pictures/a face.png",
                "file://" + path.replace(" ", "%20"),
                "file://" + path,
                "file:" + path,
                "FILE://localhost" + path,
                "a face.png",
                "./a face.png",
                home + "/Pictures/../Pictures/./a face.png",
                home + "/Videos/../Pictures/a face.png".replace("Videos/../", ""),
                "~/Pictures//a face.png");
        for (String spelling : spellings) {
            assertThat(roots.resolve(spelling)).as(spelling).isEqualTo(picture);
        }
    }

    @Test
    void readsAPlusSignInAFileAddressAsItself() throws Exception {
        Path plus = file(home.resolve("Pictures/a+b.png"));

        assertThat(roots.resolve("file://" + plus)).isEqualTo(plus);
    }

    @Test
    void refusesEveryWayOut() throws IOException {
        file(temp.resolve("home/PicturesOfMine/b.png"));
        List<String> ways = List.of(
                secret.toString(),
                "~/secret.png",
                "~/Pictures/../secret.png",
                "~",
                "file://" + secret,
                "file://" + home + "/Pictures/%2e%2e/secret.png",
                "/etc/passwd",
                "file:///etc/passwd",
                "/proc/self/environ",
                "/",
                home + "/PicturesOfMine/b.png",
                home.toString());
        for (String way : ways) {
            MediaProblem problem = problem(way);
            assertThat(problem).as(way).hasMessage(OUTSIDE);
            assertThat(problem.category()).isEqualTo(Category.INVALID_REQUEST);
        }
    }

    @Test
    void refusesALinkThatLeadsOut() throws IOException {
        Files.createSymbolicLink(home.resolve("Pictures/link.png"), secret);
        Files.createSymbolicLink(home.resolve("Pictures/folder"), home);

        assertThat(problem("~/Pictures/link.png")).hasMessage(OUTSIDE);
        assertThat(problem("~/Pictures/folder/secret.png")).hasMessage(OUTSIDE);
        assertThat(problem("~/Pictures/folder/nothing.png")).hasMessage(OUTSIDE);
        assertThat(problem("link.png").getMessage()).contains("no allowed folder holds");
    }

    @Test
    void followsALinkThatStaysInside() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("Pictures/link.png"), picture);

        assertThat(roots.resolve(link.toString())).isEqualTo(picture);
    }

    @Test
    void followsAnAllowedFolderThatIsItselfALink() throws Exception {
        Path elsewhere = file(temp.toRealPath().resolve("disk/b.png"));
        Files.createSymbolicLink(home.resolve("Videos"), elsewhere.getParent());

        assertThat(roots.resolve("~/Videos/b.png")).isEqualTo(elsewhere);
    }

    @Test
    void refusesAFileThatWasSwappedForALink() throws Exception {
        assertThat(roots.resolve(picture.toString())).isEqualTo(picture);
        Files.delete(picture);
        Files.createSymbolicLink(picture, secret);

        assertThat(problem(picture.toString())).hasMessage(OUTSIDE);
    }

    @Test
    void tellsNothingAboutWhatLiesOutside() {
        String existing = secret.toString();
        String absent = home.resolve("nothing.png").toString();
        String deep = home.resolve("no/such/folder.png").toString();

        assertThat(problem(absent)).hasMessage(problem(existing).getMessage());
        assertThat(problem(deep)).hasMessage(problem(existing).getMessage());
        assertThat(problem("~/Pictures/../nothing.png")).hasMessage(OUTSIDE);
        assertThat(problem("../secret.png"))
                .hasMessage(problem("../nothing.png").getMessage());
    }

    @Test
    void saysWhatIsMissingInside() {
        assertThat(problem("~/Pictures/nothing.png")).hasMessage(MISSING);
        assertThat(problem("~/Pictures/no/such.png")).hasMessage(MISSING);
        assertThat(problem("nothing.png").getMessage()).contains("give the absolute path");
        assertThat(problem("~/Pictures/nothing.png").category()).isEqualTo(Category.NOT_FOUND);
    }

    @Test
    void refusesFolders() {
        assertThat(problem("~/Pictures").getMessage()).contains("a folder, not");
    }

    @Test
    void refusesPipesWithoutWaitingForTheirOtherEnd() throws Exception {
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        assumeThat(mkfifo).as("mkfifo").exists();
        Path pipe = home.resolve("Pictures/pipe.png");
        assertThat(new ProcessBuilder(mkfifo.toString(), pipe.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(problem(pipe.toString()).getMessage()).contains("a device or a pipe");
    }

    @Test
    void refusesDevicesEvenWhereTheyAreAllowed() {
        Path device = Path.of("/dev/zero");
        assumeThat(device).as("a device file").exists();
        MediaRoots wide = new MediaRoots(List.of(Path.of("/")), home);
        MediaProblem problem = catchThrowableOfType(MediaProblem.class, () -> wide.resolve(device.toString()));

        assertThat(problem.getMessage()).contains("a device or a pipe");
    }

    @Test
    void refusesWhatIsNoPathHere() {
        List<String> texts = List.of(
                "file:",
                "file://",
                "file://server/share/a.png",
                "file:////server/a",
                "file:a.png",
                "file:///a%zz",
                "/a\0b");
        for (String text : texts) {
            assertThat(problem(text)).as(text).hasMessage("the path is not written correctly");
        }
    }

    @Test
    void survivesPathsOfAnotherSystem() {
        for (String text : List.of("C:\\Users\\a\\b.png", "c:/a.png", "\\\\server\\share\\a.png", "file:///C:/a.png")) {
            assertThat(problem(text)).as(text).isNotNull();
        }
    }

    @Test
    void allowsNothingWithoutFolders() {
        MediaRoots none = new MediaRoots(List.of(), home);

        assertThat(catchThrowableOfType(MediaProblem.class, () -> none.resolve(picture.toString())))
                .hasMessage(OUTSIDE);
    }

    @Test
    void namesNoPathOfThisMachine() {
        for (String text : List.of(secret.toString(), "~/Pictures/nothing.png", "~/Pictures", "x.png")) {
            MediaProblem problem = problem(text);
            assertThat(problem.getMessage() + problem.limit()).doesNotContain(home.toString());
        }
    }

    private MediaProblem problem(String text) {
        return catchThrowableOfType(MediaProblem.class, () -> roots.resolve(text));
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.write(path, new byte[] {1});
    }
}
