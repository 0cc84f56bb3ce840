package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.chat.FilmScript;
import dev.wanvideo.chat.ScriptedModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code Ctrl-C} in a talk: a terminal sends it to the chat and to the server that the chat started. */
@DisabledOnOs(OS.WINDOWS)
final class ChatInterruptTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path home;

    @Test
    void ctrlCStopsTheTurnAndNeitherTheTalkNorTheFilm() throws Exception {
        try (ScriptedModel model = ScriptedModel.playing(new FilmScript())) {
            Process chat = start(model);
            try (BufferedReader out = chat.inputReader(StandardCharsets.UTF_8);
                    Writer in = chat.outputWriter(StandardCharsets.UTF_8)) {
                say(in, "Anna (" + Product.examples().resolve("anna.png") + ") waves.");
                assertThat(until(out, "% running")).anyMatch(line -> line.equals("* get_task"));
                interrupt(chat);
                assertThat(until(out, "Stopped.")).noneMatch(line -> line.startsWith("Film: "));
                say(in, "Go on.");
                assertThat(until(out, "Your film: ")).anyMatch(line -> line.startsWith("Film: "));
                say(in, "exit");
                assertThat(chat.waitFor()).isZero();
            } finally {
                chat.descendants().forEach(ProcessHandle::destroyForcibly);
                chat.destroyForcibly();
            }
        }
    }

    private Process start(ScriptedModel model) throws IOException {
        List<String> command = new ArrayList<>(heedingInterrupts());
        command.addAll(Product.command());
        command.add("chat");
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD).environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("OPENAI_BASE_URL", model.address() + "/v1");
        builder.environment().put("WAN_VIDEO_CHAT_MODEL", "scripted");
        Process chat = builder.start();
        // A talk that hangs becomes one that ended, which the reader of its lines tells.
        CompletableFuture.delayedExecutor(LIMIT.toSeconds(), TimeUnit.SECONDS).execute(chat::destroyForcibly);
        return chat;
    }

    /** A build in the background of a script ignores interrupts, and so would all that it starts. */
    private static List<String> heedingInterrupts() throws IOException {
        List<String> env = List.of("env", "--default-signal=INT");
        List<String> tried = Stream.concat(env.stream(), Stream.of("true")).toList();
        Process process = new ProcessBuilder(tried)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0 ? env : List.of();
    }

    private static void interrupt(Process chat) throws IOException, InterruptedException {
        List<String> kill = new ArrayList<>(List.of("kill", "-INT"));
        Stream.concat(Stream.of(chat.toHandle()), chat.descendants())
                .map(process -> Long.toString(process.pid()))
                .forEach(kill::add);
        assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    }

    private static void say(Writer in, String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** All lines up to the first that holds these words. */
    private static List<String> until(BufferedReader out, String words) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("ended without \"" + words + "\":\n" + String.join("\n", lines));
            }
            lines.add(line);
        } while (!lines.get(lines.size() - 1).contains(words));
        return lines;
    }
}
