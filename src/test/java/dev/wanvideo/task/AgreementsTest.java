package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.HandClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Two servers of one store put questions to people. */
@ParameterizedClass
@EnumSource(Store.class)
final class AgreementsTest {
    private static final int AT_ONCE = 8;
    private static final Duration LIFE = Duration.ofMinutes(15);

    @Parameter
    Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Database> databases = new ArrayList<>();

    @BeforeEach
    void openDatabases() throws Exception {
        TaskSettings settings = Samples.settings(folder).on(store.server());
        Files.createDirectories(settings.home());
        databases.add(Databases.open(settings));
        databases.add(Databases.open(settings));
    }

    @AfterEach
    void closeDatabases() {
        databases.forEach(Database::close);
        threads.shutdownNow();
    }

    @Test
    void allServersHaveTheSecretOfWhoeverCameFirst() throws Exception {
        List<byte[]> secrets = atOnce(i -> server(i).secret());
        assertThat(secrets).allSatisfy(secret -> assertThat(secret).hasSize(32).isEqualTo(secrets.get(0)));
        assertThat(secrets.get(0)).isNotEqualTo(new byte[32]);
        assertThat(server(0).secret()).isEqualTo(secrets.get(0));
    }

    @Test
    void anotherStoreHasAnotherSecret() throws Exception {
        TaskSettings settings = Samples.settings(folder.resolve("other"));
        Files.createDirectories(settings.home());
        try (Database other = Databases.open(settings)) {
            byte[] its = new StoredAgreements(other, clock).secret();
            assertThat(Arrays.equals(its, server(0).secret())).isFalse();
        }
    }

    @Test
    void aYesIsUsedOnceHoweverManyUseIt() throws Exception {
        assertThat(atOnce(i -> server(i).use("yes", clock.instant().plus(LIFE))))
                .filteredOn(used -> used)
                .hasSize(1);
        assertThat(server(1).use("another", clock.instant().plus(LIFE))).isTrue();
    }

    @Test
    void aUsedYesIsForgottenLongAfterItsTime() {
        server(0).use("yes", clock.instant().plus(LIFE));
        clock.move(LIFE.plusMinutes(1));
        server(0).use("another", clock.instant().plus(LIFE));
        assertThat(server(1).use("yes", clock.instant())).isFalse();
        clock.move(Duration.ofDays(2));
        server(0).use("a third", clock.instant());
        long left = databases.get(0).<Long>read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM used_yes"));
        assertThat(left).isEqualTo(1);
    }

    /** A server that has just started. */
    private Agreements server(int number) {
        return new StoredAgreements(databases.get(number % 2), clock);
    }

    private <T> List<T> atOnce(Attempt<T> attempt) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> futures = IntStream.range(0, AT_ONCE)
                .<Callable<T>>mapToObj(i -> () -> {
                    go.await();
                    return attempt.by(i);
                })
                .map(threads::submit)
                .toList();
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
