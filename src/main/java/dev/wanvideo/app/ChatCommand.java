package dev.wanvideo.app;

import dev.wanvideo.chat.ChatSettings;
import dev.wanvideo.chat.Dialogue;
import dev.wanvideo.chat.ModelChoice;
import dev.wanvideo.chat.Selection;
import dev.wanvideo.chat.ServerStart;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A conversation with a model that makes films, in the terminal or over a pipe. */
@Command(
        name = "chat",
        description = "Talk with a model that makes films: drop in pictures, say what happens. Claude, OpenAI or any"
                + " OpenAI-compatible server such as Ollama.",
        mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {
    private static final int NO_MODEL = 2;
    private static final String GUIDE = "wan-video://guide";

    private final PrintWriter out;

    @Option(names = "--provider", description = "anthropic or openai, the latter for all OpenAI-compatible servers.")
    private @Nullable String provider;

    @Option(names = "--model", description = "The model's name there.")
    private @Nullable String model;

    @Option(names = "--base-url", description = "Where the model is, for instance http://127.0.0.1:11434/v1.")
    private @Nullable String baseUrl;

    ChatCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Settings settings = SettingsReader.forProcess(new String[0]);
        settings.problems().forEach(System.err::println);
        Environment environment = SettingsReader.environment(options());
        Selection selection = Selection.of(environment::get);
        if (selection instanceof Selection.None none) {
            none.lines().forEach(System.err::println);
            return NO_MODEL;
        }
        return talk((ModelChoice) selection, settings);
    }

    private int talk(ModelChoice choice, Settings settings) {
        boolean terminal = Terminal.present();
        ChatScreen screen = new ChatScreen(out, terminal);
        try (LinePrompt prompt = terminal
                        ? TerminalPrompt.open(settings.folders().home().resolve("chat-history"))
                        : new PipedPrompt(System.in, out);
                Dialogue dialogue = Dialogue.start(
                        choice, server(settings), screen, settings.folders().user())) {
            screen.note("Talking with " + choice.title() + ". Ctrl-C stops an answer; exit or Ctrl-D ends.");
            prompt.onInterrupt(() -> {
                if (!dialogue.stop()) {
                    screen.note("Nothing to stop; exit or Ctrl-D ends.");
                }
            });
            boolean answered = answerAll(prompt, dialogue);
            return answered || terminal ? 0 : 1;
        }
    }

    /** Whether the last turn came to its answer. */
    private static boolean answerAll(LinePrompt prompt, Dialogue dialogue) {
        boolean answered = true;
        Optional<String> line = prompt.next();
        while (line.isPresent() && !line.get().strip().matches("(?i)/?(exit|quit)")) {
            if (!line.get().isBlank()) {
                answered = dialogue.say(line.get().strip());
            }
            line = prompt.next();
        }
        return answered;
    }

    private static ServerStart server(Settings settings) {
        return new ServerStart(
                ServerProcess.command(PatientServer.class),
                settings.folders().mediaRoots(),
                SettingNames.MEDIA_ROOTS,
                GUIDE,
                Release.version());
    }

    private Map<String, String> options() {
        Map<String, String> given = new HashMap<>();
        put(given, ChatSettings.PROVIDER, provider);
        put(given, ChatSettings.MODEL, model);
        put(given, ChatSettings.BASE_URL, baseUrl);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
