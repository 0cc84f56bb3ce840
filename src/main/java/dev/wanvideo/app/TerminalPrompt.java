package dev.wanvideo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** Lines typed in a terminal, with editing and a history that outlives the chat. */
final class TerminalPrompt implements LinePrompt {
    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;

    private TerminalPrompt(org.jline.terminal.Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /** Opens the terminal of this process; a history that cannot be kept is forgotten at the end. */
    static TerminalPrompt open(Path history) {
        try {
            org.jline.terminal.Terminal terminal =
                    TerminalBuilder.builder().system(true).nativeSignals(true).build();
            LineReaderBuilder reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("wan-video-mcp")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .variable(LineReader.DISABLE_COMPLETION, true);
            if (canBeKept(history)) {
                reader.variable(LineReader.HISTORY_FILE, history);
            }
            return new TerminalPrompt(terminal, reader.build());
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be used; pipe the lines in instead.", e);
        }
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine("> "));
            } catch (UserInterruptException e) {
                // Ctrl-C empties the line.
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void onInterrupt(Runnable action) {
        terminal.handle(Signal.INT, signal -> action.run());
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal could not be put back as it was.", e);
        }
    }

    private static boolean canBeKept(Path history) {
        try {
            Files.createDirectories(history.getParent());
            return Files.isWritable(history.getParent());
        } catch (IOException e) {
            return false;
        }
    }
}
