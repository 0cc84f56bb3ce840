package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.MISSING_CLIENT_CAPABILITY;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions of the fixture in the stateless era: asked and sealed as the product's tools ask, in rounds. */
final class FixtureRounds {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String ROUND = "round";

    /** What comes when nothing is left to ask. */
    interface Ending {
        Map<String, Object> reached() throws ProtocolError;
    }

    private final JsonMapper json = new JsonMapper();
    private final JsonNode script;
    private final RequestStates states = new RequestStates(
            () -> "a secret of the fixture's own".getBytes(StandardCharsets.UTF_8), Clock.systemUTC());

    /** @param script by the name of the tool or prompt, what it asks in each round */
    FixtureRounds(JsonNode script) {
        this.script = script;
    }

    /** The answer when everything was responded to, else the next questions. */
    Map<String, Object> call(StatelessRequest request, String name, Ending answer) throws ProtocolError {
        JsonNode asked = script.path(name);
        String digest = CallDigest.of(Principal.LOCAL, request.method(), name, Map.of());
        int round = round(request, digest);
        if (responded(request, asked.path(round))) {
            round++;
        }
        if (round >= asked.size()) {
            return answer.reached();
        }
        return ask(request, name, asked.path(round), states.seal(digest, Map.of(ROUND, round)));
    }

    /** A tool that keeps nothing between rounds takes responses without a state, which is then that of the first. */
    private int round(StatelessRequest request, String digest) throws ProtocolError {
        if (!(request.params().get("requestState") instanceof String sealed)) {
            return 0;
        }
        Optional<Map<String, Object>> state = states.open(digest, sealed);
        if (state.isPresent() && state.get().get(ROUND) instanceof Number round) {
            return round.intValue();
        }
        throw new ProtocolError(INVALID_PARAMS, "requestState was altered");
    }

    private static boolean responded(StatelessRequest request, JsonNode questions) throws ProtocolError {
        Object responses = request.params().get("inputResponses");
        if (responses == null) {
            return false;
        }
        if (!(responses instanceof Map<?, ?> given)) {
            throw new ProtocolError(INVALID_PARAMS, "params.inputResponses must be an object");
        }
        return questions.propertyNames().stream().anyMatch(name -> given.get(name) instanceof Map)
                && questions.propertyNames().stream()
                        .allMatch(name -> given.get(name) instanceof Map || name.endsWith("_input"));
    }

    /** Leaves out what the client cannot be asked where something else can; where nothing can, it says so. */
    private Map<String, Object> ask(StatelessRequest request, String name, JsonNode questions, String sealed)
            throws ProtocolError {
        Map<String, InputRequest> all = new LinkedHashMap<>();
        questions.properties().forEach(question -> all.put(question.getKey(), question(question.getValue())));
        Map<String, Object> missing = new InputRequired(all, Map.of()).missingFrom(request.capabilities());
        if (name.endsWith("_capabilities")) {
            all.values()
                    .removeIf(question ->
                            question.missingFrom(request.capabilities()).isPresent());
        } else if (!missing.isEmpty()) {
            throw new ProtocolError(
                    MISSING_CLIENT_CAPABILITY,
                    "The client cannot be asked this",
                    Map.of("requiredCapabilities", missing));
        }
        return new InputRequired(all, Map.of()).result(sealed);
    }

    private InputRequest question(JsonNode question) {
        return new InputRequest(question.path("method").asString(), json.convertValue(question.path("params"), OBJECT));
    }
}
