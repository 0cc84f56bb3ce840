package dev.wanvideo.provider;

import dev.wanvideo.http.ApiCall;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiOutcome;
import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.SubmitOutcome.Delivered;
import dev.wanvideo.provider.SubmitOutcome.NotSent;
import dev.wanvideo.provider.SubmitOutcome.Unknown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends submissions, each once. What an answer means is told by the wire; all else is told here, and so that money comes
 * first: not sent only where that is certain, unknown wherever it is not.
 */
final class Submissions {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long LONGEST_FILM = 2L << 30;

    private final ApiClient http;

    Submissions(ApiClient http) {
        this.http = http;
    }

    SubmitOutcome send(Seller seller, OutgoingRequest request, Path film) throws InterruptedException {
        Optional<String> missing = seller.missing();
        if (missing.isPresent()) {
            return new NotSent(missing.get());
        }
        boolean blocking;
        ApiCall call;
        try {
            blocking = seller.wire().blocking(request);
            call = seller.call(request, blocking ? ProviderGateway.LONGEST_SUBMISSION : PATIENCE);
        } catch (RuntimeException e) {
            return new NotSent("The request to " + seller.name() + " could not be written");
        }
        return came(seller, request, blocking ? http.call(call, film, LONGEST_FILM) : http.call(call));
    }

    private static SubmitOutcome came(Seller seller, OutgoingRequest request, ApiOutcome outcome) {
        if (outcome instanceof ApiOutcome.NotSent none) {
            return new NotSent("Nothing was sent to " + seller.name() + ": " + none.why());
        }
        if (outcome instanceof ApiOutcome.Broken broken) {
            return new Unknown(
                    "Nobody can tell whether " + seller.name() + " took it on: " + broken.why(), Optional.empty());
        }
        if (outcome instanceof ApiOutcome.Saved saved) {
            // The film is there, whatever the wire makes of the head.
            SubmitOutcome meant = meaning(seller, request, saved.reply());
            return meant instanceof Delivered ? meant : new Delivered(ProviderReport.NONE);
        }
        SubmitOutcome meant = meaning(seller, request, ((ApiOutcome.Answered) outcome).reply());
        return meant instanceof Delivered
                ? new Unknown(
                        seller.name() + " sent a film where none was asked for; it was not kept", Optional.of(200))
                : meant;
    }

    private static SubmitOutcome meaning(Seller seller, OutgoingRequest request, ApiReply reply) {
        try {
            SubmitOutcome meant = seller.wire().submitted(reply);
            if (meant instanceof SubmitOutcome.Accepted accepted
                    && accepted.taskId().isBlank()) {
                return new Unknown(seller.name() + " gave no task id to ask for", Optional.of(reply.status()));
            }
            return meant instanceof SubmitOutcome.Refused no ? withDoor(seller, request, reply, no) : meant;
        } catch (RuntimeException e) {
            LOG.warn("An answer of {} could not be read; its status was {}.", seller.name(), reply.status());
            return new Unknown(
                    "The answer of " + seller.name() + " could not be understood", Optional.of(reply.status()));
        }
    }

    private static SubmitOutcome withDoor(
            Seller seller, OutgoingRequest request, ApiReply reply, SubmitOutcome.Refused no) {
        Optional<OutgoingRequest> door = seller.wire().otherDoor(request, reply).or(no::otherDoor);
        return new SubmitOutcome.Refused(no.category(), no.message(), no.httpStatus(), no.retryAfter(), door);
    }
}
