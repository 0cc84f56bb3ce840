package dev.wanvideo.provider;

import static dev.wanvideo.provider.FakeProvider.local;
import static dev.wanvideo.provider.FakeProvider.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProviderSettingsTest {
    private static final Catalogue CATALOGUE = new Catalogue(List.of(paid("a", "1"), local("here")));

    private static ProviderSettings set(
            String preferred, List<String> order, Map<String, Map<String, String>> options) {
        return new ProviderSettings(
                Map.of("a", "sk-very-secret"), Optional.of(preferred), order, Optional.of(BigDecimal.ONE), options);
    }

    @Test
    void neverShowsAKeyNorAnOptionsValue() {
        String shown = set("a", List.of("a"), Map.of("a", Map.of("base_url", "https://me:hidden@host")))
                .toString();

        assertThat(shown).contains("[a]").doesNotContain("sk-very-secret", "hidden");
    }

    @Test
    void tellsWhichVariableIsMissing() {
        assertThat(ProviderSettings.NONE.missing(paid("a", "1"))).contains("A_API_KEY");
        assertThat(ProviderSettings.NONE.configured(paid("a", "1"))).isFalse();
        assertThat(ProviderSettings.NONE.configured(local("here"))).isTrue();
        assertThat(set("a", List.of(), Map.of()).configured(paid("a", "1"))).isTrue();
    }

    @Test
    void takesABlankKeyForNone() {
        ProviderSettings blank =
                new ProviderSettings(Map.of("a", " "), Optional.empty(), List.of(), Optional.empty(), Map.of());

        assertThat(blank.configured(paid("a", "1"))).isFalse();
    }

    @Test
    void findsNothingWrongWithSettingsThatFit() {
        ProviderSettings fitting = set("auto", List.of("here", "a"), Map.of("a", Map.of("region", "us")));

        assertThat(fitting.problems(CATALOGUE)).isEmpty();
    }

    @Test
    void tellsEverySettingThatFitsNoProvider() {
        ProviderSettings wrong = set("x", List.of("a", "y"), Map.of("a", Map.of("region", "moon")));

        assertThat(wrong.problems(CATALOGUE))
                .containsExactly(
                        "WAN_VIDEO_PROVIDER is x; allowed: auto, a, here",
                        "WAN_VIDEO_PROVIDER_ORDER names y; allowed: a, here",
                        "A_REGION is moon; allowed: eu, us");
    }

    @Test
    void sendsNoKeyToTheUsualHostInPlaceOfAnAddressThatIsNone() {
        Catalogue all = Catalogue.load();
        ProviderSettings wrong = new ProviderSettings(
                Map.of("segmind", "s", "evolink", "e"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of("segmind", Map.of("base_url", "https://me:hidden@127.0.0.1")));

        assertThat(wrong.problems(all))
                .containsExactly("SEGMIND_BASE_URL is not an address such as https://api.example.com; until it is"
                        + " mended, segmind is not used");
        assertThat(wrong.understood(all).keys()).containsOnlyKeys("evolink");
    }

    @Test
    void callsOnNobodyWhosePriceCannotBeRead() {
        Catalogue two = new Catalogue(List.of(FakeProvider.paid("a", "0.1"), FakeProvider.paid("b", "0.2")));
        ProviderSettings set = new ProviderSettings(
                Map.of("a", "k", "b", "k"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of("a", Map.of("price_usd_per_second", "0,1")));

        assertThat(set.understood(two).keys()).containsOnlyKeys("b");
        assertThat(set.problems(two))
                .containsExactly(
                        "A_PRICE_USD_PER_SECOND is not an amount in US dollars such as 0.12; until it is mended,"
                                + " a is not used");
    }
}
