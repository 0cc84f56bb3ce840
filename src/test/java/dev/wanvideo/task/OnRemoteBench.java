package dev.wanvideo.task;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test with a {@link RemoteBench} of its own in a folder of its own, once on each database. */
@ParameterizedClass
@EnumSource(Store.class)
abstract class OnRemoteBench {
    @Parameter
    Store store = Store.SQLITE;

    @TempDir
    Path folder;

    RemoteBench bench;

    @BeforeEach
    void openBench() throws Exception {
        bench = new RemoteBench(store.server(), folder, Optional.empty());
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    static Next again(int seconds) {
        return new Next.Again(Duration.ofSeconds(seconds));
    }
}
