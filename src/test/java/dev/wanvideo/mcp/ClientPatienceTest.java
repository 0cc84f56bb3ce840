package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientPatienceTest {
    private final ClientPatience patience = new ClientPatience();

    @ParameterizedTest
    @CsvSource({
        "'', true, 45, 45",
        "somebody, true, 45, 45",
        "somebody, true, 20, 20",
        "claude-ai, true, 45, 45",
        "claude-code, true, 45, 600",
        "claude-code, false, 45, 45",
        "claude-code, true, 44, 44",
        "claude-code, true, 0, 0",
        "Visual Studio Code, false, 45, 240",
        "Visual Studio Code - Insiders, true, 45, 240",
        "JetBrains-IU-copilot-intellij, true, 45, 25",
        "JetBrains-IU-copilot-intellij, true, 10, 10",
        "'stdio: java', true, 30, 4",
    })
    void holdsACallAsLongAsItsClientIsKnownToBear(String name, boolean told, long asked, long held) {
        assertThat(patience.held(name, told, Duration.ofSeconds(asked))).isEqualTo(Duration.ofSeconds(held));
    }

    @ParameterizedTest
    @CsvSource({"'', 45", "claude-code, 45", "Visual Studio Code, 45", "JetBrains-x, 25", "'stdio: java', 4"})
    void advisesWhatTheToolsTake(String name, int seconds) {
        assertThat(patience.advised(name)).isEqualTo(seconds);
    }

    @Test
    void holdsAClientThatBrokeOffALongCallNoLongerThanOthers() {
        patience.brokenOff("claude-code", Duration.ofSeconds(45));
        assertThat(patience.held("claude-code", true, ClientPatience.USUAL)).isEqualTo(Duration.ofMinutes(10));
        patience.brokenOff("claude-code", Duration.ofSeconds(60));
        assertThat(patience.held("claude-code", true, ClientPatience.USUAL)).isEqualTo(ClientPatience.USUAL);
        assertThat(patience.held("Visual Studio Code", true, ClientPatience.USUAL))
                .isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void saysWhereEachFactStandsAndWhenItWasRead() {
        assertThat(ClientPatience.KNOWN).allSatisfy(known -> {
            assertThat(known.source()).contains("https://").containsPattern("read 20\\d\\d-\\d\\d-\\d\\d");
            assertThat(known.bears()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(10));
        });
    }
}
