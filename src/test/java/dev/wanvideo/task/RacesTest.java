package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Wish;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes on one database decide about the same thing at the same moment. */
@ParameterizedClass
@EnumSource(Store.class)
final class RacesTest {
    private static final int AT_ONCE = 12;

    @Parameter
    Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final List<RemoteBench> benches = new ArrayList<>();

    @BeforeEach
    void openBenches() throws Exception {
        Optional<String> server = store.server();
        for (int i = 0; i < 2; i++) {
            benches.add(new RemoteBench(server, folder, Optional.of(new BigDecimal("5.00"))));
        }
    }

    @AfterEach
    void closeBenches() {
        benches.forEach(RemoteBench::close);
        threads.shutdownNow();
    }

    @Test
    void intentsAtOnceNeverPassTheBudget() throws Exception {
        List<String> ids = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> benches.get(0).createAtAlpha("film " + i))
                .toList();
        List<Optional<TaskRow>> begun = atOnce(i -> benches.get(i % 2).intent.declare(ids.get(i)));
        assertThat(begun).filteredOn(Optional::isPresent).hasSize(5);
        assertThat(benches.get(0).reserved()).isEqualByComparingTo("5.00");
        assertThat(ids)
                .filteredOn(id -> benches.get(0).status(id) == TaskStatus.FAILED)
                .hasSize(AT_ONCE - 5);
    }

    @Test
    void oneTaskIsBegunOnceHoweverManyBeginIt() throws Exception {
        String id = benches.get(0).createAtAlpha("one film");
        List<Optional<TaskRow>> begun = atOnce(i -> benches.get(i % 2).intent.declare(id));
        assertThat(begun).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(benches.get(0).ledger(id)).containsExactly("alpha null");
    }

    @Test
    void oneRequestIdMakesOneTask() throws Exception {
        NewTask film = keyed(RemoteBench.film("the same", new Wish("alpha", Optional.empty())));
        assertThat(atOnce(i -> benches.get(i % 2).ask(film)))
                .filteredOn(CreateOutcome.Created.class::isInstance)
                .hasSize(1);
    }

    @Test
    void oneRequestMakesOneTaskAtATime() throws Exception {
        NewTask film = RemoteBench.film("the same", new Wish("alpha", Optional.empty()));
        assertThat(atOnce(i -> benches.get(i % 2).ask(film)))
                .filteredOn(CreateOutcome.Created.class::isInstance)
                .hasSize(1);
    }

    @Test
    void oneIdOfAProviderIsGivenToOneTask() throws Exception {
        List<String> ids = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> benches.get(0).createAtAlpha("film " + i))
                .limit(5)
                .toList();
        for (String id : ids) {
            TaskRow row = benches.get(0).intent.declare(id).orElseThrow();
            benches.get(0)
                    .books
                    .database()
                    .write(
                            Hold.task(row),
                            connection -> benches.get(0)
                                    .books
                                    .remote()
                                    .unclear(
                                            connection,
                                            row,
                                            new TaskError(dev.wanvideo.video.Category.OUTCOME_UNKNOWN, "who knows")));
        }
        assertThat(atOnce(i -> benches.get(i % 2).settlement.bind(ids.get(i % 5), "theirs-1")))
                .filteredOn(SettleOutcome.Settled.class::isInstance)
                .hasSize(1);
        assertThat(ids)
                .filteredOn(id -> benches.get(0).status(id) == TaskStatus.RUNNING)
                .hasSize(1);
    }

    @Test
    void oneFileIsUploadedByOneTaskAtATime() throws Exception {
        List<String> ids = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> benches.get(0).createAtAlpha("film " + i))
                .toList();
        for (String id : ids) {
            TaskRow row = benches.get(0).row(id);
            benches.get(0)
                    .database
                    .write(
                            Hold.task(row),
                            connection -> benches.get(0).books.remote().preparing(connection, row));
        }
        UploadShelf.Slot slot = new UploadShelf.Slot("account", "sha");
        assertThat(atOnce(i -> uploaded(benches.get(i % 2), slot, ids.get(i))))
                .filteredOn(uploaded -> uploaded)
                .hasSize(1);
    }

    /** Whether it was this task that had to upload the file; it asks until the file is there. */
    private static boolean uploaded(RemoteBench bench, UploadShelf.Slot slot, String id) {
        UploadShelf shelf = new UploadShelf(bench.database, bench.clock);
        while (true) {
            UploadShelf.Found found = shelf.take(slot, id, UploadDesk.LIFE, UploadDesk.LIFE);
            if (found instanceof UploadShelf.Found.Kept) {
                return false;
            }
            if (found instanceof UploadShelf.Found.Yours) {
                shelf.keep(slot, id, RemoteBench.LINK, bench.clock.instant().plus(UploadDesk.LIFE.multipliedBy(2)));
                return true;
            }
        }
    }

    private static NewTask keyed(NewTask film) {
        return new NewTask(
                film.request(),
                film.requestSha(),
                film.plan(),
                Optional.of("my-key"),
                film.warnings(),
                film.wish(),
                film.findings());
    }

    private <T> List<T> atOnce(Attempt<T> attempt) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Callable<T>> calls = IntStream.range(0, AT_ONCE)
                .<Callable<T>>mapToObj(i -> () -> {
                    go.await();
                    return attempt.by(i);
                })
                .toList();
        List<Future<T>> futures = calls.stream().map(threads::submit).toList();
        go.countDown();
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    /** What one of those does who do it at once. */
    private interface Attempt<T> {
        T by(int number) throws Exception;
    }
}
