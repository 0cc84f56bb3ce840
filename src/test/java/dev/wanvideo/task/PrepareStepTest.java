package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.UploadHost;
import dev.wanvideo.provider.UploadOutcome;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrepareStepTest {
    private static final Wish ALPHA = new Wish("alpha", Optional.empty());
    private static final UploadOutcome.NoAnswer SILENCE =
            new UploadOutcome.NoAnswer("it did not answer", Optional.empty());

    @TempDir
    Path folder;

    private Path photo;

    @BeforeEach
    void photograph() throws IOException {
        photo = picture("anna.png", 300);
    }

    private Path picture(String name, int side) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static String create(RemoteBench bench, String prompt, Path file, Wish wish) throws IOException {
        MediaSource source = new MediaSource.Local(file.toString());
        MediaFacts facts = new MediaFacts("image/png", Files.size(file), Optional.empty(), Optional.empty());
        return bench.create(Samples.request(prompt, source), wish, new MediaFindings(Map.of(source.text(), facts)));
    }

    @Test
    void submitsTheAddressThatTheUploadGave() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            String id = create(bench, "Anna waves", photo, ALPHA);
            assertThat(bench.row(id).outgoing().body().toString()).contains("<address of references[0].image");

            bench.step(id);

            assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.gateway.uploaded).singleElement().asString().matches("alpha [0-9a-f]{16}\\.png");
            assertThat(bench.gateway.bodies)
                    .singleElement()
                    .satisfies(body ->
                            assertThat(body).containsEntry("media", List.of("https://files.example.com/alpha-1")));
            assertThat(bench.row(id).outgoing().body())
                    .containsEntry("media", List.of("https://files.example.com/alpha-1"));
            assertThat(bench.task(id).warnings()).anyMatch(words -> words.contains("is uploaded to alpha"));
        }
    }

    @Test
    void uploadsTheSameFaceOnceForAllTasksAndAgainWhenItsAddressIsAboutToEnd() throws Exception {
        Path twin = Files.copy(photo, folder.resolve("twin.png"));
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.step(create(bench, "one", photo, ALPHA));
            bench.clock.move(Duration.ofHours(21));
            bench.step(create(bench, "two", twin, ALPHA));
            assertThat(bench.gateway.uploaded).hasSize(1);

            bench.clock.move(Duration.ofHours(2));
            bench.step(create(bench, "three", photo, ALPHA));
            assertThat(bench.gateway.uploaded).hasSize(2);
            bench.step(create(bench, "another face", picture("ben.png", 301), ALPHA));
            bench.step(create(bench, "elsewhere", photo, new Wish("beta", Optional.empty())));
            assertThat(bench.gateway.uploaded).hasSize(4);
        }
    }

    @Test
    void isPreparingWhileItUploadsAndCanBeCancelledThen() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            String id = create(bench, "Anna waves", photo, ALPHA);
            bench.gateway.uploadDoes((host, file, path) -> {
                assertThat(bench.status(id)).isEqualTo(TaskStatus.PREPARING);
                assertThat(bench.cancellation.cancel(bench.row(id)).cancelled()).isTrue();
                return bench.gateway.stored("late");
            });

            bench.step(id);

            assertThat(bench.status(id)).isEqualTo(TaskStatus.CANCELLED);
            assertThat(bench.step(id)).isEqualTo(Next.DONE);
            assertThat(bench.gateway.submitted).isEmpty();
            assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        }
    }

    @Test
    void triesAgainLaterAndGivesUpWithNothingCharged() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.uploads(SILENCE, new UploadOutcome.NoAnswer("busy", Optional.of(Duration.ofSeconds(33))));
            String id = create(bench, "Anna waves", photo, ALPHA);
            assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(2)));
            assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(33)));
            assertThat(bench.status(id)).isEqualTo(TaskStatus.PREPARING);
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);

            bench.gateway.uploads(SILENCE, SILENCE, SILENCE, SILENCE, SILENCE, SILENCE);
            String lost = create(bench, "lost", picture("ben.png", 301), ALPHA);
            for (int i = 0; i < 6; i++) {
                bench.step(lost);
            }
            assertThat(bench.status(lost)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.error(lost).category()).isEqualTo(Category.UNAVAILABLE);
            assertThat(bench.error(lost).message()).contains("it did not answer", "references[0].image", "charged");
            assertThat(bench.gateway.submitted).hasSize(1);
        }
    }

    @Test
    void aRefusalFailsTheTaskOrLetsAnotherProviderTakeIt() throws Exception {
        UploadOutcome no = new UploadOutcome.Refused(Category.INSUFFICIENT_FUNDS, "the quota of files is used up");
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.uploads(no, no);
            String asked = create(bench, "asked for", photo, ALPHA);
            bench.step(asked);
            assertThat(bench.status(asked)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.error(asked).category()).isEqualTo(Category.INSUFFICIENT_FUNDS);
            assertThat(bench.error(asked).message()).contains("quota of files", "Nothing was submitted or charged");

            String auto = create(bench, "auto", photo, Wish.ANY);
            bench.step(auto);
            assertThat(bench.task(auto).provider()).isEqualTo("beta");
            assertThat(bench.task(auto).warnings()).anyMatch(words -> words.contains("quota of files"));
            bench.gateway.answers(SubmitOutcome.Refused.of(Category.INSUFFICIENT_FUNDS, "no credit", 402));
            bench.step(auto);
            assertThat(bench.gateway.uploaded).hasSize(3).last().asString().startsWith("beta ");
            // gamma takes no files, and alpha has said no.
            assertThat(bench.status(auto)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.error(auto).message()).contains("no credit");
            assertThat(bench.task(auto).cost().charged()).isEqualTo(Charged.NO);
        }
    }

    @Test
    void uploadsAnewWhereAnotherProviderTakesOver() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(SubmitOutcome.Refused.of(Category.INSUFFICIENT_FUNDS, "no credit", 402));
            String id = create(bench, "auto", photo, Wish.ANY);
            bench.step(id);
            assertThat(bench.task(id).provider()).isEqualTo("beta");
            assertThat(bench.row(id).outgoing().body().toString())
                    .contains("<address of")
                    .contains("beta");
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.gateway.bodies.get(1)).containsEntry("media", List.of("https://files.example.com/beta-2"));
        }
    }

    @Test
    void aFileThatVanishedOrChangedFailsTheTaskWithNothingCharged() throws Exception {
        Path other = picture("other.png", 300);
        try (RemoteBench bench = new RemoteBench(folder)) {
            String vanished = create(bench, "vanished", photo, ALPHA);
            String changed = create(bench, "changed", other, ALPHA);
            Files.delete(photo);
            picture("other.png", 100);

            bench.step(vanished);
            bench.step(changed);

            assertThat(bench.error(vanished).category()).isEqualTo(Category.NOT_FOUND);
            assertThat(bench.error(vanished).message()).contains("references[0].image is", "no such file", "charged");
            assertThat(bench.error(changed).category()).isEqualTo(Category.INVALID_REQUEST);
            assertThat(bench.error(changed).message()).contains("100x100");
            assertThat(bench.task(changed).cost().charged()).isEqualTo(Charged.NO);
            assertThat(bench.gateway.uploaded).isEmpty();
            assertThat(bench.gateway.submitted).isEmpty();
        }
    }

    @Test
    void aFileThatIsAnotherOneByNowFailsTheTaskThoughItCouldBeUsed() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            String auto = create(bench, "changed", photo, Wish.ANY);
            picture("anna.png", 400);

            bench.step(auto);

            assertThat(bench.status(auto)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.error(auto).message())
                    .contains("references[0].image is " + photo)
                    .contains("the file changed since the film was ordered", "Nothing was submitted or charged");
            assertThat(bench.task(auto).cost().charged()).isEqualTo(Charged.NO);
            assertThat(bench.gateway.uploaded).isEmpty();
        }
    }

    @Test
    void twoTasksDoNotUploadTheSameFileAtOnceAndADeadOnesClaimEnds() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            String first = create(bench, "first", photo, ALPHA);
            String second = create(bench, "second", photo, ALPHA);
            bench.gateway.uploadDoes((host, file, path) -> {
                assertThat(bench.step(second)).isEqualTo(new Next.Again(Duration.ofSeconds(1)));
                throw new InterruptedException();
            });
            assertThat(bench.step(first)).isEqualTo(Next.AT_ONCE);
            assertThat(bench.gateway.uploaded).hasSize(1);
            assertThat(bench.step(second)).isEqualTo(new Next.Again(Duration.ofSeconds(1)));

            // The one that was cut off goes on at once; the other waits for it, or until its claim is over.
            bench.clock.move(Duration.ofHours(1));
            bench.step(second);
            bench.step(first);
            assertThat(bench.status(first)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.status(second)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.gateway.uploaded).hasSize(2);
        }
    }

    @Test
    void doesNotUploadAnewWhenTheSubmissionHasToWait() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(new SubmitOutcome.Refused(
                    Category.RATE_LIMITED, "too many", 429, Optional.of(Duration.ofSeconds(5)), Optional.empty()));
            String id = create(bench, "Anna waves", photo, ALPHA);
            assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(5)));
            Files.delete(photo);

            bench.step(id);

            assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.gateway.uploaded).hasSize(1);
            assertThat(bench.gateway.bodies.get(0)).isEqualTo(bench.gateway.bodies.get(1));
        }
    }

    @Test
    void aClaimEndsWithTheTaskThatMadeIt() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            String first = create(bench, "first", photo, ALPHA);
            String second = create(bench, "second", photo, ALPHA);
            bench.gateway.uploadDoes((host, file, path) -> {
                throw new InterruptedException();
            });
            bench.step(first);
            assertThat(bench.step(second)).isEqualTo(new Next.Again(Duration.ofSeconds(1)));
            bench.cancellation.cancel(bench.row(first));

            bench.step(second);

            assertThat(bench.status(second)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.gateway.uploaded).hasSize(2);
        }
    }

    @Test
    void whatASellerDoesNotTakeGoesToTheBucketOnceForAllSellers() throws Exception {
        Wish gamma = new Wish("gamma", Optional.empty());
        UploadHost bucket = UploadHost.bucket(new PictureUploads("s3.example.com films"));
        try (RemoteBench bench =
                new RemoteBench(folder, Optional.empty(), List.of("alpha", "beta", "gamma"), Optional.of(bucket))) {
            bench.step(create(bench, "no uploads of its own", photo, gamma));
            bench.step(create(bench, "the same again", photo, gamma));
            assertThat(bench.gateway.uploaded).singleElement().asString().startsWith("bucket ");
            assertThat(bench.gateway.bodies)
                    .allSatisfy(body ->
                            assertThat(body).containsEntry("media", List.of("https://files.example.com/bucket-1")));

            bench.step(create(bench, "one with its own", photo, ALPHA));
            assertThat(bench.gateway.uploaded).hasSize(2).last().asString().startsWith("alpha ");
        }
        UploadHost other = UploadHost.bucket(new PictureUploads("s3.example.com others"));
        try (RemoteBench bench =
                new RemoteBench(folder, Optional.empty(), List.of("alpha", "beta", "gamma"), Optional.of(other))) {
            bench.gateway.uploads(new UploadOutcome.Refused(Category.UNAUTHORIZED, "the bucket is not yours"));
            String id = create(bench, "another bucket knows nothing of it", photo, gamma);
            bench.step(id);
            assertThat(bench.gateway.uploaded).singleElement().asString().startsWith("bucket ");
            assertThat(bench.error(id).message())
                    .contains("your bucket, not gamma", "the bucket is not yours", "Nothing was submitted or charged");
            assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        }
    }
}
