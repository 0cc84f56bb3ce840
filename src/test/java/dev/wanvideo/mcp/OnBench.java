package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of {@code create_reference_video} with a bench in a folder of its own. */
abstract class OnBench {
    @TempDir
    Path folder;

    final FakeTasks tasks = new FakeTasks();
    Bench bench;

    @BeforeEach
    void setUp() {
        bench = Bench.in(folder, tasks);
    }

    Answer create(String arguments) {
        return bench.call(CREATE_REFERENCE_VIDEO, arguments);
    }

    static String category(Answer answer) {
        assertThat(answer.error()).isTrue();
        return Bench.facts(answer).at("/error/category").asString();
    }
}
