package dev.wanvideo.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes every key out of what comes back: some hosts quote the key that they refuse. */
final class Redaction {
    private static final String GONE = "***";

    /** A word that is shorter, such as one that a test sets up, may be a part of an id or an address by chance. */
    private static final int SHORTEST_REAL_KEY = 16;

    private final List<String> secrets;

    Redaction(Collection<String> keys) {
        // Longest first: one key may begin with another.
        this.secrets = keys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .flatMap(key -> Stream.of(key, URLEncoder.encode(key, StandardCharsets.UTF_8)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The same text without any key. */
    String of(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, GONE);
        }
        return clean;
    }

    /** An id or an address without any key; a film that was paid for must be found by it. */
    private String handle(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = secret.length() < SHORTEST_REAL_KEY ? clean : clean.replace(secret, GONE);
        }
        return clean;
    }

    SubmitOutcome of(SubmitOutcome outcome) {
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            return new SubmitOutcome.Accepted(handle(accepted.taskId()), of(accepted.report()));
        }
        if (outcome instanceof SubmitOutcome.Delivered delivered) {
            return new SubmitOutcome.Delivered(of(delivered.report()));
        }
        if (outcome instanceof SubmitOutcome.Refused r) {
            return new SubmitOutcome.Refused(
                    r.category(), of(r.message()), r.httpStatus(), r.retryAfter(), r.otherDoor());
        }
        if (outcome instanceof SubmitOutcome.Unknown unknown) {
            return new SubmitOutcome.Unknown(of(unknown.why()), unknown.httpStatus());
        }
        return new SubmitOutcome.NotSent(of(((SubmitOutcome.NotSent) outcome).why()));
    }

    PollOutcome of(PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Going going) {
            return new PollOutcome.Going(of(going.report()));
        }
        if (outcome instanceof PollOutcome.Finished f) {
            return new PollOutcome.Finished(URI.create(handle(f.film().toString())), f.linkLife(), of(f.report()));
        }
        if (outcome instanceof PollOutcome.Failed f) {
            return new PollOutcome.Failed(f.category(), of(f.message()), f.charged(), of(f.report()));
        }
        if (outcome instanceof PollOutcome.Missing missing) {
            return new PollOutcome.Missing(of(missing.message()));
        }
        PollOutcome.NoAnswer none = (PollOutcome.NoAnswer) outcome;
        return new PollOutcome.NoAnswer(of(none.why()), none.retryAfter());
    }

    UploadOutcome of(UploadOutcome outcome) {
        if (outcome instanceof UploadOutcome.Refused no) {
            return new UploadOutcome.Refused(no.category(), of(no.message()));
        }
        return outcome instanceof UploadOutcome.NoAnswer none
                ? new UploadOutcome.NoAnswer(of(none.message()), none.retryAfter())
                : outcome;
    }

    CancelAnswer of(CancelAnswer answer) {
        return new CancelAnswer(answer.stopped(), of(answer.message()));
    }

    private ProviderReport of(ProviderReport report) {
        return new ProviderReport(
                report.status().map(this::of),
                report.percent(),
                report.etaSeconds(),
                report.chargedUsd(),
                map(report.details()));
    }

    private Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> clean = new LinkedHashMap<>();
        values.forEach((name, value) -> clean.put(of(String.valueOf(name)), value(value)));
        return clean;
    }

    private Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).toList();
        }
        String text = String.valueOf(value);
        String clean = of(text);
        return clean.equals(text) ? value : clean;
    }
}
