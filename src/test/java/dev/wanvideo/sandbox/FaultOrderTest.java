package dev.wanvideo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How faults are asked for, and whom they strike. */
final class FaultOrderTest {
    @ParameterizedTest
    @CsvSource({
        "evolink=bill-then-drop:0.02, evolink=bill-then-drop:0.02@create",
        "all=reset:3x, all=reset:3x@any",
        "freepik=html@poll, freepik=html:1.0@poll",
        "a-b=unknown-status-for-ever, a-b=unknown-status-for-ever:1.0@any",
        "acme=rate-limit:1, acme=rate-limit:1.0@any",
        "acme=rate-limit:0, acme=rate-limit:0.0@any"
    })
    void readsWhatPeopleWrite(String text, String meaning) {
        assertThat(FaultOrder.read(text)).hasToString(meaning);
        assertThat(FaultOrder.read(meaning)).isEqualTo(FaultOrder.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset",
                "acme=",
                "acme=reset:",
                "acme=reset:1.5",
                "acme=reset:-1x",
                "acme=fire",
                "acme=reset@noon",
                "acme=reset:0.1 now"
            })
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> FaultOrder.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsFoundByItsWord(Fault fault) {
        assertThat(FaultOrder.read("acme=" + fault.word()).fault()).isEqualTo(fault);
    }

    @Test
    void equalSeedsStrikeAlikeAndOthersDoNot() {
        List<Boolean> once = strikes(7, "acme");
        assertThat(strikes(7, "acme")).isEqualTo(once);
        assertThat(strikes(8, "acme")).isNotEqualTo(once);
        assertThat(strikes(7, "other")).isNotEqualTo(once);
        assertThat(once.stream().filter(struck -> struck).count()).isBetween(150L, 250L);
    }

    @Test
    void aNumberOfTimesIsKeptAndCounted() {
        Faults faults = new Faults(1, Set.of("acme"));
        faults.set(FaultOrder.times("acme", Fault.RESET, 2));
        List<Boolean> struck = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            struck.add(faults.striking("acme", Fault.Stage.REFUSAL, true).isPresent());
        }
        assertThat(struck).containsExactly(true, true, false, false);
        assertThat(faults.struck("acme", Fault.RESET)).isEqualTo(2);
        assertThat(faults.struck()).containsEntry("acme=reset", 2);
    }

    @Test
    void aProviderThatIsNotHereIsNamedWithThoseThatAre() {
        Faults faults = new Faults(1, Set.of("acme", "other"));
        assertThatThrownBy(() -> faults.set(FaultOrder.always("ajax", Fault.RESET)))
                .hasMessageContaining("ajax")
                .hasMessageContaining("acme, other");
    }

    @Test
    void aJobKeepsWhatItHasCaughtAndGetsOneChancePerOrder() {
        Faults faults = new Faults(1, Set.of("acme"));
        Fate fate = new Fate();
        faults.set(FaultOrder.rate("acme", Fault.VANISH, 0));
        fate.meet("acme", faults, fault -> true);
        assertThat(fate.has(Fault.VANISH)).isFalse();
        faults.set(FaultOrder.times("acme", Fault.VANISH, 1));
        fate.meet("acme", faults, fault -> true);
        faults.clear();
        fate.meet("acme", faults, fault -> true);
        assertThat(fate.has(Fault.VANISH)).isTrue();
        assertThat(faults.struck("acme", Fault.VANISH)).isEqualTo(1);
    }

    private static List<Boolean> strikes(long seed, String provider) {
        Faults faults = new Faults(seed, Set.of("acme", "other"));
        faults.set(FaultOrder.rate(provider, Fault.BILL_THEN_DROP, 0.2));
        List<Boolean> strikes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            strikes.add(faults.striking(provider, Fault.Stage.ANSWER, true).isPresent());
        }
        return strikes;
    }
}
