package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a wire understood, in the words of a recording's {@code means}.
 *
 * @param facts everything told but words and details
 */
record Understood(Map<String, String> facts, String words, Map<String, Object> details) {
    static Understood of(SubmitOutcome outcome, Optional<OutgoingRequest> door) {
        Facts facts = new Facts(outcome);
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            return facts.put("task_id", accepted.taskId()).report(accepted.report());
        }
        if (outcome instanceof SubmitOutcome.Delivered delivered) {
            return facts.report(delivered.report());
        }
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return facts.put("category", refused.category().word())
                    .put("other_door", refused.otherDoor().or(() -> door).map(OutgoingRequest::url))
                    .put("retry_after_seconds", refused.retryAfter().map(Duration::toSeconds))
                    .words(refused.message());
        }
        return facts.words(outcome instanceof SubmitOutcome.Unknown unknown ? unknown.why() : "");
    }

    static Understood of(PollOutcome outcome) {
        Facts facts = new Facts(outcome);
        if (outcome instanceof PollOutcome.Going going) {
            return facts.report(going.report());
        }
        if (outcome instanceof PollOutcome.Finished finished) {
            return facts.put("film", finished.film().toString())
                    .put("link_life_seconds", finished.linkLife().map(Duration::toSeconds))
                    .report(finished.report());
        }
        if (outcome instanceof PollOutcome.Failed failed) {
            Understood told = facts.put("category", failed.category().word())
                    .put("charged", failed.charged().word())
                    .report(failed.report());
            return new Understood(told.facts(), failed.message(), told.details());
        }
        if (outcome instanceof PollOutcome.Missing missing) {
            return facts.words(missing.message());
        }
        PollOutcome.NoAnswer none = (PollOutcome.NoAnswer) outcome;
        return facts.put("retry_after_seconds", none.retryAfter().map(Duration::toSeconds))
                .words(none.why());
    }

    static Understood of(UploadStep step) {
        Facts facts = new Facts(step);
        if (step instanceof UploadStep.Done done) {
            return facts.put("address", done.address().toString())
                    .put("lives_seconds", String.valueOf(done.lives().toSeconds()))
                    .words("");
        }
        return step instanceof UploadStep.Refused refused
                ? facts.put("category", refused.category().word())
                        .put("retry_after_seconds", refused.retryAfter().map(Duration::toSeconds))
                        .words(refused.message())
                : facts.words("");
    }

    static Understood of(CancelAnswer answer) {
        Facts facts = new Facts("Cancelled");
        return facts.put("stopped", String.valueOf(answer.stopped())).words(answer.message());
    }

    static Understood of(Optional<List<String>> ids) {
        return ids.map(told -> new Facts("Listed").put("ids", String.join(" ", told)))
                .orElseGet(() -> new Facts("NoList"))
                .words("");
    }

    /** Gathers facts, leaving out what is not told. */
    private static final class Facts {
        private final Map<String, String> facts = new TreeMap<>();

        Facts(Object outcome) {
            this(outcome.getClass().getSimpleName());
        }

        Facts(String type) {
            facts.put("type", type);
        }

        Facts put(String name, String value) {
            facts.put(name, value);
            return this;
        }

        Facts put(String name, Optional<?> value) {
            value.ifPresent(told -> facts.put(name, told.toString()));
            return this;
        }

        Understood report(ProviderReport report) {
            put("status", report.status());
            put("percent", report.percent());
            put("eta_seconds", report.etaSeconds());
            put(
                    "charged_usd",
                    report.chargedUsd().map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString));
            return new Understood(facts, "", report.details());
        }

        Understood words(String words) {
            return new Understood(facts, words, Map.of());
        }
    }
}
