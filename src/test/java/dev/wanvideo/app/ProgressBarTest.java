package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
    private final StringWriter written = new StringWriter();

    @Test
    void drawsOneLineAgainAndAgainInATerminal() {
        ProgressBar bar = new ProgressBar(new PrintWriter(written), true);
        bar.show(50, "running");
        bar.show(50, "running");
        bar.show(100, "succeeded");
        bar.end();
        assertThat(written.toString())
                .isEqualTo("\r\033[2K" + "█".repeat(15) + "░".repeat(15) + " 50% running\r\033[2K" + "█".repeat(30)
                        + " 100% succeeded" + System.lineSeparator());
    }

    @Test
    void writesPlainLinesInStepsOfTenElsewhere() {
        ProgressBar bar = new ProgressBar(new PrintWriter(written), false);
        bar.show(11, "running");
        bar.show(19, "running");
        bar.show(20, "running");
        bar.end();
        assertThat(written.toString().lines()).containsExactly("10% running", "20% running");
    }
}
