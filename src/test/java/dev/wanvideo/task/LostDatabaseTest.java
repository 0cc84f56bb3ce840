package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database goes away between an order and its answer: the answer outlives that, and what was not sent is known. */
final class LostDatabaseTest extends OnRemoteBench {
    private static final List<String> BOTH = List.of("alpha", "beta", "gamma");

    @Test
    void anAcceptedFilmOutlivesAKillWhileItCannotBeWrittenDown() throws Exception {
        String id = unwritten("running", ScriptedGateway.accepted("a-1"));
        restart();
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("a-1");
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
        assertThat(answers()).isEmpty();
        bench.step(id);
        assertThat(bench.gateway.polled).containsExactly("a-1");
        assertThat(bench.gateway.submitted).isEmpty();
    }

    @Test
    void anAcceptedFilmOutlivesAKillThoughItsStepFoundItFirst() throws Exception {
        String id = unwritten("running", ScriptedGateway.accepted("a-1"));
        restart();
        bench.step(id);
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.task(id).outcome().error()).isEmpty();
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
    }

    @Test
    void aDeliveredFilmOutlivesAKillWhileItCannotBeWrittenDown() throws Exception {
        ProviderReport report = new ProviderReport(
                Optional.of("COMPLETED"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("0.4")),
                Map.of("prompt", "echoed"));
        String id = unwritten("downloading", new SubmitOutcome.Delivered(report));
        restart();
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.DOWNLOADING);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(bench.task(id).cost().chargedUsd()).hasValue(new BigDecimal("0.4"));
        assertThat(bench.gateway.submitted).isEmpty();
    }

    @Test
    void anAnswerIsWrittenDownByItsOwnerThoughAnotherProcessTookTheStep() throws Exception {
        String id = unwritten("running", ScriptedGateway.accepted("a-1"));
        obliging();
        try (RemoteBench other = bench.beside(folder, BOTH)) {
            other.step(id);
            other.driver.settle();
            assertThat(other.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        }
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(answers()).isEmpty();
    }

    @Test
    void aDefiniteNoIsWrittenDownByItsOwnerThoughAnotherProcessTookTheStep() throws Exception {
        bench.gateway.does((provider, request, film) -> {
            refusing("failed");
            return SubmitOutcome.Refused.of(Category.CONTENT_REFUSED, "no", 422);
        });
        String id = bench.createAtAlpha("Anna waves");
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreUnavailable.class);
        obliging();
        try (RemoteBench other = bench.beside(folder, BOTH)) {
            other.step(id);
        }
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.reserved()).isEqualByComparingTo("0");
    }

    @Test
    void whatIsKeptBesideTheDatabaseHoldsNeitherPromptNorKeyAndIsItsOwnersAlone() throws Exception {
        unwritten("running", new SubmitOutcome.Accepted("a-1", details(Map.of("prompt", "Anna waves"))));
        Path answer = answers().get(0);
        assertThat(answer).content().contains("a-1").doesNotContain("Anna").doesNotContain("secret-of");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(answer)))
                .isEqualTo("rw-------");
    }

    @Test
    void thereIsRoomForTheAnswerBeforeTheOrderIsSent() throws Exception {
        bench.gateway.does((provider, request, film) -> {
            assertThat(answers())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.size(file)).isEqualTo(4096));
            return ScriptedGateway.accepted("a-1");
        });
        bench.step(bench.createAtAlpha("Anna waves"));
        assertThat(bench.gateway.submitted).hasSize(1);
        assertThat(answers()).isEmpty();
    }

    @Test
    void nothingIsOrderedWhereItsAnswerCouldNotBeKept() throws Exception {
        Files.createFile(bench.settings.home().resolve("answers"));
        String id = bench.createAtAlpha("Anna waves");
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreUnavailable.class);
        assertThat(bench.gateway.submitted).isEmpty();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(bench.ledger(id)).isEmpty();
    }

    @Test
    void roomThatAKilledProcessLeftIsClearedAwayAndSaysNothing() throws Exception {
        Path answers = Files.createDirectories(bench.settings.home().resolve("answers"));
        Path left = Files.write(answers.resolve("abc.answer"), new byte[4096]);
        Path young = Files.write(answers.resolve("def.answer"), new byte[4096]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(3600)));
        bench.driver.settle();
        assertThat(answers()).containsExactly(young);
    }

    @Test
    void anAnswerToWhatThisDatabaseDoesNotKnowIsKept() throws Exception {
        String id = unwritten("running", ScriptedGateway.accepted("a-1"));
        obliging();
        sql("UPDATE submit_attempt SET intent_key = 'of another'");
        restartAsItIs();
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMITTING);
        assertThat(answers()).hasSize(1);
    }

    @Test
    void anIntentOfWhichNobodyHeardBeginsAgain() {
        String id = bench.createAtAlpha("Anna waves");
        bench.connection.breakAfterCommit();
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreAway.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMITTING);
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.ledger(id)).containsExactly("alpha not_sent", "alpha accepted");
        assertThat(bench.gateway.submitted).hasSize(1);
        assertThat(bench.reserved()).isEqualByComparingTo("1.00");
    }

    @Test
    void anIntentOfWhichNobodyHeardBeginsAgainAfterAKill() throws Exception {
        String id = bench.createAtAlpha("Anna waves");
        bench.connection.breakAfterCommit();
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreAway.class);
        restartAsItIs();
        bench.driver.settle();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(answers()).isEmpty();
    }

    @Test
    void anIntentThatWasNeverWrittenDownIsForgotten() throws Exception {
        String id = bench.createAtAlpha("Anna waves");
        bench.connection.breakBeforeCommit();
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreAway.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        bench.driver.settle();
        assertThat(answers()).isEmpty();
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.gateway.submitted).hasSize(1);
    }

    @Test
    void whatAnotherProcessSendsUnderTheSameNumberIsNotTakenBack() throws Exception {
        String id = bench.createAtAlpha("Anna waves");
        bench.connection.breakBeforeCommit();
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreAway.class);
        try (RemoteBench other = bench.beside(folder, BOTH)) {
            other.gateway.does((provider, request, film) -> {
                bench.driver.settle();
                bench.step(id);
                return ScriptedGateway.accepted("a-1");
            });
            other.step(id);
            assertThat(other.status(id)).isEqualTo(TaskStatus.RUNNING);
            assertThat(other.gateway.submitted).hasSize(1);
        }
        assertThat(bench.gateway.submitted).isEmpty();
    }

    @Test
    void whatWasDeclaredButNotSentSinceTheDatabaseWentAwayBeginsAgain() {
        String id = bench.createAtAlpha("Anna waves");
        bench.connection.breakAtTheNextRead();
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreAway.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMITTING);
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(bench.gateway.submitted).isEmpty();
    }

    /** A task whose order came to this, which could not be written down. */
    private String unwritten(String state, SubmitOutcome outcome) {
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, ScriptedFilms.WHOLE);
            refusing(state);
            return outcome;
        });
        String id = bench.createAtAlpha("Anna waves");
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreUnavailable.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMITTING);
        return id;
    }

    private static ProviderReport details(Map<String, Object> details) {
        return new ProviderReport(
                Optional.of("CREATED"), Optional.empty(), Optional.empty(), Optional.empty(), details);
    }

    /** The process dies, the database can be written again, and another process comes. */
    private void restart() throws IOException {
        obliging();
        restartAsItIs();
    }

    private void restartAsItIs() throws IOException {
        RemoteBench dead = bench;
        dead.driver.close();
        bench = dead.beside(folder, BOTH);
        dead.close();
    }

    private void refusing(String state) {
        store.refusing(state).forEach(this::sql);
    }

    private void obliging() {
        store.obliging().forEach(this::sql);
    }

    private void sql(String statement) {
        bench.database.write(Hold.NOTHING, connection -> {
            Sql.run(connection, statement);
            return true;
        });
    }

    private List<Path> answers() {
        Path answers = bench.settings.home().resolve("answers");
        if (!Files.isDirectory(answers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(answers)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
