package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DialogueTest {
    private static final int LIMIT_SECONDS = 60;

    private final KeptScreen screen = new KeptScreen();

    @TempDir
    Path folder;

    @Test
    void aStoppedTurnCancelsTheCallInFlightAndTheTalkGoesOn() throws Exception {
        try (ScriptedModel model = ScriptedModel.playing(asked -> asked.number() == 0
                        ? ScriptedModel.Said.call("", "get_task", Map.of())
                        : ScriptedModel.Said.words("As you like."));
                Dialogue dialogue = start(model)) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> dialogue.say("a film"));
            assertThat(screen.firstProgress.get(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(40);
            assertThat(dialogue.stop()).isTrue();
            assertThat(first.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isFalse();
            screen.at(StubbornServer.CANCELLED).get(LIMIT_SECONDS, TimeUnit.SECONDS);

            assertThat(dialogue.say("never mind")).isTrue();

            assertThat(screen.text).hasToString("As you like.");
            assertThat(screen.notes).anyMatch(note -> note.startsWith("Stopped."));
            assertThat(roles(model.asked().get(1)))
                    .as("each call has its result, whatever became of it")
                    .containsExactly("system", "user", "assistant", "tool", "assistant", "user");
        }
        List<String> methods = heardByServer();
        assertThat(methods).containsSubsequence("tools/call", "notifications/cancelled");
        assertThat(methods).containsOnlyOnce("tools/call");
    }

    @Test
    void aStoppedTurnEndsTheStreamOfItsAnswer() throws Exception {
        try (EndlessModel model = new EndlessModel();
                Dialogue dialogue = start(model.address())) {
            model.mayTalk.countDown();
            CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> dialogue.say("a film"));
            assertThat(screen.firstText.get(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith("and so on");
            assertThat(dialogue.stop()).isTrue();
            assertThat(turn.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isFalse();
            await(model.nobodyListens);
        }
    }

    @Test
    void anAnswerThatBeginsAfterItsTurnWasStoppedIsNotHeardAndEnds() throws Exception {
        try (EndlessModel model = new EndlessModel();
                Dialogue dialogue = start(model.address())) {
            CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> dialogue.say("a film"));
            await(model.asked);
            assertThat(dialogue.stop()).isTrue();
            assertThat(turn.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isFalse();
            model.mayTalk.countDown();
            await(model.nobodyListens);
            assertThat(screen.text).isEmpty();
        }
    }

    @Test
    void thereIsNothingToStopBetweenTurns() throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(asked -> ScriptedModel.Said.words("Yes."));
                Dialogue dialogue = start(model)) {
            assertThat(dialogue.stop()).isFalse();
            assertThat(dialogue.say("hello")).isTrue();
            assertThat(dialogue.stop()).isFalse();
        }
    }

    @Test
    void aFileOutsideTheAllowedFoldersIsAllowedOnceAndAnnounced() throws IOException {
        Path picture = Files.createFile(folder.resolve("anna.png"));
        try (ScriptedModel model = ScriptedModel.playing(asked -> ScriptedModel.Said.words("Nice."));
                Dialogue dialogue = start(model)) {
            assertThat(dialogue.say(picture + " please")).isTrue();
            assertThat(dialogue.say(picture + " again")).isTrue();
        }
        assertThat(screen.notes).singleElement().asString().contains("anna.png", "this one file may be read");
        assertThat(heardByServer().stream().filter("initialize"::equals)).hasSize(2);
    }

    private Dialogue start(ScriptedModel model) {
        return start(model.address() + "/v1");
    }

    private Dialogue start(String address) {
        ModelChoice choice = new ModelChoice(Host.OPENAI, "scripted", address, Optional.empty());
        ServerStart server = new ServerStart(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubbornServer.class.getName(),
                        folder.resolve("heard").toString()),
                List.of(),
                "ROOTS",
                "x://guide",
                "1");
        return Dialogue.start(choice, server, screen, folder);
    }

    private List<String> heardByServer() throws IOException {
        return Files.readAllLines(folder.resolve("heard")).stream()
                .map(line -> ScriptedModel.JSON.readTree(line).path("method").asString(""))
                .toList();
    }

    private static List<String> roles(JsonNode request) {
        return request.path("messages")
                .valueStream()
                .map(message -> message.path("role").asString(""))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
