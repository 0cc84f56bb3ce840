package dev.wanvideo.chat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation of a person with a model that makes films. One turn at a time; {@link #stop} from any thread. */
public final class Dialogue implements AutoCloseable {
    /** Older turns are forgotten whole, so that no result stands without its call. */
    private static final int REMEMBERED = 40;

    private final ModelChoice choice;
    private final StreamingChatModel model;
    private final FilmServer server;
    private final Screen screen;
    private final DroppedFiles dropped;
    private final SystemMessage direction;
    private final Deque<List<ChatMessage>> turns = new ArrayDeque<>();
    private volatile @Nullable Turn current;

    private Dialogue(ModelChoice choice, FilmServer server, Screen screen, Path home) {
        this.choice = choice;
        this.model = choice.open();
        this.server = server;
        this.screen = screen;
        this.dropped = new DroppedFiles(home, Path.of("").toAbsolutePath());
        this.direction = SystemMessage.from(direction() + "\n\n" + server.manual());
    }

    /**
     * Starts the server.
     *
     * @param home what {@code ~} stands for
     */
    public static Dialogue start(ModelChoice choice, ServerStart start, Screen screen, Path home) {
        FilmServer server = new FilmServer(start, screen);
        try {
            return new Dialogue(choice, server, screen, home);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** One turn. What goes wrong is said on the screen. Returns whether the model came to its answer. */
    public boolean say(String line) {
        DroppedFiles.Message message = dropped.in(line);
        message.missing().forEach(name -> screen.note("There is no file " + name + "; it is sent as it was written."));
        Turn turn = new Turn(server, screen);
        TurnMemory memory = new TurnMemory(before());
        current = turn;
        try {
            server.allow(message.files());
            return settle(turn.run(model, memory, message.text()), memory);
        } finally {
            current = null;
        }
    }

    /** Stops the turn in progress. Returns whether there was one. */
    public boolean stop() {
        Turn turn = current;
        if (turn != null) {
            turn.stop();
        }
        return turn != null;
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean settle(Turn.Outcome outcome, TurnMemory memory) {
        screen.end();
        boolean answered = outcome instanceof Turn.Outcome.Answered;
        if (outcome instanceof Turn.Outcome.Answered) {
            remember(memory.close());
        } else if (outcome instanceof Turn.Outcome.Stopped) {
            remember(memory.close("[The person stopped this turn.]"));
            screen.note("Stopped. A film that was ordered goes on; ask for it, or ask to cancel it.");
        } else if (outcome instanceof Turn.Outcome.Failed failed) {
            remember(memory.close("[This turn broke off.]"));
            screen.note(new ModelTrouble(choice).sentence(failed.cause()));
        }
        return answered;
    }

    private void remember(List<ChatMessage> turn) {
        turns.addLast(turn);
        if (turns.size() > REMEMBERED) {
            turns.removeFirst();
        }
    }

    private List<ChatMessage> before() {
        List<ChatMessage> all = new ArrayList<>(List.of(direction));
        turns.forEach(all::addAll);
        return all;
    }

    private static String direction() {
        try (InputStream in = Dialogue.class.getResourceAsStream("direction.md")) {
            if (in == null) {
                throw new IllegalStateException("direction.md is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
