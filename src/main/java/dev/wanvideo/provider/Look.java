package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import java.util.Optional;

/**
 * What a question came to that costs nothing to ask again.
 *
 * @param meaning of the answer; empty when none came, or none that could be read
 * @param why there is no meaning
 * @param status of the answer; 0 when none came
 */
record Look<T>(Optional<T> meaning, String why, int status) {
    /** One that brought no answer. */
    static <T> Look<T> failed(String why) {
        return new Look<>(Optional.empty(), why, 0);
    }

    /** How a wire reads an answer. */
    interface Reading<T> {
        T read(Wire wire, ApiReply reply);
    }
}
