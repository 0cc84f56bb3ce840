package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalDriverTest {
    private static final String ID = "wv_0000000000000000001";

    @TempDir
    Path folder;

    private Database database;
    private TaskTable table;
    private TaskMoves moves;
    private LocalDriver driver;

    @BeforeEach
    void open() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        Files.createDirectories(settings.home());
        database = Database.open(settings.home(), () -> {});
        StoredJson json = new StoredJson();
        table = new TaskTable(json, settings.clock());
        moves = new TaskMoves(json, settings.clock());
        AttemptLedger ledger = new AttemptLedger(json, settings.clock());
        Intent intent = new Intent(database, table, moves, ledger, Optional.empty());
        Books books =
                new Books(database, table, moves, new RemoteMoves(json, settings.clock()), ledger, settings.clock());
        driver = new LocalDriver(books, intent, new PlainFilms(), new Renders(), settings);
        database.write(connection -> {
            table.add(
                    connection, Principal.LOCAL.name(), ID, Samples.ACCOUNT.fingerprint(), Samples.film("Anna waves"));
            return moves.submitting(connection, table.find(connection, ID).orElseThrow(), Optional.empty());
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheStepOfATaskThatItsFormerOwnerPutBackMeanwhile() {
        TaskRow asThisOwnerReadIt = row();
        database.write(connection -> moves.requeued(connection, asThisOwnerReadIt));
        assertThat(driver.drive(asThisOwnerReadIt)).isInstanceOf(Next.Again.class);
        assertThat(row().status()).isEqualTo(TaskStatus.QUEUED);
        assertThat(driver.drive(row())).isEqualTo(Next.DONE);
        assertThat(row().status()).isEqualTo(TaskStatus.SUCCEEDED);
    }

    private TaskRow row() {
        return database.read(connection -> table.find(connection, ID)).orElseThrow();
    }
}
