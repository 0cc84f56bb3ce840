package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every remote provider to its limits and to the settings that all of them have. */
final class ProviderLimitsTest {
    /** A provider's limit, so that a failure names both. */
    record Limit(String provider, Constraint constraint) {}

    static List<Provider> providers() {
        return RemoteProviders.all();
    }

    static Stream<Limit> limits() {
        return providers().stream()
                .map(Provider::descriptor)
                .flatMap(told -> told.constraints().stream().map(c -> new Limit(told.id(), c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void holdsEachLimitToTheLastUnitAndTellsWhereItWasRead(Limit limit) {
        Constraint constraint = limit.constraint();
        Edges edges = Edges.of(constraint);

        assertThat(edges.within())
                .allSatisfy(edge -> assertThat(constraint.check(edge.request(), edge.findings()))
                        .isEmpty());
        assertThat(edges.past())
                .allSatisfy(edge -> assertThat(constraint.check(edge.request(), edge.findings()))
                        .isNotEmpty()
                        .allSatisfy(v -> assertThat(v.sentence()).contains(constraint.limit())));
        assertThat(edges.within()).isNotEmpty();
        assertThat(constraint.source().url()).startsWith("https://");
        assertThat(constraint.source().read()).isAfter(LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void limitsWhatEveryFilmHas(Provider provider) {
        Descriptor told = provider.descriptor();

        assertThat(told.constraints())
                .extracting(Constraint::field)
                .contains(Field.PROMPT, Field.REFERENCES, Field.DURATION, Field.SEED, Field.NEGATIVE_PROMPT);
        assertThat(told.features()).isNotEmpty().allMatch(word -> word.matches("[a-z_]+"));
        assertThat(told.typicalSeconds()).isPositive();
        assertThat(told.keyVariable()).isPresent();
        assertThat(told.manners()).hasValueSatisfying(manners -> {
            assertThat(manners.submitsPerMinute()).isPositive();
            assertThat(manners.pollsPerMinute()).isPositive();
            assertThat(manners.source().url()).startsWith("https://");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void obeysAnotherAddressAndTheOwnersPrice(Provider provider) {
        assertThat(provider.options()).contains(Option.BASE_URL, Option.PRICE);
        Provider moved = provider.with(Map.of("base_url", "http://127.0.0.1:8099/a/b/", "price_usd_per_second", "2"));
        ReferenceVideoRequest request =
                RecordedArguments.read(minimal(provider).json().path("request"));

        assertThat(moved.request(request).url()).startsWith("http://127.0.0.1:8099/a/b/");
        assertThat(RemoteProviders.wire(moved).poll("x").url()).startsWith("http://127.0.0.1:8099/a/b/");
        assertThat(moved.quote(request, MediaFindings.NONE).lowUsd())
                .hasValueSatisfying(usd -> assertThat(usd)
                        .isGreaterThanOrEqualTo(
                                BigDecimal.valueOf(2 * request.format().seconds())));
    }

    private static Recording minimal(Provider provider) {
        return Recording.of(provider.descriptor().id()).stream()
                .filter(r -> r.name().equals("minimal"))
                .findFirst()
                .orElseThrow();
    }
}
