package dev.wanvideo.e2e;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every client does everything with the packaged server, each with a server and a home of its own. Conversations go on
 * side by side, as clients spend their time waiting; the tests only ask how each case ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClientMatrixTest {
    private static final int AT_ONCE = 3;

    private final ClientMatrix matrix = new ClientMatrix();
    private final ExecutorService conversations = Executors.newFixedThreadPool(AT_ONCE);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> everyClientDoesEverything() {
        return Stream.of(MatrixClient.values())
                .map(client -> (DynamicNode) dynamicContainer(client.title() + ", " + client.era(), tests(client)))
                .toList()
                .stream();
    }

    @AfterAll
    void tells() throws IOException {
        conversations.shutdownNow();
        System.out.println(matrix);
        Files.writeString(Product.target().resolve("client-matrix.md"), matrix.toString());
    }

    private List<DynamicNode> tests(MatrixClient client) {
        Map<MatrixCase, CompletableFuture<Outcome>> outcomes = new ConcurrentHashMap<>();
        List.of(MatrixCase.values()).forEach(asked -> outcomes.put(asked, new CompletableFuture<>()));
        conversations.execute(() -> talk(client, outcomes));
        return Stream.of(MatrixCase.values())
                .map(asked -> (DynamicNode) dynamicTest(
                        asked.title(),
                        () -> verify(Objects.requireNonNull(outcomes.get(asked)).join())))
                .toList();
    }

    private void talk(MatrixClient client, Map<MatrixCase, CompletableFuture<Outcome>> outcomes) {
        Premises premises = Premises.in(folder.resolve(client.name()));
        try (Conversation conversation = Conversation.open(client, premises)) {
            for (MatrixCase asked : MatrixCase.values()) {
                settle(client, asked, Outcome.of(() -> asked.in(conversation)), outcomes);
            }
        } catch (Throwable e) {
            for (MatrixCase asked : MatrixCase.values()) {
                settle(client, asked, new Outcome.Broken(e), outcomes);
            }
        }
    }

    /** The first word on a case stands. */
    private void settle(
            MatrixClient client,
            MatrixCase asked,
            Outcome outcome,
            Map<MatrixCase, CompletableFuture<Outcome>> outcomes) {
        if (Objects.requireNonNull(outcomes.get(asked)).complete(outcome)) {
            matrix.put(client, asked, outcome);
        }
    }

    private static void verify(Outcome outcome) throws Throwable {
        if (outcome instanceof Outcome.Broken broken) {
            throw broken.cause();
        }
    }
}
