package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class HandBackTest {
    @Test
    void theHeapIsSmallerAfterwardsAndItsFlagsAreAsBefore() {
        String flags = flags();
        long before = filledOnce();
        new HandBack().run();
        assertThat(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted())
                .isLessThan(before);
        assertThat(flags()).isEqualTo(flags);
    }

    private static long filledOnce() {
        byte[][] much = new byte[100][];
        for (int i = 0; i < much.length; i++) {
            much[i] = new byte[1 << 20];
        }
        assertThat(much[much.length - 1]).isNotEmpty();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    private static String flags() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return machine.getVMOption("MinHeapFreeRatio").getValue() + " "
                + machine.getVMOption("MaxHeapFreeRatio").getValue();
    }
}
