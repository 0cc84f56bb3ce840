package dev.wanvideo.provider;

import dev.wanvideo.http.ApiBody;
import dev.wanvideo.http.ApiCall;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiOutcome;
import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Carries an upload out, call after call. Nothing of it costs money, so whatever went wrong may be tried again. */
final class UploadCalls {
    private static final Logger LOG = LoggerFactory.getLogger(UploadCalls.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What the slowest line carries that is worth waiting for. */
    private static final long BYTES_A_SECOND = 100_000;

    private static final int MOST_CALLS = 8;

    private final ApiClient http;
    private final Clock clock;

    UploadCalls(ApiClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** How long one call with this many bytes may take. */
    static Duration patience(long bytes) {
        return PATIENCE.plusSeconds(bytes / BYTES_A_SECOND);
    }

    /** @param key headers that carry the account's key, for the host itself */
    UploadOutcome carriedOut(UploadHost host, Map<String, String> key, UploadFile file, Path path)
            throws InterruptedException {
        Instant begun = clock.instant();
        List<ApiReply> answers = new ArrayList<>();
        try {
            UploadStep step = host.uploads().first(file);
            while (step instanceof UploadStep.Call next && answers.size() < MOST_CALLS) {
                ApiOutcome outcome = http.call(call(next.call(), key, file, path));
                if (!(outcome instanceof ApiOutcome.Answered answered)) {
                    return new UploadOutcome.NoAnswer(host.name() + " " + unanswered(outcome), Optional.empty());
                }
                answers.add(answered.reply());
                step = host.uploads().next(file, List.copyOf(answers));
            }
            return ended(host, step, begun);
        } catch (RuntimeException e) {
            LOG.warn("An upload to {} could not be written or its answer not be read", host.id());
            return new UploadOutcome.Refused(
                    Category.PROTOCOL, host.name() + " answered an upload with what could not be understood");
        }
    }

    private static String unanswered(ApiOutcome outcome) {
        return outcome instanceof ApiOutcome.NotSent none
                ? "could not be reached for an upload: " + none.why()
                : "did not answer an upload: " + ((ApiOutcome.Broken) outcome).why();
    }

    private static UploadOutcome ended(UploadHost host, UploadStep step, Instant begun) {
        if (step instanceof UploadStep.Done done) {
            return new UploadOutcome.Stored(done.address(), begun.plus(done.lives()));
        }
        if (step instanceof UploadStep.Refused no) {
            boolean passes = switch (no.category()) {
                case RATE_LIMITED, UNAVAILABLE, TIMEOUT -> true;
                case INVALID_REQUEST,
                        UNSUPPORTED,
                        UNAUTHORIZED,
                        INSUFFICIENT_FUNDS,
                        OVER_BUDGET,
                        CONTENT_REFUSED,
                        NOT_FOUND,
                        OUTCOME_UNKNOWN,
                        PROTOCOL -> false;
            };
            return passes
                    ? new UploadOutcome.NoAnswer(no.message(), no.retryAfter())
                    : new UploadOutcome.Refused(no.category(), no.message());
        }
        return new UploadOutcome.Refused(Category.PROTOCOL, host.name() + " asked for ever more calls for one upload");
    }

    private static ApiCall call(OutgoingUpload call, Map<String, String> key, UploadFile file, Path path) {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        if (call.withKey()) {
            headers.putAll(key);
        }
        ApiBody.Stored stored = new ApiBody.Stored(path, file.bytes(), file.sha256());
        return new ApiCall(
                call.method(),
                URI.create(call.url()),
                headers,
                body(call.body(), file, stored),
                patience(file.bytes()));
    }

    private static ApiBody body(UploadBody body, UploadFile file, ApiBody.Stored stored) {
        if (body instanceof UploadBody.Json json) {
            return new ApiBody.Json(JSON.writeValueAsString(json.values()));
        }
        if (body instanceof UploadBody.File) {
            return new ApiBody.Raw(stored);
        }
        return body instanceof UploadBody.Form form
                ? new ApiBody.Form(form.fields(), form.fileField(), file.name(), file.type(), stored)
                : ApiBody.NONE;
    }
}
