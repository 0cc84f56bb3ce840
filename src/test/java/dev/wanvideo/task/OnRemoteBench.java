package dev.wanvideo.task;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a {@link RemoteBench} of its own in a folder of its own. */
abstract class OnRemoteBench {
    @TempDir
    Path folder;

    RemoteBench bench;

    @BeforeEach
    void openBench() throws Exception {
        bench = new RemoteBench(folder);
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    static Next again(int seconds) {
        return new Next.Again(Duration.ofSeconds(seconds));
    }
}
