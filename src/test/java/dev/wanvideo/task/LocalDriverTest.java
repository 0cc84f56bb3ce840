package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.video.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
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
    private Function<FilmMaker, LocalDriver> drivers;

    @BeforeEach
    void open() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        Files.createDirectories(settings.home());
        database = SqliteDatabase.open(settings.home());
        StoredJson json = new StoredJson();
        table = new TaskTable(json, settings.clock());
        moves = new TaskMoves(json, settings.clock());
        AttemptLedger ledger = new AttemptLedger(json, settings.clock());
        Intent intent = new Intent(database, table, moves, ledger, Optional.empty());
        Books books =
                new Books(database, table, moves, new RemoteMoves(json, settings.clock()), ledger, settings.clock());
        drivers = films -> new LocalDriver(books, intent, films, new Renders(), settings);
        database.write(Hold.NOTHING, connection -> {
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
        LocalDriver driver = drivers.apply(new PlainFilms());
        TaskRow asThisOwnerReadIt = row();
        database.write(Hold.NOTHING, connection -> moves.requeued(connection, asThisOwnerReadIt));
        assertThat(driver.drive(asThisOwnerReadIt)).isInstanceOf(Next.Again.class);
        assertThat(row().status()).isEqualTo(TaskStatus.QUEUED);
        assertThat(driver.drive(row())).isEqualTo(Next.DONE);
        assertThat(row().status()).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void aReferenceThatCannotBeUsedFailsTheFilm() {
        LocalDriver driver = drivers.apply((task, request, target, progress) -> {
            throw new MediaProblem(Category.UNSUPPORTED, "it is damaged", "PNG");
        });
        assertThat(driver.drive(row())).isEqualTo(Next.DONE);
        assertThat(row().task().outcome().error().orElseThrow().message()).contains("it is damaged", "PNG");
    }

    @Test
    void whatAnInterruptedThreadCouldNotReadIsReadByTheNextOne() {
        LocalDriver driver = drivers.apply((task, request, target, progress) -> {
            Thread.currentThread().interrupt();
            throw new MediaProblem(Category.UNSUPPORTED, "it is damaged", "PNG");
        });
        try {
            assertThat(driver.drive(row())).isEqualTo(Next.AT_ONCE);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(row().status()).isEqualTo(TaskStatus.QUEUED);
        assertThat(drivers.apply(new PlainFilms()).drive(row())).isEqualTo(Next.DONE);
        assertThat(row().status()).isEqualTo(TaskStatus.SUCCEEDED);
    }

    private TaskRow row() {
        return database.read(connection -> table.find(connection, ID)).orElseThrow();
    }
}
