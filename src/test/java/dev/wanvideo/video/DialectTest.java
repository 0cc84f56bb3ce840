package dev.wanvideo.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialectTest {
    /** A clip between two pictures, so that numbers per kind and numbers over all differ. */
    private static final List<Reference> CAST =
            List.of(SampleRequest.image("anna"), SampleRequest.video("ben"), SampleRequest.image("café"));

    private static String rendered(Dialect dialect, String prompt, List<Reference> cast) {
        return dialect.render(
                SampleRequest.sound().prompt(prompt).references(cast).request());
    }

    @ParameterizedTest
    @CsvSource({
        "SPACED, '@anna meets @ben at @café.', 'Image 1 meets Video 1 at Image 2.'",
        "SPACED_LATIN, '@anna meets @ben at @café.', 'Image 1 meets Video 1 at Image 2.'",
        "TIGHT, '@anna meets @ben at @café.', 'Image1 meets Video1 at Image2.'",
        "CHARACTERS, '@anna meets @ben at @café.', 'character1 meets character2 at character3.'",
        "SPACED, '图1走向视频1', '图1走向视频1'",
        "SPACED_LATIN, '图1走向视频1', 'Image 1走向Video 1'",
        "CHARACTERS, '图2 waves', 'character3 waves'",
        "TIGHT, 'character2 waves to Image 2', 'Video1 waves to Image2'",
        "CHARACTERS, 'Video 1 waves', 'character2 waves'",
        "SPACED, 'nobody waves', 'nobody waves'"
    })
    void namesEveryReferenceAsTheHostDoes(Dialect dialect, String prompt, String sent) {
        assertThat(rendered(dialect, prompt, CAST)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "SPACED, 'The reference image waves.', 'Image 1 waves.'",
        "CHARACTERS, 'The reference image waves.', 'character1 waves.'"
    })
    void numbersTheOnlyReferenceToo(Dialect dialect, String prompt, String sent) {
        assertThat(rendered(dialect, prompt, List.of(SampleRequest.image("anna"))))
                .isEqualTo(sent);
    }
}
