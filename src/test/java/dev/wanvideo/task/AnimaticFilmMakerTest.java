package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.media.SpareMemory;
import dev.wanvideo.media.animatic.Animatic;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Switches;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnimaticFilmMakerTest {
    @TempDir
    private Path temp;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()));
    private Path folder;
    private Path picture;

    @BeforeEach
    void draw() throws IOException {
        folder = temp.toRealPath();
        picture = folder.resolve("anna.gif");
        ImageIO.write(new BufferedImage(300, 240, BufferedImage.TYPE_INT_RGB), "gif", picture.toFile());
    }

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void mendsInAnotherProcessThanTheOneThatWasAsked() throws Exception {
        Task done = madeAfterARestart(true);
        assertThat(done.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
        assertThat(picture).exists();
    }

    @Test
    void mendsNothingUnasked() throws Exception {
        Task done = madeAfterARestart(false);
        assertThat(done.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(done.outcome().error().orElseThrow().message())
                .startsWith("references[0].image is " + picture + ": ")
                .contains("fix_media: true would mend it");
    }

    private Task madeAfterARestart(boolean fixMedia) throws InterruptedException {
        TaskSettings settings = Samples.settings(folder);
        String id;
        SteeredFilms cutOff = new SteeredFilms();
        try (TaskHouse asked = TaskHouse.open(settings, List.of(Samples.ACCOUNT), cutOff)) {
            id = Samples.created(asked.create(film(fixMedia))).id();
            cutOff.awaitBegun();
        }
        try (Scratch scratch = new Scratch(folder.resolve("scratch"))) {
            ReferenceFiles files = new ReferenceFiles(new MediaRoots(List.of(folder), folder), fetcher, scratch);
            FilmMaker films =
                    new AnimaticFilmMaker(files, new Animatic(folder.resolve("letters")), new SpareMemory(() -> {}));
            try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), films)) {
                return house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
            }
        }
    }

    private NewTask film(boolean fixMedia) {
        Switches unsaid = Switches.UNSAID;
        ReferenceVideoRequest request = new ReferenceVideoRequest(
                "Anna waves",
                Optional.empty(),
                List.of(new Reference(
                        Optional.of("Anna"),
                        MediaKind.IMAGE,
                        new MediaSource.Local(picture.toString()),
                        Optional.empty(),
                        Role.CHARACTER)),
                Optional.empty(),
                new Format(AspectRatio.WIDE, Resolution.P720, 2),
                Optional.of(7L),
                new Switches(
                        unsaid.promptExpansion(), unsaid.audio(), unsaid.shotType(), unsaid.watermark(), fixMedia));
        Provider provider = new Samples.FixedProvider(Quote.FREE);
        Plan plan = new Plan(provider, Quote.FREE, List.of(), provider.request(request), List.of());
        return new NewTask(request, "sha", plan, Optional.empty(), List.of(), Wish.ANY, MediaFindings.NONE);
    }
}
