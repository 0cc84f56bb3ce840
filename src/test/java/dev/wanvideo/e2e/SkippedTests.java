package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes a line for each test that could not run on this machine: to {@code target/skipped-e2e.txt} where a jar is
 * tested, else to {@code target/skipped-unit.txt}.
 */
public final class SkippedTests implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        write("", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private static void note(TestIdentifier test, String reason) {
        String where = test.getParentId().map(SkippedTests::lastPart).orElse("");
        String line = where + "." + test.getDisplayName() + ": "
                + reason.lines().findFirst().orElse("");
        write(line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String lastPart(String id) {
        return id.substring(Math.max(id.lastIndexOf('.'), id.lastIndexOf(':')) + 1)
                .replace("]", "");
    }

    private static void write(String text, StandardOpenOption... how) {
        String name = System.getProperty("wanvideo.jar") == null ? "skipped-unit.txt" : "skipped-e2e.txt";
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("basedir", ""), "target"));
            Files.writeString(folder.resolve(name), text, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
