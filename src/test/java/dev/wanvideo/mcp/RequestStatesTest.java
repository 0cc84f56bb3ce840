package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final byte[] SECRET = new byte[32];
    private static final Map<String, Object> STATE = Map.of("step", 2, "of", List.of("a", "\u56fe"));

    private final RequestStates states = at(NOW, SECRET);

    @Test
    void givesBackWhatItSealed() {
        assertThat(states.open("call", states.seal("call", STATE))).contains(STATE);
        assertThat(states.seal("call", STATE)).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void refusesWhatIsTooOld() {
        String sealed = states.seal("call", STATE);
        assertThat(at(NOW.plus(RequestStates.LIFE).minusSeconds(1), SECRET).open("call", sealed))
                .isPresent();
        assertThat(at(NOW.plus(RequestStates.LIFE), SECRET).open("call", sealed))
                .isEmpty();
    }

    @Test
    void refusesWhatWasGivenForAnotherCallOrByAnotherServer() {
        String sealed = states.seal("call", STATE);
        assertThat(states.open("other", sealed)).isEmpty();
        byte[] otherSecret = SECRET.clone();
        otherSecret[31] = 1;
        assertThat(at(NOW, otherSecret).open("call", sealed)).isEmpty();
    }

    @Test
    void refusesEveryAlteration() {
        String sealed = states.seal("call", STATE);
        for (int i = 0; i < sealed.length(); i++) {
            char changed = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String altered = sealed.substring(0, i) + changed + sealed.substring(i + 1);
            assertThat(states.open("call", altered)).as("position %d", i).isEmpty();
            assertThat(states.open("call", sealed.substring(0, i))).isEmpty();
        }
        assertThat(states.open("call", "." + sealed)).isEmpty();
    }

    @Test
    void tellsCallsApart() {
        Map<String, Object> one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", Map.of("c", 2));
        Map<String, Object> same = new LinkedHashMap<>();
        same.put("b", Map.of("c", 2));
        same.put("a", 1);
        String digest = CallDigest.of(Principal.LOCAL, "tools/call", "t", one);
        assertThat(CallDigest.of(Principal.LOCAL, "tools/call", "t", same)).isEqualTo(digest);
        assertThat(List.of(
                        CallDigest.of(new Principal("other"), "tools/call", "t", one),
                        CallDigest.of(Principal.LOCAL, "prompts/get", "t", one),
                        CallDigest.of(Principal.LOCAL, "tools/call", "u", one),
                        CallDigest.of(Principal.LOCAL, "tools/call", "t", Map.of("a", 1))))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    private static RequestStates at(Instant now, byte[] secret) {
        return new RequestStates(() -> secret, Clock.fixed(now, ZoneOffset.UTC));
    }
}
