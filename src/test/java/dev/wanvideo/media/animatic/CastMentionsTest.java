package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.media.animatic.CastMentions.Place;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CastMentionsTest {
    private static CastMentions of(String... labels) {
        return new CastMentions(Arrays.stream(labels)
                .map(label -> new CastMember(label, Role.CHARACTER, MediaKind.IMAGE, Path.of("x")))
                .toList());
    }

    @Test
    void findsNamesWhateverTheirCaseAndMark() {
        assertThat(of("Anna", "Robot").in("@anna meets ROBOT"))
                .containsExactly(new Place(0, 5, 0), new Place(12, 17, 1));
    }

    @Test
    void findsNoNameInsideAnotherWord() {
        assertThat(of("Ann").in("Anna and Hannah")).isEmpty();
        assertThat(of("Image 1").in("Image 12")).isEmpty();
    }

    @Test
    void findsNamesWithOrWithoutBlanks() {
        assertThat(of("Image 1").in("image1 then Image 1")).hasSize(2);
    }

    @Test
    void findsNamesInScriptsWithoutBlanks() {
        assertThat(of("\u5c0f\u7ea2").in("\u770b\u5c0f\u7ea2\u8d70")).containsExactly(new Place(1, 3, 0));
    }

    @Test
    void takesTheLongerOfTwoNamesAtOnePlace() {
        assertThat(of("Anna", "Anna Maria").in("Anna Maria sings")).containsExactly(new Place(0, 10, 1));
    }

    @Test
    void takesNamesLiterally() {
        assertThat(of("R2(D2)*").in("see R2(D2)* run")).hasSize(1);
        assertThat(List.of(of(".*").in("anything"))).containsExactly(List.of());
    }
}
