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

/** Writes a line to {@code target/skipped-e2e.txt} for each end-to-end test that could not run on this machine. */
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

    /** Unit tests run with the same listeners on the class path, but without a jar to test. */
    private static void write(String text, StandardOpenOption... how) {
        if (System.getProperty("wanvideo.jar") == null) {
            return;
        }
        try {
            Path file = Product.target().resolve("skipped-e2e.txt");
            Files.createDirectories(Product.target());
            Files.writeString(file, text, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
