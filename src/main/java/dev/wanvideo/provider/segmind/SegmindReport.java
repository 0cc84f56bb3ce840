package dev.wanvideo.provider.segmind;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.Replies;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what Segmind tells of a film beside its state: in headers of the blocking call, in {@code metrics} else. */
final class SegmindReport {
    private static final List<String> METRICS =
            List.of("inference_time", "queue_time", "total_time", "remaining_credits", "retry_count");

    private SegmindReport() {}

    static ProviderReport ofHeaders(ApiReply reply) {
        Map<String, Object> details = new HashMap<>();
        keep(details, "remaining_credits", reply.header("x-remaining-credits"));
        keep(details, "generation_time", reply.header("x-generation-time"));
        keep(details, "seed_value", reply.header("x-seed-value"));
        keep(details, "request_id", reply.header("x-request-id"));
        return new ProviderReport(
                Optional.empty(),
                Optional.of(100),
                Optional.empty(),
                reply.header("x-cost").flatMap(SegmindReport::amount),
                details);
    }

    static ProviderReport ofBody(JsonNode json) {
        Map<String, Object> details = new HashMap<>();
        METRICS.forEach(name -> number(json, name).ifPresent(value -> details.put(name, value)));
        Optional<String> status = Replies.text(json, "status").map(Replies::quoted);
        return new ProviderReport(
                status,
                status.filter("COMPLETED"::equals).map(done -> 100),
                Optional.empty(),
                number(json, "cost").filter(usd -> usd.signum() >= 0),
                details);
    }

    private static void keep(Map<String, Object> details, String name, Optional<String> value) {
        value.map(Replies::quoted).filter(text -> !text.isEmpty()).ifPresent(text -> details.put(name, text));
    }

    private static Optional<BigDecimal> number(JsonNode json, String name) {
        return Replies.text(json, "metrics", name).flatMap(SegmindReport::amount);
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.strip().matches("\\d{1,9}(\\.\\d{1,12})?")
                ? Optional.of(new BigDecimal(text.strip()))
                : Optional.empty();
    }
}
