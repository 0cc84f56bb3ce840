package dev.wanvideo.provider.segmind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SegmindProviderTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Provider SEGMIND = new SegmindProvider();
    private static final SampleRequest SOUND = SampleRequest.sound();
    private static final Map<String, String> HEADERS = Map.of("content-type", "application/json", "x-api-key", "k");

    @Test
    void quotesFilmSecondsAlone() {
        SampleRequest clip = SOUND.references(SampleRequest.references(1, 1)).seconds(10);

        assertThat(SEGMIND.quote(SOUND.request(), MediaFindings.NONE))
                .isEqualTo(Quote.exactly(new BigDecimal("0.625")));
        assertThat(SEGMIND.quote(clip.format(AspectRatio.WIDE, Resolution.P1080).request(), MediaFindings.NONE))
                .isEqualTo(Quote.exactly(new BigDecimal("1.875")));
    }

    @Test
    void takesOneVoiceWhicheverReferenceHasIt() {
        assertThat(violations(SOUND.references(List.of(SampleRequest.image(""), voiced()))))
                .isEmpty();
        assertThat(violations(SOUND.references(List.of(voiced(), voiced()))))
                .extracting(Violation::field)
                .containsExactly("references[1].voice");
    }

    @Test
    void warnsThatTheVoiceBelongsToNobodyAndThatAPictureIsWanted() {
        assertThat(SEGMIND.warnings(SOUND.references(List.of(voiced())).request()))
                .isEmpty();
        assertThat(SEGMIND.warnings(SOUND.references(List.of(voiced(), SampleRequest.image("")))
                        .request()))
                .singleElement()
                .asString()
                .contains("one voice");
        assertThat(SEGMIND.warnings(
                        SOUND.references(SampleRequest.references(0, 1)).request()))
                .singleElement()
                .asString()
                .contains("sample picture");
    }

    @Test
    void hasOnlyTheShapeThatTheModelMakesUnasked() {
        assertThat(violations(SOUND.format(AspectRatio.TALL, Resolution.P720)))
                .extracting(Violation::field)
                .containsExactly("aspect_ratio");
    }

    @Test
    void opensTheBlockingDoorOnlyWhereTheQueueIsNotThere() {
        Wire wire = SEGMIND.wire().orElseThrow();
        OutgoingRequest queued = SEGMIND.request(SOUND.request());
        OutgoingRequest blocking = wire.otherDoor(queued, reply(404)).orElseThrow();

        assertThat(blocking.url()).isEqualTo("https://api.segmind.com/v1/wan2.7-r2v");
        assertThat(blocking.body()).isEqualTo(queued.body());
        assertThat(wire.blocking(blocking)).isTrue();
        assertThat(wire.blocking(queued)).isFalse();
        assertThat(wire.otherDoor(blocking, reply(404))).isEmpty();
        for (int status : List.of(200, 400, 401, 403, 405, 406, 410, 422, 429, 500, 502, 503, 504)) {
            assertThat(wire.otherDoor(queued, reply(status))).as("%d", status).isEmpty();
        }
    }

    @Test
    void answersTheBlockingCallWithTheFilmAndItsCost() {
        EmulatedAnswer answer = post(SegmindWire.BLOCKING, HEADERS, new OneJob(Phase.WAITING));

        assertThat(answer.film()).contains(OneJob.ID);
        SubmitOutcome outcome = SEGMIND.wire().orElseThrow().submitted(ApiReply.of(200, answer.headers(), ""));
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Delivered.class, delivered -> {
            assertThat(delivered.report().chargedUsd()).contains(new BigDecimal("0.625"));
            assertThat(delivered.report().details()).containsEntry("request_id", OneJob.ID);
        });
    }

    @Test
    void losesNoAddressOfAFilmOverAnIdInTheHead() {
        String film = "https://images.segmind.com/assets/film.mp4?signature=" + "0123456789abcdef".repeat(40);
        Map<String, String> headers = Map.of("content-type", "application/json", "x-request-id", "r-1");
        Wire wire = SEGMIND.wire().orElseThrow();

        assertThat(wire.submitted(ApiReply.of(200, headers, "{\"video\":{\"url\":\"" + film + "\"}}")))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Unknown.class,
                        unknown -> assertThat(unknown.why()).endsWith(film));
        assertThat(wire.submitted(ApiReply.of(200, headers, "{\"status\":\"QUEUED\"}")))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Accepted.class,
                        accepted -> assertThat(accepted.taskId()).isEqualTo("r-1"));
    }

    @Test
    void answersTheQueueWithAnIdAndAddressesUnderWhichItWasCalled() {
        EmulatedAnswer answer = post(SegmindWire.QUEUED, HEADERS, new OneJob(Phase.WAITING));

        assertThat(answer.film()).isEmpty();
        assertThat(answer.json()).contains("\"request_id\":\"" + OneJob.ID + "\"", "http://127.0.0.1:8099/segmind/v2/");
    }

    @Test
    void tellsTheStateAloneWhereOnlyTheStateIsAskedFor() {
        String path = SegmindWire.REQUESTS + OneJob.ID;

        EmulatedAnswer whole = get(path, Phase.FAILED);
        EmulatedAnswer brief = get(path + "/status", Phase.FAILED);
        assertThat(whole.status()).isEqualTo(422);
        assertThat(whole.json()).contains("error");
        assertThat(brief.status()).isEqualTo(200);
        assertThat(brief.json()).contains("FAILED").doesNotContain("error");
    }

    @Test
    void refusesAWrongContentTypeAndAWrongMethodInItsOwnWay() {
        assertThat(post(SegmindWire.QUEUED, Map.of("x-api-key", "k"), new OneJob(Phase.WAITING))
                        .status())
                .isEqualTo(406);
        EmulatedAnswer wrong = get(SegmindWire.QUEUED, Phase.WAITING);
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.headers()).containsEntry("Content-Type", "text/html");
    }

    private static EmulatedAnswer post(String path, Map<String, String> headers, EmulatedJobs jobs) {
        String body = JSON.writeValueAsString(SEGMIND.request(SOUND.request()).body());
        return SEGMIND.emulated().orElseThrow().answer(call("POST", path, headers, body), jobs);
    }

    private static EmulatedAnswer get(String path, Phase phase) {
        return SEGMIND.emulated().orElseThrow().answer(call("GET", path, HEADERS, ""), new OneJob(phase));
    }

    private static EmulatedCall call(String method, String path, Map<String, String> headers, String body) {
        return new EmulatedCall(method, path, Map.of(), headers, body, "http://127.0.0.1:8099/segmind");
    }

    private static ApiReply reply(int status) {
        return ApiReply.of(status, Map.of("content-type", "application/json"), "{\"error\":\"Model not found\"}");
    }

    private static List<Violation> violations(SampleRequest sample) {
        return RequestCheck.ofConstraints(sample.request(), SEGMIND.descriptor().constraints());
    }

    private static Reference voiced() {
        MediaSource media = new MediaSource.Remote(URI.create("https://example.com/a"));
        return new Reference(Optional.empty(), MediaKind.IMAGE, media, Optional.of(media), Role.CHARACTER);
    }

    /** An account with room for one film, in this state. */
    private record OneJob(Phase phase) implements EmulatedJobs {
        static final String ID = "5f0d3c51-6f7e-4c40-8e2c-3f0b4d1a9c77";

        @Override
        public Job accept(Order order) {
            return job(order);
        }

        @Override
        public Optional<Job> find(String id) {
            Order order = SegmindOrders.order(JSON.readTree("{}"), Optional.empty());
            return Optional.of(job(order)).filter(job -> job.id().equals(id));
        }

        private Job job(Order order) {
            Optional<Failure> failure =
                    Optional.of(new Failure(false, "out of memory")).filter(f -> phase == Phase.FAILED);
            return new Job(ID, phase, 0, 1_795_168_800L, Optional.empty(), Optional.empty(), failure, order);
        }

        @Override
        public List<Job> latest() {
            return List.of();
        }

        @Override
        public String addressOf(String name) {
            throw new AssertionError("kept " + name);
        }

        @Override
        public void keep(String address, String type, byte[] content) {
            throw new AssertionError("kept " + address);
        }

        @Override
        public boolean holds(String address) {
            return false;
        }

        @Override
        public boolean cancel(String id) {
            return false;
        }
    }
}
