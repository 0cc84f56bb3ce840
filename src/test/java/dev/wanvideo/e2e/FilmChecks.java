package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** What every client must have at the end: five tools seen, a film on disk, a sheet to look at. */
final class FilmChecks {
    private static final int LARGEST_SHEET = 200 * 1024;

    private FilmChecks() {}

    static void assertFiveTools(Stream<String> names) {
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "create_reference_video", "get_task", "list_providers", "list_tasks", "cancel_task");
    }

    static Path assertFilm(Reply finished, Premises premises) {
        assertThat(finished.isError()).as(finished.text()).isFalse();
        assertThat(finished.status()).as(finished.text()).isEqualTo("succeeded");
        Path film = Path.of(finished.facts().path("video").path("path").asString(""));
        assertThat(film).isRegularFile().startsWith(premises.films());
        assertThat(finished.text()).contains(film.toString());
        assertThat(finished.facts().path("next_step").asString("")).isNotBlank();
        assertVideo(finished.facts().path("video"), film);
        assertSheet(finished.pictures());
        return film;
    }

    private static void assertVideo(JsonNode video, Path film) {
        try {
            byte[] head = Files.readAllBytes(film);
            assertThat(new String(head, 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("ftyp");
            assertThat(video.path("bytes").asLong(0)).isEqualTo(head.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSheet(List<String> pictures) {
        assertThat(pictures).hasSize(1);
        byte[] jpeg = Base64.getDecoder().decode(pictures.get(0));
        assertThat(jpeg.length).isLessThanOrEqualTo(LARGEST_SHEET);
        try {
            assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isGreaterThan(300);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
