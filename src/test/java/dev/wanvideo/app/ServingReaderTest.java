package dev.wanvideo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.AddressGuard;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServingReaderTest {
    private static final String KEY = "a secret of twenty-four!";
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8));
    private static final String URL = "https://hooks.example.com/films?team=1";

    @Test
    void everythingIsOffUnlessItIsSet() {
        ServingReader reader = reader(Map.of());
        assertThat(reader.read()).isEqualTo(reader(Map.of()).read());
        assertThat(reader.read().metricsToken()).isEmpty();
        assertThat(reader.read().receiver()).isEmpty();
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void readsAReceiverWithItsSecret() {
        ServingReader reader = reader(Map.of(SettingNames.WEBHOOK_URL, URL, SettingNames.WEBHOOK_SECRET, SECRET));
        Settings.Receiver receiver = reader.read().receiver().orElseThrow();
        assertThat(receiver.address()).hasToString(URL);
        assertThat(receiver.secret()).isEqualTo(KEY.getBytes(UTF_8));
        assertThat(receiver.toString()).doesNotContain("hooks");
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an address alone, https://hooks.example.com, ''",
        "a secret alone, '', whsec_YSBzZWNyZXQgb2YgdHdlbnR5LWZvdXIh",
        "plain http, http://hooks.example.com, whsec_YSBzZWNyZXQgb2YgdHdlbnR5LWZvdXIh",
        "this machine, https://127.0.0.1/hook, whsec_YSBzZWNyZXQgb2YgdHdlbnR5LWZvdXIh",
        "no address, somewhere, whsec_YSBzZWNyZXQgb2YgdHdlbnR5LWZvdXIh",
        "a secret without its prefix, https://hooks.example.com, YSBzZWNyZXQgb2YgdHdlbnR5LWZvdXIh",
        "a short secret, https://hooks.example.com, whsec_c2hvcnQ=",
        "a secret that is no Base64, https://hooks.example.com, whsec_YSBz="
    })
    void tellsNobodyWhileSomethingIsWrong(String what, String url, String secret) {
        ServingReader reader = reader(Map.of(SettingNames.WEBHOOK_URL, url, SettingNames.WEBHOOK_SECRET, secret));
        assertThat(reader.read().receiver()).isEmpty();
        assertThat(reader.problems()).hasSize(1).first().asString().doesNotContain("YSBz", "hooks");
    }

    @Test
    void aHostThatIsAllowedMayBeAnyWhere() {
        Map<String, String> values =
                Map.of(SettingNames.WEBHOOK_URL, "http://127.0.0.1:9000/hook", SettingNames.WEBHOOK_SECRET, SECRET);
        ServingReader reader =
                new ServingReader(new Environment(values, Map.of(), Map.of()), new AddressGuard(Set.of("127.0.0.1")));
        assertThat(reader.read().receiver()).isPresent();
    }

    @Test
    void aTokenThatIsTooShortCountsAsNone() {
        ServingReader reader = reader(Map.of(SettingNames.METRICS_TOKEN, "short"));
        assertThat(reader.read().metricsToken()).isEmpty();
        assertThat(reader.problems()).hasSize(1);
        assertThat(reader(Map.of(SettingNames.METRICS_TOKEN, "0123456789abcdef"))
                        .read()
                        .metricsToken())
                .hasValue("0123456789abcdef");
    }

    private static ServingReader reader(Map<String, String> values) {
        return new ServingReader(new Environment(values, Map.of(), Map.of()), new AddressGuard(Set.of()));
    }
}
