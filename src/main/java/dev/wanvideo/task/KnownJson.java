package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of an attempt beside the database, as JSON: what a film or its money hangs on, and nothing that a person
 * wrote. Keys are only ever added.
 */
final class KnownJson {
    private static final String ACCEPTED = "accepted";
    private static final String DELIVERED = "delivered";
    private static final String NEVER_SENT = "never_sent";

    private final JsonMapper mapper = JsonMapper.shared();

    /** Empty for what tells nothing that is worth keeping. */
    Optional<String> write(String task, String intent, Known known) {
        ObjectNode json = mapper.createObjectNode().put("task_id", task).put("intent", intent);
        if (known instanceof Known.NeverSent never) {
            return Optional.of(
                    json.put("came", NEVER_SENT).put("why", never.why()).toString());
        }
        SubmitOutcome outcome = ((Known.Answered) known).outcome();
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            json.put("came", ACCEPTED).put("provider_task_id", accepted.taskId());
            return Optional.of(told(json, accepted.report()));
        }
        return outcome instanceof SubmitOutcome.Delivered delivered
                ? Optional.of(told(json.put("came", DELIVERED), delivered.report()))
                : Optional.empty();
    }

    private static String told(ObjectNode json, ProviderReport report) {
        report.status().ifPresent(status -> json.put("status", status));
        report.chargedUsd().ifPresent(usd -> json.put("charged_usd", usd.toPlainString()));
        return json.toString();
    }

    /** Empty for what was cut off, and for what a newer release says in a way that is not understood. */
    Optional<Kept> read(String stored) {
        try {
            JsonNode json = mapper.readTree(stored);
            return known(json)
                    .map(known -> new Kept(
                            json.path("task_id").asString(), json.path("intent").asString(), known));
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Known> known(JsonNode json) {
        return switch (json.path("came").asString("")) {
            case ACCEPTED ->
                Optional.of(new Known.Answered(
                        new SubmitOutcome.Accepted(json.path("provider_task_id").asString(), report(json))));
            case DELIVERED -> Optional.of(new Known.Answered(new SubmitOutcome.Delivered(report(json))));
            case NEVER_SENT -> Optional.of(new Known.NeverSent(json.path("why").asString("")));
            default -> Optional.empty();
        };
    }

    private static ProviderReport report(JsonNode json) {
        return new ProviderReport(
                text(json, "status"),
                Optional.empty(),
                Optional.empty(),
                text(json, "charged_usd").map(BigDecimal::new),
                Map.of());
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** @param intent the key of the intent that it is about */
    record Kept(String task, String intent, Known known) {}
}
