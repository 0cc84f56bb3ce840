package dev.wanvideo.firsttry;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a model did with what a person said.
 *
 * @param id of the request
 * @param calls in their order, up to the first film that was asked for
 */
record Attempt(String id, List<Call> calls) {
    static Attempt of(JsonNode json) {
        return new Attempt(
                json.path("id").asString(),
                json.path("calls").values().stream().map(Call::of).toList());
    }

    /** The call that counts: the first for a film, else the last one; empty when the model called nothing. */
    Optional<Call> decisive() {
        return calls.stream()
                .filter(Call::creates)
                .findFirst()
                .or(() -> calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1)));
    }
}
