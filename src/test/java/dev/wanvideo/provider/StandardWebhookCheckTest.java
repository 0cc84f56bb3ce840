package dev.wanvideo.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CallbackCheck.Call;
import dev.wanvideo.provider.CallbackCheck.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StandardWebhookCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String KEY = "any text that is a key";
    private static final String SHOWN = "whsec_" + Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8));
    private static final String BODY = "{\"task_id\":\"a\",\"status\":\"COMPLETED\"}";

    /** From the page of the specification's reference libraries, so that not both sides are ours. */
    @Test
    void agreesWithThePublishedExample() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(WebhookSignature.of(
                        secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void believesWhatIsSignedWithTheSecretAsItIsShownOrAsItIsDecoded() {
        for (byte[] secret : List.of(SHOWN.getBytes(UTF_8), KEY.getBytes(UTF_8))) {
            Map<String, List<String>> headers = headers(secret, "msg_1", NOW);
            assertThat(judged(headers, BODY)).isEqualTo(new Verdict.Genuine(Optional.of("msg_1")));
        }
        Map<String, List<String>> plain = headers("a-secret!".getBytes(UTF_8), "msg_1", NOW);
        assertThat(new StandardWebhookCheck("a-secret!").judge(new Call(plain, BODY.getBytes(UTF_8)), NOW))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        Map<String, List<String>> headers = headers(KEY.getBytes(UTF_8), "msg_1", NOW);
        headers.compute("webhook-signature", (name, one) -> List.of("v1,AAAA v2,BBBB " + first(one)));
        assertThat(judged(headers, BODY)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void aFewMinutesOfDifferenceBetweenClocksAreNothing() {
        for (Duration off : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            assertThat(judged(headers(KEY.getBytes(UTF_8), "msg_1", NOW.plus(off)), BODY))
                    .isInstanceOf(Verdict.Genuine.class);
        }
        for (Duration off : List.of(Duration.ofSeconds(-301), Duration.ofSeconds(301))) {
            assertThat(judged(headers(KEY.getBytes(UTF_8), "msg_1", NOW.plus(off)), BODY))
                    .isEqualTo(new Verdict.Forged());
        }
    }

    @Test
    void doesNotBelieveWhatWasAltered() {
        Map<String, List<String>> sound = headers(KEY.getBytes(UTF_8), "msg_1", NOW);
        assertThat(judged(sound, BODY + " ")).isEqualTo(new Verdict.Forged());
        assertThat(judged(with(sound, "webhook-id", "msg_2"), BODY)).isEqualTo(new Verdict.Forged());
        assertThat(judged(with(sound, "webhook-timestamp", "1763719201"), BODY)).isEqualTo(new Verdict.Forged());
        assertThat(judged(with(sound, "webhook-timestamp", "-1"), BODY)).isEqualTo(new Verdict.Forged());
        assertThat(judged(with(sound, "webhook-signature", "v1,"), BODY)).isEqualTo(new Verdict.Forged());
        for (String name : List.copyOf(sound.keySet())) {
            Map<String, List<String>> without = new LinkedHashMap<>(sound);
            without.remove(name);
            assertThat(judged(without, BODY)).as("without " + name).isEqualTo(new Verdict.Forged());
        }
    }

    private static Verdict judged(Map<String, List<String>> headers, String body) {
        return new StandardWebhookCheck(SHOWN).judge(new Call(headers, body.getBytes(UTF_8)), NOW);
    }

    private static Map<String, List<String>> headers(byte[] secret, String id, Instant at) {
        String timestamp = String.valueOf(at.getEpochSecond());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("webhook-id", List.of(id));
        headers.put("webhook-timestamp", List.of(timestamp));
        headers.put("webhook-signature", List.of(WebhookSignature.of(secret, id, timestamp, BODY.getBytes(UTF_8))));
        return headers;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> headers, String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(headers);
        changed.put(name, List.of(value));
        return changed;
    }

    private static String first(List<String> values) {
        return values.get(0);
    }
}
