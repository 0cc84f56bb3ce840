package dev.wanvideo.e2e;

import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/** How a case of the matrix ended. */
sealed interface Outcome {
    /** What the table shows. */
    String cell();

    /** As it should; with a word on how, or none. */
    record Fine(String word) implements Outcome {
        @Override
        public String cell() {
            return word.isEmpty() ? "ok" : "ok: " + word;
        }
    }

    /** The client cannot do this. */
    record Unoffered(NotOffered why) implements Outcome {
        @Override
        public String cell() {
            return "n/a: " + why.reason();
        }
    }

    /** Not as it should, or not at all for want of something on this machine. */
    record Broken(Throwable cause) implements Outcome {
        @Override
        public String cell() {
            return cause instanceof TestAbortedException ? "SKIPPED" : "FAILED";
        }
    }

    /** Does something and says how it ended. */
    static Outcome of(Supplier<String> work) {
        try {
            return new Fine(work.get());
        } catch (NotOffered e) {
            return new Unoffered(e);
        } catch (Throwable e) {
            return new Broken(e);
        }
    }
}
