package dev.wanvideo.provider;

import java.util.Map;
import java.util.Optional;

/**
 * What a provider answers.
 *
 * @param json body
 * @param film the job whose film is the body instead, sent when it is made
 */
public record EmulatedAnswer(int status, Map<String, String> headers, String json, Optional<String> film) {
    public EmulatedAnswer {
        headers = Map.copyOf(headers);
    }

    /** JSON. */
    public static EmulatedAnswer json(int status, String json) {
        return new EmulatedAnswer(status, Map.of("Content-Type", "application/json"), json, Optional.empty());
    }

    /** The film of a job, as bytes, once it is made. */
    public static EmulatedAnswer film(String job, Map<String, String> headers) {
        return new EmulatedAnswer(200, headers, "", Optional.of(job));
    }
}
