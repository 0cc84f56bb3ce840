package dev.wanvideo.app;

import dev.wanvideo.chat.Screen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A conversation in a terminal or a pipe: the answer as it comes, calls as lines, a bar while a film is made. */
final class ChatScreen implements Screen {
    /** What a terminal would obey instead of showing; line ends and tabs are none of it. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private final PrintWriter out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private boolean calling;
    private boolean lineOpen;

    ChatScreen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void text(String part) {
        String shown = COMMANDS.matcher(part).replaceAll("");
        if (!shown.isEmpty()) {
            endBar();
            out.print(shown);
            out.flush();
            lineOpen = !shown.endsWith("\n");
        }
    }

    @Override
    public synchronized void calling(String tool) {
        calling = true;
        if (bar == null || lineOpen) {
            line("* " + tool);
        }
    }

    @Override
    public synchronized void progress(int percent, String words) {
        if (calling) {
            freshLine();
            if (bar == null) {
                bar = new ProgressBar(out, terminal);
            }
            // Plain lines are not drawn again, so they leave out what changes with each.
            bar.show(percent, terminal ? words : words.replaceFirst(",.*", ""));
        }
    }

    @Override
    public synchronized void returned() {
        calling = false;
    }

    @Override
    public synchronized void film(Path path) {
        line("Film: " + path);
    }

    @Override
    public synchronized void note(String sentence) {
        line(sentence);
    }

    @Override
    public synchronized void end() {
        calling = false;
        endBar();
        freshLine();
    }

    private void line(String words) {
        endBar();
        freshLine();
        out.println(COMMANDS.matcher(words).replaceAll(""));
        out.flush();
    }

    private void freshLine() {
        if (lineOpen) {
            out.println();
            out.flush();
            lineOpen = false;
        }
    }

    private void endBar() {
        if (bar != null) {
            bar.end();
            bar = null;
        }
    }
}
