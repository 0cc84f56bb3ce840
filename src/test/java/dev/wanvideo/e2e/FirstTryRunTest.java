package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.chat.ScriptedModel;
import dev.wanvideo.chat.ScriptedModel.Asked;
import dev.wanvideo.chat.ScriptedModel.Said;
import dev.wanvideo.firsttry.FirstTryRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial of a model by hand, with a model on loopback that says what it is told to. */
final class FirstTryRunTest {
    private static final List<String> REQUESTS = List.of("free-look-first", "dog-dances-with-grandma");

    @TempDir
    Path folder;

    @Test
    void theFirstCallForAFilmIsRecordedAndScored() throws IOException {
        String table = tried(asked -> asked.number() % 2 == 0
                ? Said.call("Who is there? ", "list_providers", Map.of())
                : Said.call(
                        "",
                        "create_reference_video",
                        Map.of(
                                "prompt",
                                "@anna walks into @cafe.",
                                "provider",
                                "preview",
                                "references",
                                List.of(
                                        Map.of("name", "anna", "image", "~/Pictures/anna.jpg"),
                                        Map.of("name", "cafe", "image", "~/Pictures/cafe.jpg", "role", "scene")))));
        assertThat(table).contains("| free-look-first | right |").contains("1 of 2 right at the first try");
        List<String> recording = Files.readAllLines(folder.resolve("first-try-calls.jsonl"));
        assertThat(recording)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .containsSubsequence("list_providers", "create_reference_video", "@anna walks"));
    }

    @Test
    void aModelThatOnlyTalksIsMissed() throws IOException {
        assertThat(tried(asked -> Said.words("What a fine idea."))).contains("0 of 2 right at the first try");
    }

    private String tried(Function<Asked, Said> script) throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(script)) {
            Map<String, String> settings = Map.of(
                    "WAN_VIDEO_CHAT_BASE_URL",
                    model.address() + "/v1",
                    "WAN_VIDEO_CHAT_MODEL",
                    "scripted",
                    "PATH",
                    SearchPath.text());
            Ran ran = Ran.of(command(), folder, settings, Duration.ofMinutes(2));
            assertThat(ran.exit()).as(ran.toString()).isZero();
            assertThat(Files.readString(folder.resolve("first-try-run.md")))
                    .contains(ran.out().strip());
            return ran.out();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Product.java(),
                "-cp",
                Product.target().resolve("test-classes") + ":" + Product.jar(),
                FirstTryRun.class.getName(),
                Product.jar().toString(),
                folder.toString()));
        command.addAll(REQUESTS);
        return command;
    }
}
