package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.kill.KillRun;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of {@link KillRun}, always from the same seed. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class AnyKillTest {
    @TempDir
    Path folder;

    @Test
    void killsAndFreezesBreakNoPromise() throws Exception {
        assertThat(KillRun.broken(folder, Product.jar(), "preview", 6, 1, 27)).isEmpty();
    }

    @Test
    void killsAndFreezesPayNoFilmTwiceAndLoseNone() throws Exception {
        assertThat(KillRun.broken(folder, Product.jar(), "sandbox", 5, 1, 27)).isEmpty();
    }
}
