package dev.wanvideo.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tokens as they are written into their file; members that a newer release adds are passed over. */
public final class TokenBookJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String TOKENS = "tokens";

    private TokenBookJson() {}

    public static String write(TokenBook book) {
        return JSON.writeValueAsString(Map.of(
                        TOKENS, book.tokens().stream().map(TokenBookJson::facts).toList()))
                + "\n";
    }

    /** @throws IllegalArgumentException when it is no file of tokens */
    public static TokenBook read(String text) {
        try {
            JsonNode listed = JSON.readTree(text).path(TOKENS);
            if (!listed.isArray()) {
                throw new IllegalArgumentException("there is no list of tokens");
            }
            List<StaticToken> tokens = new ArrayList<>();
            for (JsonNode one : listed) {
                tokens.add(token(one));
            }
            return new TokenBook(tokens);
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("it cannot be read", e);
        }
    }

    private static Map<String, Object> facts(StaticToken token) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", token.id());
        facts.put("name", token.name());
        facts.put("scope", Scope.words(token.scopes()));
        facts.put("sha256", token.sha256());
        facts.put("created", token.created().toString());
        token.expires().ifPresent(until -> facts.put("expires", until.toString()));
        return facts;
    }

    private static StaticToken token(JsonNode one) {
        return new StaticToken(
                one.required("id").asString(),
                one.required("name").asString(),
                Scope.named(List.of(one.required("scope").asString().split(" "))),
                one.required("sha256").asString(),
                Instant.parse(one.required("created").asString()),
                one.hasNonNull("expires")
                        ? Optional.of(Instant.parse(one.get("expires").asString()))
                        : Optional.empty());
    }
}
