package dev.wanvideo.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what a tool wants to see again into the {@code requestState} that travels through the client, and opens it only
 * when it is unaltered, in time, and comes back with the very call for which it was given.
 *
 * <p>A state is {@code payload.mac}: JSON and its HMAC-SHA256, both in Base64 for URLs. It may be presented more than
 * once while it lasts, so that a tool must not take it for a one-time permission.
 */
final class RequestStates {
    /** Long enough for a person to read a question and answer it. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "HmacSHA256";
    private static final String CALL = "call";
    private static final String EXPIRES = "expires";
    private static final String STATE = "state";

    private final Supplier<byte[]> secret;
    private final Clock clock;

    /** @param secret asked for at each use, since it may have to be read first; whoever knows it can forge states */
    RequestStates(Supplier<byte[]> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @param call what the state is good for, see {@link CallDigest} */
    String seal(String call, Map<String, Object> state) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put(CALL, call);
        payload.put(EXPIRES, clock.instant().plus(LIFE).getEpochSecond());
        payload.put(STATE, state);
        String text = ENCODER.encodeToString(JSON.writeValueAsString(payload).getBytes(UTF_8));
        return text + "." + mac(text);
    }

    /** What was sealed; empty when the state is not one that was given for this call or its time is over. */
    Optional<Map<String, Object>> open(String call, String sealed) {
        int dot = sealed.lastIndexOf('.');
        if (dot < 0 || !isAuthentic(sealed.substring(0, dot), sealed.substring(dot + 1))) {
            return Optional.empty();
        }
        return read(sealed.substring(0, dot))
                .filter(payload -> call.equals(payload.get(CALL)))
                .filter(payload -> isInTime(payload.get(EXPIRES)))
                .map(payload -> JSON.convertValue(payload.get(STATE), OBJECT));
    }

    private boolean isAuthentic(String text, String mac) {
        return MessageDigest.isEqual(mac(text).getBytes(UTF_8), mac.getBytes(UTF_8));
    }

    private boolean isInTime(@Nullable Object expires) {
        return expires instanceof Number seconds && clock.instant().getEpochSecond() < seconds.longValue();
    }

    private static Optional<Map<String, Object>> read(String text) {
        try {
            return Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(text), OBJECT));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
            return ENCODER.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
