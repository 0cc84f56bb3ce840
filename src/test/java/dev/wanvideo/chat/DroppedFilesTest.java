package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DroppedFilesTest {
    @TempDir
    Path home;

    private Path anna;
    private Path cafe;

    @BeforeEach
    void files() throws IOException {
        anna = Files.createFile(
                Files.createDirectories(home.resolve("My Pictures")).resolve("anna.png"));
        cafe = Files.createFile(home.resolve("cafe.png"));
    }

    @Test
    void findsAPathInSingleAndInDoubleQuotes() {
        assertThat(in("Anna is '" + anna + "', the place \"" + cafe + "\".").files())
                .containsExactly(anna, cafe);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void findsAPathWithEscapedBlanks() {
        assertThat(in(anna.toString().replace(" ", "\\ ") + " waves").files()).containsExactly(anna);
    }

    @Test
    void findsAFileAddressWithItsBlanksEncoded() {
        assertThat(in("take " + anna.toUri() + " please").files()).containsExactly(anna);
        assertThat(in(anna.toUri().toString().replace("file:///", "file://localhost/"))
                        .files())
                .containsExactly(anna);
    }

    @Test
    void findsAPathFromTheHomeFolder() {
        assertThat(in("Anna (~/cafe.png) waves").files()).containsExactly(cafe);
    }

    @Test
    void findsANameInTheFolderWhereTheChatWasStarted() {
        assertThat(in("cafe.png at dusk; also ./cafe.png").files()).containsExactly(cafe);
    }

    @Test
    void leavesTheEndOfASentenceOutOfAPath() {
        assertThat(in("Who is on " + cafe + "?").files()).containsExactly(cafe);
        assertThat(in("(see " + cafe + ").").text()).startsWith("(see \"" + cafe + "\").");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void findsAPathWithAnApostropheWhetherQuotedOrNot() throws IOException {
        Path mine = Files.createFile(home.resolve("anna's.png"));
        assertThat(in("'" + home + "/anna'\\''s.png'").files()).containsExactly(mine);
        assertThat(in(mine + " and Bob's hat").files()).containsExactly(mine);
    }

    @Test
    void tellsTheModelTheAbsolutePathAndListsItBelow() {
        DroppedFiles.Message message = in("@cafe=~/cafe.png at dusk");
        assertThat(message.text()).isEqualTo("@cafe=\"" + cafe + "\" at dusk\nLocal file: " + cafe);
    }

    @Test
    void leavesWebAddressesAndWordsAsTheyAre() {
        for (String line : List.of(
                "use https://example.org/cafe.png and that's it",
                "Anna's \"hello\" isn't either/or; 24/7, 1.5 s, and/or",
                "Shot 1 [0-2s] /wave/ 'yes'")) {
            DroppedFiles.Message message = in(line);
            assertThat(message.text()).isEqualTo(line);
            assertThat(message.files()).isEmpty();
            assertThat(message.missing()).isEmpty();
        }
    }

    @Test
    void namesAPictureThatIsNotThere() {
        assertThat(in("take ~/gone.png and /nowhere/at all").missing()).containsExactly("~/gone.png");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(in("all of " + home + "/").files()).isEmpty();
    }

    private DroppedFiles.Message in(String line) {
        return new DroppedFiles(home, home).in(line);
    }
}
