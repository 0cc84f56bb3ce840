package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.Violation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who takes which file, and what is said when nobody does; with the providers there are. */
final class UploadHostsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final ProviderSettings ALL = new ProviderSettings(
            CATALOGUE.ids().stream().collect(Collectors.toMap(id -> id, id -> "secret")),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Map.of());
    private static final Planner PLANNER = new Planner(CATALOGUE, ALL);
    private static final Planner WITH_BUCKET =
            new Planner(CATALOGUE, ALL, Optional.of(UploadHost.bucket(new Anything())));

    private static Reference local(MediaKind kind, String path) {
        return new Reference(Optional.of("anna"), kind, new MediaSource.Local(path), Optional.empty(), Role.CHARACTER);
    }

    private static ReferenceVideoRequest request(Reference reference) {
        return SampleRequest.sound().references(List.of(reference)).request();
    }

    private static Situation found(String path, String type) {
        MediaFacts facts = new MediaFacts(type, 2048, Optional.empty(), Optional.empty());
        return situation(new MediaFindings(Map.of(path, facts)));
    }

    private static Situation situation(MediaFindings findings) {
        return new Situation(findings, Optional.empty(), Map.of());
    }

    private static Wish only(String provider) {
        return new Wish(provider, Optional.empty());
    }

    private static Plan planned(PlanOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    private static Violation refused(PlanOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlanOutcome.Rejected.class);
        assertThat(((PlanOutcome.Rejected) outcome).refusal().category()).isEqualTo(Category.INVALID_REQUEST);
        return ((PlanOutcome.Rejected) outcome).refusal().violations().get(0);
    }

    @Test
    void aProviderWithoutUploadsRefusesAFileAndNamesThoseThatTakeIt() {
        ReferenceVideoRequest request = request(local(MediaKind.IMAGE, "/pictures/anna.png"));
        for (String id : List.of("aimlapi", "highway")) {
            Violation violation = refused(PLANNER.plan(request, only(id), found("/pictures/anna.png", "image/png")));
            assertThat(violation.field()).isEqualTo("references[0].image");
            assertThat(violation.sentence())
                    .contains("/pictures/anna.png", "an https address", "takes no uploads", "WAN_VIDEO_S3_*");
            assertThat(violation.providers()).contains("freepik", "evolink", "segmind", "dashscope", "preview");
        }
    }

    @Test
    void aProviderOfPicturesAloneRefusesAClipAndAPictureOfAnotherType() {
        ReferenceVideoRequest clip = request(local(MediaKind.VIDEO, "/clips/dance.mp4"));
        ReferenceVideoRequest bitmap = request(local(MediaKind.IMAGE, "/pictures/anna.bmp"));
        for (String id : List.of("freepik", "evolink")) {
            Violation ofClip = refused(PLANNER.plan(clip, only(id), found("/clips/dance.mp4", "video/mp4")));
            assertThat(ofClip.sentence()).contains("pictures only").doesNotContain("takes no uploads");
            assertThat(ofClip.providers()).contains("segmind", "dashscope").doesNotContain("freepik", "evolink");
            Violation ofBitmap = refused(PLANNER.plan(bitmap, only(id), found("/pictures/anna.bmp", "image/bmp")));
            assertThat(ofBitmap.providers()).contains("segmind", "dashscope").doesNotContain("freepik", "evolink");
        }
    }

    @Test
    void theChoiceFallsOnAProviderThatTakesTheFile() {
        Plan plan = planned(PLANNER.plan(
                request(local(MediaKind.VIDEO, "/clips/dance.mp4")), Wish.ANY, found("/clips/dance.mp4", "video/mp4")));

        assertThat(plan.provider().descriptor().id()).isIn("dashscope", "segmind");
        assertThat(plan.warnings()).anyMatch(words -> words.startsWith("references[0].video is uploaded to "));
        assertThat(plan.considered())
                .filteredOn(considered -> considered.provider().equals("evolink"))
                .singleElement()
                .satisfies(considered -> assertThat(considered.taken()).isFalse());
    }

    @Test
    void aBucketTakesWhatAProviderDoesNot() {
        ReferenceVideoRequest clip = request(local(MediaKind.VIDEO, "/clips/dance.mp4"));
        for (String id : List.of("aimlapi", "highway", "freepik", "evolink")) {
            Plan plan = planned(WITH_BUCKET.plan(clip, only(id), found("/clips/dance.mp4", "video/mp4")));
            assertThat(plan.warnings()).anyMatch(words -> words.contains("is uploaded to your bucket"));
            assertThat(plan.request().body().toString()).contains("<address of references[0].video");
        }
        Plan own = planned(WITH_BUCKET.plan(clip, only("segmind"), found("/clips/dance.mp4", "video/mp4")));
        assertThat(own.warnings()).anyMatch(words -> words.contains("is uploaded to Segmind"));
    }

    @Test
    void whatIsFetchedWhereItLiesIsNotUploadedUnlessItIsMended() {
        MediaSource anna = new MediaSource.Remote(URI.create("https://media.example.com/anna.png"));
        ReferenceVideoRequest request =
                request(new Reference(Optional.of("anna"), MediaKind.IMAGE, anna, Optional.empty(), Role.CHARACTER));
        MediaFacts facts = new MediaFacts("image/png", 2048, Optional.empty(), Optional.empty());

        Plan plain = planned(PLANNER.plan(request, only("segmind"), Situation.PLAIN));
        Plan mended = planned(PLANNER.plan(
                request,
                only("segmind"),
                situation(new MediaFindings(Map.of(anna.text(), facts), Set.of(anna.text())))));

        assertThat(plain.request().body().toString()).contains(anna.text());
        assertThat(UploadHosts.awaited(plain.request())).isFalse();
        assertThat(UploadHosts.awaited(mended.request())).isTrue();
        assertThat(mended.request().body().toString()).doesNotContain(anna.text());
        assertThat(refused(PLANNER.plan(
                                request,
                                only("highway"),
                                situation(new MediaFindings(Map.of(anna.text(), facts), Set.of(anna.text())))))
                        .sentence())
                .contains("no fix_media");
    }

    @Test
    void thePreviewReadsFilesWhereTheyLie() {
        Plan plan = planned(PLANNER.plan(
                request(local(MediaKind.IMAGE, "/pictures/anna.png")),
                only("preview"),
                found("/pictures/anna.png", "image/png")));

        assertThat(UploadHosts.awaited(plan.request())).isFalse();
        assertThat(plan.warnings()).noneMatch(words -> words.contains("uploaded"));
    }

    /** Takes everything. */
    private record Anything() implements Uploads {
        @Override
        public Optional<String> objection(MediaKind kind, String type, long bytes) {
            return Optional.empty();
        }

        @Override
        public UploadStep first(UploadFile file) {
            throw new UnsupportedOperationException("nothing is uploaded by a plan");
        }

        @Override
        public UploadStep next(UploadFile file, List<ApiReply> answers) {
            throw new UnsupportedOperationException("nothing is uploaded by a plan");
        }
    }
}
