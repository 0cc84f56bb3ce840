package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Homes and settings that cannot be used: the tool and the doctor say so in one line, and the server lives on. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class BadSettingsTest {
    private static final List<String> NAMES = List.of(
            "WAN_VIDEO_HOME",
            "WAN_VIDEO_OUTPUT_DIR",
            "WAN_VIDEO_PROVIDER",
            "WAN_VIDEO_PROVIDER_ORDER",
            "WAN_VIDEO_MAX_COST_USD",
            "WAN_VIDEO_DAILY_BUDGET_USD",
            "WAN_VIDEO_ALLOW_HOSTS",
            "WAN_VIDEO_LOG_LEVEL",
            "EVOLINK_API_KEY");

    @TempDir
    Path folder;

    @Test
    void takesSettingsThatWereNeverFilledInForAbsent() throws IOException {
        Premises premises = Premises.in(folder);
        for (String name : NAMES) {
            premises = premises.with(name, "${user_config." + name + "}");
        }
        try (RawPipe server = RawPipe.open(premises)) {
            Reply plan = server.call("create_reference_video", TwoCharacters.with("dry_run", true));
            assertThat(plan.isError()).as(plan.text()).isFalse();
            assertThat(server.call("list_tasks", Map.of()).isError()).isFalse();
        }
        assertThat(doctor(premises, 0).out()).doesNotContain("${");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(path -> path.contains("${"));
        }
    }

    @Test
    void saysInOneLineThatTheHomeCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "a regular file");
        assertUnusable(Premises.in(folder)
                .with("WAN_VIDEO_HOME", folder.resolve("file/home").toString()));
    }

    @Test
    void saysInOneLineThatTheDatabaseIsOfANewerVersion() throws IOException {
        Premises premises = Premises.in(folder);
        Files.createDirectories(premises.home());
        new HomeDatabase(premises.home()).fromTheFuture();
        assertThat(assertUnusable(premises)).contains("newer");
    }

    @Test
    void saysInOneLineThatTheDatabaseIsNone() throws IOException {
        Premises premises = Premises.in(folder);
        Files.createDirectories(premises.home());
        Path file = premises.home().resolve("wan-video.db");
        Files.writeString(file, "This is no database, only a text that is long enough.".repeat(100));
        assertUnusable(premises);
        assertThat(file).content().startsWith("This is no database");
    }

    @Test
    void failsAFilmThatCannotBeWrittenAndSaysThatItCostNothing() throws IOException {
        Files.writeString(folder.resolve("file"), "a regular file");
        Premises premises = Premises.in(folder)
                .with("WAN_VIDEO_OUTPUT_DIR", folder.resolve("file/films").toString());
        try (RawPipe server = RawPipe.open(premises)) {
            Reply reply = server.call("create_reference_video", TwoCharacters.film(2));
            Reply last = reply.isError() ? reply : server.waitFor(reply.taskId());
            assertThat(last.isError() || last.status().equals("failed"))
                    .as(last.text())
                    .isTrue();
            assertThat(last.facts().path("cost").path("charged").asString("")).isEqualTo("no");
            assertThat(last.facts().path("error").path("message").asString("")).isNotBlank();
            server.ping();
        }
        doctor(premises, 1);
    }

    /** The line that the tool answers with; the doctor has it too. */
    private static String assertUnusable(Premises premises) {
        String message;
        try (RawPipe server = RawPipe.open(premises)) {
            Reply reply = server.call("create_reference_video", TwoCharacters.film(2));
            assertThat(reply.isError()).as(reply.text()).isTrue();
            assertThat(reply.text()).contains("Nothing was submitted or charged.");
            assertThat(reply.facts().path("error").path("category").asString(""))
                    .isEqualTo("unavailable");
            message = reply.facts().path("error").path("message").asString("");
            assertThat(message).hasLineCount(1);
            assertThat(server.call("list_tasks", Map.of()).isError()).isTrue();
            assertThat(server.call("list_providers", Map.of()).isError()).isFalse();
            server.ping();
        }
        String line = message.replace("Nothing was submitted or charged.", "").strip();
        assertThat(doctor(premises, 1).out()).contains(line);
        return message;
    }

    private static Ran doctor(Premises premises, int exit) {
        List<String> command = List.of(Product.java(), "-jar", Product.jar().toString(), "doctor");
        Ran ran = Ran.of(command, premises.root(), premises.environment(), Duration.ofMinutes(3));
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(exit);
        assertThat(ran.out() + ran.err()).doesNotContain("\tat ", "Exception", "dev.wanvideo.");
        return ran;
    }
}
