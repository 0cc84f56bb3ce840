package dev.wanvideo.mcp;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadStep;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Wan27;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A paid provider that exists only in tests: 0.10 or 0.15 US dollars a second. */
final class DearProvider implements Provider {
    private BigDecimal factor = BigDecimal.ONE;
    private boolean hidden;

    /** From now on it takes twice as much. */
    void rises() {
        factor = BigDecimal.valueOf(2);
    }

    /** From now on it tells no price. */
    void hidesItsPrice() {
        hidden = true;
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "dear",
                "Dear Films",
                Optional.of("DEAR_API_KEY"),
                Wan27.ALL,
                List.of("voice"),
                180,
                Execution.REMOTE,
                Optional.empty());
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        String perSecond = request.format().resolution() == Resolution.P1080 ? "0.15" : "0.10";
        BigDecimal seconds = BigDecimal.valueOf(request.format().seconds());
        return hidden
                ? Quote.UNKNOWN
                : Quote.exactly(new BigDecimal(perSecond).multiply(seconds).multiply(factor));
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest(
                "POST",
                "https://api.dear.example/films",
                Map.of("prompt", request.prompt(), "seed", request.seed().orElse(0L)));
    }

    @Override
    public Optional<Uploads> uploads() {
        return Optional.of(new Anything());
    }

    /** Takes every file, in tests that upload none. */
    private record Anything() implements Uploads {
        @Override
        public Optional<String> objection(MediaKind kind, String type, long bytes) {
            return Optional.empty();
        }

        @Override
        public UploadStep first(UploadFile file) {
            throw new UnsupportedOperationException("nothing is uploaded here");
        }

        @Override
        public UploadStep next(UploadFile file, List<ApiReply> answers) {
            throw new UnsupportedOperationException("nothing is uploaded here");
        }
    }
}
