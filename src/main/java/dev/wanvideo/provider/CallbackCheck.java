package dev.wanvideo.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells calls of a provider from those of anybody else, as far as the provider gives the means. */
@FunctionalInterface
public interface CallbackCheck {
    /** For a provider that signs nothing: whoever knows the address is believed to be it. */
    CallbackCheck UNSIGNED = (call, now) -> new Verdict.Genuine(Optional.empty());

    Verdict judge(Call call, Instant now);

    /**
     * A call as it came.
     *
     * @param headers by their names in small letters
     */
    record Call(Map<String, List<String>> headers, byte[] body) {
        /** The one value of a header; empty when it is absent or sent twice. */
        Optional<String> header(String name) {
            List<String> values = headers.getOrDefault(name, List.of());
            return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
        }
    }

    /** What a call proves. */
    sealed interface Verdict {
        /** @param message the id of this very call, where the provider gives it one: it must not come twice */
        record Genuine(Optional<String> message) implements Verdict {}

        /** Not the provider's, or altered, or too old. */
        record Forged() implements Verdict {}
    }
}
