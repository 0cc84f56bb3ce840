package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In processes of their own, whose heaps nobody else fills. */
final class HandBackTest {
    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC"})
    void leavesLessOfTheHeapThanACollectionDoes(String collector) throws IOException, InterruptedException {
        List<String> told = run(collector);
        long collected = Long.parseLong(told.get(1));
        long handedBack = Long.parseLong(told.get(2));
        assertThat(handedBack).as("MiB").isLessThan(collected);
        assertThat(told.get(3)).as("the flags").isEqualTo(told.get(0));
    }

    @Test
    void collectsWhereTheRuntimeHasNoSuchFlags() throws IOException, InterruptedException {
        assertThat(run("-XX:+UseG1GC", "--limit-modules", "java.base,java.management,java.naming,java.sql"))
                .hasSize(1);
    }

    private static List<String> run(String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(options));
        builder.command()
                .addAll(List.of(
                        "-Xms16m",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        options.length == 1 ? Filled.class.getName() : Limited.class.getName()));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    /** Says its flags, what a collection and what handing back leaves of a heap of 40 of 240 MiB, and its flags again. */
    static final class Filled {
        private Filled() {}

        public static void main(String[] arguments) {
            byte[][] all = new byte[240][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new byte[MIB - 64];
            }
            byte[][] kept = new byte[40][];
            System.arraycopy(all, 0, kept, 0, kept.length);
            all = kept;
            System.out.println(flags());
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            System.out.println(committed());
            new HandBack().run();
            System.out.println(committed());
            System.out.println(flags());
            if (all.length != kept.length) {
                throw new IllegalStateException();
            }
        }

        private static long committed() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / MIB;
        }

        private static String flags() {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine.getVMOption("MinHeapFreeRatio").getValue() + " "
                    + machine.getVMOption("MaxHeapFreeRatio").getValue();
        }
    }

    /** Without the module of those flags, as in the bundles. */
    static final class Limited {
        private Limited() {}

        public static void main(String[] arguments) {
            new HandBack().run();
            System.out.println("done");
        }
    }
}
