package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Wan27;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsTest {
    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private final Picky picky = new Picky();

    @Test
    void whatALookFoundIsHeldAgainstTheProvidersOwnLimits() throws Exception {
        Answer opaque = create("opaque.png", BufferedImage.TYPE_INT_RGB);
        Answer clear = create("clear.png", BufferedImage.TYPE_INT_ARGB);

        assertThat(opaque.error()).as(opaque.text()).isFalse();
        assertThat(clear.error()).isTrue();
        assertThat(clear.text()).contains("references[0].image is transparent (it has an alpha channel)");
    }

    @Test
    void whatALookFoundIsThereWhenTheFilmIsPriced() throws Exception {
        create("opaque.png", BufferedImage.TYPE_INT_RGB);

        assertThat(picky.known)
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts.transparent()).hasValue(false));
    }

    private Answer create(String name, int pixels) throws IOException {
        Path picture = folder.resolve(name);
        ImageIO.write(new BufferedImage(320, 320, pixels), "png", picture.toFile());
        String file = Bench.JSON.writeValueAsString(picture.toString());
        return Bench.in(folder, tasks, new Catalogue(List.of(picky)), ProviderSettings.NONE)
                .call(
                        CREATE_REFERENCE_VIDEO,
                        "{\"prompt\":\"@anna dances\",\"references\":[{\"name\":\"anna\",\"image\":" + file
                                + "}],\"dry_run\":true}");
    }

    /** A provider that takes no alpha channel and remembers what it was told when it was asked for a price. */
    private static final class Picky implements Provider {
        private final List<MediaFacts> known = new ArrayList<>();

        @Override
        public Descriptor descriptor() {
            Constraint opaque = new CastConstraint.Media(
                    MediaKind.IMAGE,
                    List.of("image/png"),
                    20,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Wan27.SOURCE);
            return Descriptor.local("picky", "Picky", List.of(opaque), List.of(), 10);
        }

        @Override
        public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
            known.addAll(findings.facts().values());
            return Quote.FREE;
        }

        @Override
        public OutgoingRequest request(ReferenceVideoRequest request) {
            return new OutgoingRequest("POST", "https://picky.example/", Map.of());
        }
    }
}
