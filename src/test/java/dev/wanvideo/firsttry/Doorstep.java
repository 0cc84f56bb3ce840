package dev.wanvideo.firsttry;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where a call for a film is looked at and nothing is made. */
public interface Doorstep {
    /** What the server has against these arguments; empty when it would make the film. */
    Optional<String> objection(JsonNode arguments);
}
