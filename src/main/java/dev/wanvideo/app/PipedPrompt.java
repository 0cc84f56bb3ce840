package dev.wanvideo.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.utils.Signals;

/** Lines from a pipe, a file or a terminal that can do nothing; each is shown, so that the output reads as a talk. */
final class PipedPrompt implements LinePrompt {
    private final BufferedReader lines;
    private final PrintWriter out;

    PipedPrompt(InputStream in, PrintWriter out) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public Optional<String> next() {
        try {
            Optional<String> line = Optional.ofNullable(lines.readLine());
            if (System.console() == null) {
                line.ifPresent(said -> out.println("> " + said));
            }
            out.flush();
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("The input cannot be read.", e);
        }
    }

    @Override
    public void onInterrupt(Runnable action) {
        Signals.register("INT", action);
    }

    @Override
    public void close() {
        Signals.registerDefault("INT");
    }
}
