package dev.wanvideo.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives to the system what the Java virtual machine keeps by itself: most of a heap that has become empty, and what its
 * compilers have freed. Other machines than HotSpot at least collect.
 *
 * <p>Source: the manageable flags of HotSpot and its diagnostic command {@code System.trim_native_heap}, which exists on
 * Linux.
 */
final class HandBack implements Runnable {
    @Override
    public void run() {
        Machine.handBack();
    }

    /** Apart, since the process holds the other from its first moment. */
    private static final class Machine {
        private static final String LEAST_FREE = "MinHeapFreeRatio";
        private static final String MOST_FREE = "MaxHeapFreeRatio";

        /** The serial collector, which small machines get, gives back nothing, 10, 40 and then all of a hundred. */
        private static final int STEPS = 4;

        static void handBack() {
            try {
                emptyHeap(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
                trim();
            } catch (RuntimeException | JMException | LinkageError e) {
                System.gc();
            }
        }

        /** A collection leaves so much of the heap as those two flags say; afterwards they are as before. */
        private static void emptyHeap(HotSpotDiagnosticMXBean machine) {
            int times = shrinksInSteps(machine) ? STEPS : 1;
            String least = machine.getVMOption(LEAST_FREE).getValue();
            String most = machine.getVMOption(MOST_FREE).getValue();
            machine.setVMOption(LEAST_FREE, "5");
            machine.setVMOption(MOST_FREE, "10");
            for (int i = 0; i < times; i++) {
                System.gc();
            }
            machine.setVMOption(MOST_FREE, most);
            machine.setVMOption(LEAST_FREE, least);
        }

        private static boolean shrinksInSteps(HotSpotDiagnosticMXBean machine) {
            return Boolean.parseBoolean(machine.getVMOption("UseSerialGC").getValue())
                    && Boolean.parseBoolean(
                            machine.getVMOption("ShrinkHeapInSteps").getValue());
        }

        private static void trim() throws JMException {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        }
    }
}
