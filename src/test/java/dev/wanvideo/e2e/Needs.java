package dev.wanvideo.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** What a machine may lack: a test that needs it is skipped by name, and {@link SkippedTests} writes that down. */
final class Needs {
    private Needs() {}

    static Npm npm() {
        Npm npm = Npm.under(Product.target());
        npm.problem().ifPresent(problem -> Assumptions.abort("needs programs from npm, and " + problem));
        return npm;
    }

    static Path chromium() {
        return SearchPath.find("chromium", "chromium-browser", "google-chrome")
                .orElseGet(() -> Assumptions.abort(
                        "needs Chromium, and none of chromium, chromium-browser, google-chrome is on PATH"));
    }
}
