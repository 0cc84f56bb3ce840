package dev.wanvideo.provider;

import dev.wanvideo.http.ApiCall;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiOutcome;
import dev.wanvideo.http.ApiReply;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks providers what costs nothing to ask again: polls, lists, requests to stop. */
final class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient http;

    Looks(ApiClient http) {
        this.http = http;
    }

    /** Asks the question that the wire has, if it has one. */
    <T> Look<T> ask(Seller seller, Function<Wire, Optional<OutgoingRequest>> question, Look.Reading<T> reading)
            throws InterruptedException {
        Optional<String> missing = seller.missing();
        if (missing.isPresent()) {
            return Look.failed(missing.get());
        }
        Optional<ApiCall> call;
        try {
            call = question.apply(seller.wire()).map(request -> seller.call(request, PATIENCE));
        } catch (RuntimeException e) {
            return Look.failed("The question to " + seller.name() + " could not be written");
        }
        return call.isEmpty()
                ? Look.failed(seller.name() + " offers no call for this")
                : answered(seller, http.call(call.get()), reading);
    }

    private static <T> Look<T> answered(Seller seller, ApiOutcome outcome, Look.Reading<T> reading) {
        if (outcome instanceof ApiOutcome.NotSent none) {
            return Look.failed(seller.name() + " was not reached: " + none.why());
        }
        if (outcome instanceof ApiOutcome.Broken broken) {
            return Look.failed(seller.name() + " did not answer: " + broken.why());
        }
        ApiReply reply =
                outcome instanceof ApiOutcome.Saved saved ? saved.reply() : ((ApiOutcome.Answered) outcome).reply();
        try {
            return new Look<>(Optional.of(reading.read(seller.wire(), reply)), "", reply.status());
        } catch (RuntimeException e) {
            LOG.warn("An answer of {} could not be read; its status was {}.", seller.name(), reply.status());
            return new Look<>(
                    Optional.empty(), "The answer of " + seller.name() + " could not be understood", reply.status());
        }
    }
}
