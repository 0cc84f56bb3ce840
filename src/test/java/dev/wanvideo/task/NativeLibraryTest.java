package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeLibraryTest {
    @TempDir
    Path home;

    @Test
    void isUnpackedWholeByManyAtOnceAndLeavesNothingElse() throws Exception {
        Path folder = NativeLibrary.folder(home);
        List<Callable<Path>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> NativeLibrary.unpack(folder));
        }
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Path> unpacked : threads.invokeAll(calls)) {
                assertThat(Files.size(unpacked.get())).isGreaterThan(500_000);
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isUnpackedAgainWhenItWasCutShort() throws Exception {
        Path library = NativeLibrary.unpack(NativeLibrary.folder(home));
        long whole = Files.size(library);
        Files.write(library, new byte[100]);
        NativeLibrary.unpack(NativeLibrary.folder(home));
        assertThat(Files.size(library)).isEqualTo(whole);
    }
}
