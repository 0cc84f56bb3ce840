package dev.wanvideo.firsttry;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something a person says.
 *
 * @param files that are there, below the home folder
 * @param facts what a right call has
 */
record Request(String id, String say, List<String> files, List<Fact> facts) {
    static Request of(JsonNode json, Doorstep server) {
        return new Request(
                json.path("id").asString(),
                json.path("say").asString(),
                json.path("files").values().stream().map(JsonNode::asString).toList(),
                Fact.all(json.path("facts"), server));
    }

    /** What is wrong about an attempt at it. */
    List<String> misses(Attempt attempt) {
        return facts.stream().flatMap(fact -> fact.miss(attempt).stream()).toList();
    }
}
