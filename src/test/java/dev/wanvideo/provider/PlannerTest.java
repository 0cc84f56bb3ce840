package dev.wanvideo.provider;

import static dev.wanvideo.provider.FakeProvider.local;
import static dev.wanvideo.provider.FakeProvider.paid;
import static dev.wanvideo.provider.FakeProvider.priceless;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.Refusal;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.Switches;
import dev.wanvideo.video.Violation;
import dev.wanvideo.video.Wan27;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final Constraint UP_TO_TEN =
            new Constraint.NumberRange(Field.DURATION, 2, 10, " whole seconds", Wan27.SOURCE);
    private static final Constraint NO_AUDIO = new Constraint.Absent(Field.AUDIO, "it has no switch", Wan27.SOURCE);
    private static final SampleRequest SOUND = SampleRequest.sound();

    private static ProviderSettings keysFor(String... ids) {
        Map<String, String> keys = Arrays.stream(ids).collect(Collectors.toMap(id -> id, id -> "secret"));
        return new ProviderSettings(keys, Optional.empty(), List.of(), Optional.empty(), Map.of());
    }

    private static ProviderSettings preferring(String id, ProviderSettings set) {
        return new ProviderSettings(set.keys(), Optional.of(id), set.order(), set.maxCostUsd(), set.options());
    }

    private static ProviderSettings ordering(ProviderSettings set, String... order) {
        return new ProviderSettings(set.keys(), set.preferred(), List.of(order), set.maxCostUsd(), set.options());
    }

    private static ProviderSettings capping(String usd, ProviderSettings set) {
        return new ProviderSettings(
                set.keys(), set.preferred(), set.order(), Optional.of(new BigDecimal(usd)), set.options());
    }

    private static PlanOutcome plan(ProviderSettings set, SampleRequest sample, Wish wish, Provider... providers) {
        return new Planner(new Catalogue(List.of(providers)), set).plan(sample.request(), wish, Situation.PLAIN);
    }

    private static Wish named(String id) {
        return new Wish(id, Optional.empty());
    }

    private static Wish atMost(String usd) {
        return new Wish(Wish.AUTO, Optional.of(new BigDecimal(usd)));
    }

    private static Plan planned(PlanOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    private static String taken(PlanOutcome outcome) {
        return planned(outcome).provider().descriptor().id();
    }

    private static Refusal refused(PlanOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlanOutcome.Rejected.class);
        return ((PlanOutcome.Rejected) outcome).refusal();
    }

    private static List<String> reasons(PlanOutcome outcome, String id) {
        List<Considered> considered = outcome instanceof PlanOutcome.Planned planned
                ? planned.plan().considered()
                : ((PlanOutcome.Rejected) outcome).considered();
        return considered.stream()
                .filter(c -> c.provider().equals(id))
                .flatMap(c -> c.reasons().stream())
                .toList();
    }

    @Test
    void takesTheCheapestOfTheConfiguredProvidersAndTellsWhyNotTheOthers() {
        PlanOutcome outcome = plan(
                keysFor("dear", "cheap", "secretive", "short"),
                SOUND.seconds(12),
                Wish.ANY,
                paid("dear", "0.75"),
                paid("cheap", "0.5"),
                paid("keyless", "0.1"),
                paid("short", "0.1").limitedBy(UP_TO_TEN),
                priceless("secretive"),
                local("here"));

        assertThat(planned(outcome).considered())
                .containsExactly(
                        new Considered("cheap", true, List.of("the cheapest that takes the request; $0.50")),
                        new Considered("dear", false, List.of("not cheaper than cheap: $0.75")),
                        new Considered("keyless", false, List.of("not configured: set KEYLESS_API_KEY")),
                        new Considered("secretive", false, List.of("price not known, which ranks last")),
                        new Considered(
                                "short", false, List.of("duration is 12; allowed: 2-10 whole seconds; nearest: 10")),
                        new Considered(
                                "here",
                                false,
                                List.of("used only when no other provider is configured, or when asked for by name")));
    }

    @Test
    void ranksByTheHighEndOfAPrice() {
        PlanOutcome outcome = plan(
                keysFor("range", "flat"),
                SOUND,
                Wish.ANY,
                paid("range", "1").costing("0.10", "0.90"),
                paid("flat", "0.80"));

        assertThat(taken(outcome)).isEqualTo("flat");
    }

    @Test
    void callsNobodyCheapestOfThoseWhosePriceNobodyKnows() {
        PlanOutcome outcome = plan(keysFor("a", "b"), SOUND, Wish.ANY, priceless("a"), priceless("b"));

        assertThat(taken(outcome)).isEqualTo("a");
        assertThat(reasons(outcome, "a"))
                .containsExactly("the first of those that take the request, none of which has a known price");
    }

    @Test
    void letsTheOwnersOrderWinOverPrice() {
        PlanOutcome outcome = plan(
                ordering(keysFor("a", "b", "c"), "c", "b"),
                SOUND,
                Wish.ANY,
                paid("a", "0.1"),
                paid("b", "0.2"),
                priceless("c"));

        assertThat(taken(outcome)).isEqualTo("c");
        assertThat(reasons(outcome, "c"))
                .containsExactly("first in WAN_VIDEO_PROVIDER_ORDER of those that take the request; price not known");
        assertThat(reasons(outcome, "a")).containsExactly("after c in WAN_VIDEO_PROVIDER_ORDER; $0.10");
    }

    @Test
    void staysOnThisMachineOnlyWhenNoPaidProviderIsConfigured() {
        PlanOutcome none = plan(ProviderSettings.NONE, SOUND, Wish.ANY, paid("a", "0.1"), local("here"));
        PlanOutcome unfit =
                plan(keysFor("a"), SOUND.seconds(12), Wish.ANY, paid("a", "0.1").limitedBy(UP_TO_TEN), local("here"));

        assertThat(taken(none)).isEqualTo("here");
        assertThat(reasons(none, "here")).containsExactly("no other provider is configured; $0.00");
        assertThat(refused(unfit).category()).isEqualTo(Category.INVALID_REQUEST);
    }

    @Test
    void rulesOutAProviderThatLacksWhatTheCallerSaidOutright() {
        Switches silent = new Switches(Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty(), false);
        Provider[] providers = {paid("a", "0.1").limitedBy(NO_AUDIO), paid("b", "0.2")};

        PlanOutcome said = plan(keysFor("a", "b"), SOUND.switches(silent), Wish.ANY, providers);
        PlanOutcome unsaid = plan(keysFor("a", "b"), SOUND, Wish.ANY, providers);

        assertThat(taken(said)).isEqualTo("b");
        assertThat(reasons(said, "a")).containsExactly("audio is false; allowed: not set: it has no switch");
        assertThat(taken(unsaid)).isEqualTo("a");
    }

    @Test
    void refusesWithEveryViolationAndWhoWouldTakeTheValue() {
        PlanOutcome outcome = plan(
                keysFor("short"),
                SOUND.prompt("@carl").seconds(12).seed(-1),
                named("short"),
                paid("short", "0.1").limitedBy(UP_TO_TEN),
                paid("long", "0.2"),
                local("here"));

        assertThat(refused(outcome).category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(refused(outcome).message()).contains("short", "prompt, duration, seed");
        assertThat(refused(outcome).violations())
                .containsExactly(
                        new Violation("prompt", "@carl", "@anna", List.of()),
                        new Violation("duration", "12", "2-10 whole seconds; nearest: 10", List.of("long", "here")),
                        new Violation("seed", "-1", "0-2147483647; nearest: 0", List.of()));
    }

    @Test
    void joinsTheViolationsOfAllWhenNoneTakesTheRequest() {
        Switches silent = new Switches(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty(), false);
        PlanOutcome outcome = plan(
                keysFor("short", "mute"),
                SOUND.seconds(12).switches(silent),
                Wish.ANY,
                paid("short", "0.1").limitedBy(UP_TO_TEN),
                paid("mute", "0.2").limitedBy(NO_AUDIO));

        assertThat(refused(outcome).violations())
                .containsExactly(
                        new Violation("duration", "12", "2-10 whole seconds; nearest: 10", List.of("mute")),
                        new Violation("audio", "true", "not set: it has no switch", List.of("short")));
        assertThat(reasons(outcome, "mute")).containsExactly("does not take audio");
        assertThat(refused(outcome).message()).isEqualTo("None of mute, short accepts this request as it stands.");
    }

    @Test
    void refusesAnUnknownProviderAndNamesThoseThereAre() {
        PlanOutcome outcome =
                plan(ProviderSettings.NONE, SOUND.seconds(99), named("sora"), paid("a", "0.1"), local("here"));

        assertThat(refused(outcome).category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(refused(outcome).violations())
                .extracting(Violation::sentence)
                .containsExactly(
                        "duration is 99; allowed: 2-15 whole seconds; nearest: 15",
                        "provider is sora; allowed: auto, a, here");
    }

    @Test
    void refusesAProviderWithoutItsKeyAndNamesTheVariable() {
        PlanOutcome outcome = plan(keysFor("b"), SOUND, named("a"), paid("a", "0.1"), paid("b", "0.2"), local("here"));

        assertThat(refused(outcome).category()).isEqualTo(Category.UNAUTHORIZED);
        assertThat(refused(outcome).message()).contains("a: not configured: set A_API_KEY");
    }

    @Test
    void refusesWhenNothingIsConfiguredAndNamesEveryVariable() {
        PlanOutcome outcome = plan(ProviderSettings.NONE, SOUND, Wish.ANY, paid("a", "0.1"), paid("b", "0.1"));

        assertThat(refused(outcome).category()).isEqualTo(Category.UNAUTHORIZED);
        assertThat(refused(outcome).message()).contains("A_API_KEY", "B_API_KEY");
    }

    @Test
    void refusesWhenThereIsNoProviderAtAll() {
        assertThat(refused(plan(ProviderSettings.NONE, SOUND, Wish.ANY)).category())
                .isEqualTo(Category.UNAVAILABLE);
    }

    @Test
    void keepsToTheCallersCap() {
        assertThat(taken(plan(keysFor("a"), SOUND, atMost("0.50"), paid("a", "0.5"))))
                .isEqualTo("a");

        Refusal over = refused(plan(keysFor("a"), SOUND, atMost("0.49"), paid("a", "0.5")));
        assertThat(over.category()).isEqualTo(Category.OVER_BUDGET);
        assertThat(over.message()).isEqualTo("a: costs up to $0.50, and max_cost_usd is $0.49.");
    }

    @Test
    void keepsToTheOwnersCapHoweverHighTheCallers() {
        Refusal over = refused(plan(capping("0.20", keysFor("a")), SOUND, atMost("9"), paid("a", "0.5")));

        assertThat(over.category()).isEqualTo(Category.OVER_BUDGET);
        assertThat(over.message()).contains("WAN_VIDEO_MAX_COST_USD is $0.20");
    }

    @Test
    void refusesAnUnknownPriceUnderAnyCap() {
        Refusal over = refused(plan(keysFor("a"), SOUND, atMost("1000"), priceless("a")));

        assertThat(over.category()).isEqualTo(Category.OVER_BUDGET);
        assertThat(over.message()).contains("its price is not known", "A_PRICE_USD_PER_SECOND");
        assertThat(taken(plan(keysFor("a"), SOUND, Wish.ANY, priceless("a")))).isEqualTo("a");
    }

    @Test
    void passesOverADearerProviderUnderACap() {
        PlanOutcome outcome =
                plan(ordering(keysFor("a", "b"), "b"), SOUND, atMost("0.3"), paid("a", "0.2"), paid("b", "0.4"));

        assertThat(taken(outcome)).isEqualTo("a");
        assertThat(reasons(outcome, "b")).containsExactly("costs up to $0.40, and max_cost_usd is $0.30");
    }

    @Test
    void followsTheOwnersPreferenceUnlessTheCallerNamesAProvider() {
        ProviderSettings set = preferring("b", keysFor("a", "b"));
        Provider[] providers = {paid("a", "0.1"), paid("b", "0.2")};

        PlanOutcome preferred = plan(set, SOUND, Wish.ANY, providers);
        assertThat(taken(preferred)).isEqualTo("b");
        assertThat(reasons(preferred, "b")).containsExactly("set by WAN_VIDEO_PROVIDER");
        assertThat(taken(plan(set, SOUND, named("a"), providers))).isEqualTo("a");
        assertThat(taken(plan(preferring("auto", set), SOUND, Wish.ANY, providers)))
                .isEqualTo("a");
        assertThat(refused(plan(preferring("x", set), SOUND, Wish.ANY, providers))
                        .message())
                .contains("set by WAN_VIDEO_PROVIDER");
    }

    @Test
    void plansWithThePriceTheRequestAndEveryWarning() {
        Plan plan = planned(plan(
                keysFor("a"),
                SOUND.prompt("Shot 1 [0-9s] hello"),
                named("a"),
                paid("a", "1").costing("0.5", "0.6")));

        assertThat(plan.quote().highUsd()).contains(new BigDecimal("0.6"));
        assertThat(plan.request().body()).containsEntry("prompt", "Shot 1 [0-9s] hello");
        assertThat(plan.warnings())
                .satisfiesExactly(
                        mention -> assertThat(mention).contains("references[0] is never mentioned"),
                        shot -> assertThat(shot).contains("goes beyond the film"),
                        own -> assertThat(own).isEqualTo("a warns"));
    }

    @Test
    void plansWithWhatIsSetForTheProvider() {
        ProviderSettings set = new ProviderSettings(
                Map.of("a", "secret"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of("a", Map.of("region", "us")));

        assertThat(planned(plan(set, SOUND, Wish.ANY, paid("a", "0.1")))
                        .request()
                        .url())
                .isEqualTo("https://example.com/us");
    }

    @Test
    void tellsOnlyTheBeginningOfWhatIsWrongTwice() {
        SampleRequest crowd = SOUND.prompt("Image 7 meets Image 8, Image 9, Image 10, Image 11, Image 12, Image 13");
        PlanOutcome outcome = plan(ProviderSettings.NONE, crowd, named("preview"), local("preview"));
        assertThat(refused(outcome).violations()).hasSize(7);
        assertThat(reasons(outcome, "preview")).hasSize(6).endsWith("and 2 more");
    }

    @Test
    void repeatsNoEndlessNameOfAProvider() {
        PlanOutcome outcome = plan(ProviderSettings.NONE, SOUND, named("x".repeat(100_000)), local("preview"));
        assertThat(refused(outcome).message()).hasSizeLessThan(500).contains("xxx…");
    }
}
