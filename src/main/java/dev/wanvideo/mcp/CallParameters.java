package dev.wanvideo.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parameters of requests into the SDK's records. Some clients send the whole {@code arguments} as JSON text:
 * that is opened; and what cannot be turned into a record is answered in plain words instead of the mapper's.
 */
final class CallParameters implements McpJsonMapper {
    private static final String ARGUMENTS = "arguments";

    private final McpJsonMapper json;

    CallParameters(McpJsonMapper json) {
        this.json = json;
    }

    @Override
    public <T> T convertValue(Object parameters, Class<T> type) {
        try {
            return json.convertValue(readable(parameters), type);
        } catch (RuntimeException e) {
            throw refused();
        }
    }

    @Override
    public <T> T convertValue(Object parameters, TypeRef<T> type) {
        try {
            return json.convertValue(readable(parameters), type);
        } catch (RuntimeException e) {
            throw refused();
        }
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return json.writeValueAsString(value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return json.writeValueAsBytes(value);
    }

    /** The parameters with their {@code arguments} as an object. */
    static Object readable(@Nullable Object parameters) {
        if (parameters == null) {
            throw refused();
        }
        if (!(parameters instanceof Map<?, ?> call) || call.get(ARGUMENTS) == null) {
            return parameters;
        }
        Object arguments = Coercion.unwrapped(call.get(ARGUMENTS));
        Map<Object, Object> readable = new LinkedHashMap<>(call);
        // Arguments that are no object become an argument that no tool knows, so that the tool itself says so.
        readable.put(ARGUMENTS, arguments instanceof Map ? arguments : Map.of(ARGUMENTS, arguments));
        return readable;
    }

    /** The {@code arguments} of {@code tools/call} with these params. */
    static Map<String, Object> arguments(Map<String, Object> params) {
        return readable(params) instanceof Map<?, ?> call
                ? object(call.get(ARGUMENTS)).orElse(Map.of())
                : Map.of();
    }

    /** A JSON object as such. */
    static Optional<Map<String, Object>> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        members.forEach((name, member) -> object.put(String.valueOf(name), member));
        return Optional.of(object);
    }

    private static McpError refused() {
        return McpError.builder(ErrorCodes.INVALID_PARAMS)
                .message("The parameters are not those of this method; tools/call takes {name, arguments}.")
                .build();
    }
}
