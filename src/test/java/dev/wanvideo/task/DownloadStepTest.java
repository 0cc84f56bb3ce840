package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DownloadStepTest extends OnRemoteBench {
    @Test
    void goesOnWithWhatIsThereAfterTroubleAndWaitsLongerEachTime() throws Exception {
        String id = bench.running();
        FilmTrouble cut = new FilmTrouble("connection reset");
        bench.gateway.shows(RemoteBench.finished());
        bench.films.fail(cut, cut);
        assertThat(bench.step(id)).isEqualTo(again(5));
        assertThat(bench.status(id)).isEqualTo(TaskStatus.DOWNLOADING);
        Path part = bench.filesOfFilms().get(0);
        assertThat(part.toString()).endsWith(".mp4.1.part");
        assertThat(part).hasContent("a whol");
        assertThat(bench.step(id)).isEqualTo(again(10));
        assertThat(bench.step(id)).isEqualTo(Next.DONE);
        Film film = bench.task(id).outcome().film().orElseThrow();
        assertThat(film.path()).hasContent(ScriptedFilms.WHOLE);
        assertThat(film.sha256()).hasSize(64);
        assertThat(film.sheet().orElseThrow()).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(bench.filesOfFilms()).containsExactlyInAnyOrderElementsOf(Samples.filesOf(film));
        assertThat(bench.gateway.polled).hasSize(1);
    }

    @Test
    void aFilmWithoutASheetIsAFilm() throws Exception {
        bench.films.stills = Optional.empty();
        String id = bench.running();
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        Film film = bench.task(id).outcome().film().orElseThrow();
        assertThat(film.sheet()).isEmpty();
        assertThat(bench.filesOfFilms()).containsExactlyInAnyOrderElementsOf(Samples.filesOf(film));
    }

    @Test
    void asksForAFreshAddressTwiceAndThenSaysWhereTheFilmWas() {
        String id = bench.running();
        FilmGone gone = new FilmGone("HTTP 404");
        bench.gateway.usually = RemoteBench.finished();
        bench.films.fail(gone, gone, gone);
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.step(id)).isEqualTo(again(30));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.NOT_FOUND);
        assertThat(bench.error(id).message())
                .contains(RemoteBench.LINK.toString(), "HTTP 404", "task a-1", "charged (0.9 USD)", "without an end");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.YES);
        assertThat(bench.task(id).outcome().link()).isPresent();
        assertThat(bench.gateway.polled).hasSize(3);
        assertThat(bench.ledger(id)).containsExactly("alpha failed_charged");
    }

    @Test
    void aFreshAddressMendsIt() {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        bench.films.fail(new FilmGone("HTTP 403"));
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void anAddressThatExpiredDuringTroubleIsAskedForAgain() {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished(Optional.of(Duration.ofMinutes(10)));
        bench.films.fail(new FilmTrouble("no network"), new FilmTrouble("no network"));
        bench.step(id);
        bench.clock.move(Duration.ofMinutes(11));
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void aLinkThatDiedOvernightLeavesWordOfWhatIsLeft() {
        String id = bench.running();
        Instant found = bench.clock.instant();
        bench.gateway.usually = RemoteBench.finished(Optional.of(Duration.ofHours(24)));
        FilmGone refused = new FilmGone("the server answered with status 403");
        bench.films.fail(new FilmTrouble("no network"), refused, refused, refused);
        bench.step(id);
        bench.clock.move(Duration.ofHours(25));
        for (int i = 0; i < 3; i++) {
            bench.step(id);
        }
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).message())
                .contains(
                        "status 403",
                        "was good until " + found.plus(Duration.ofHours(24)),
                        RemoteBench.LINK + " .",
                        "alpha has it as its task a-1",
                        "0.9 USD",
                        "wan-video-mcp resolve " + id + " --provider-task-id a-1",
                        "without another charge");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.YES);
        RemoteLink link = bench.task(id).outcome().link().orElseThrow();
        assertThat(link.alive(bench.clock.instant()))
                .as("told again, not younger")
                .isFalse();
        assertThat(bench.gateway.polled).as("asked for a fresh one").hasSize(3);
    }

    @Test
    void aPaidFilmThatWasLostIsFetchedOnceItIsThereAgain() {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        FilmGone gone = new FilmGone("HTTP 403");
        bench.films.fail(gone, gone, gone);
        for (int i = 0; i < 3; i++) {
            bench.step(id);
        }
        assertThat(bench.settlement.notCharged(id)).isInstanceOf(SettleOutcome.Unchanged.class);
        assertThat(bench.settlement.bind(id, "a-1")).isInstanceOf(SettleOutcome.Settled.class);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.YES);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(bench.gateway.submitted).hasSize(1);
        assertThat(bench.ledger(id)).containsExactly("alpha made");
    }

    @Test
    void tellsNowAndThenHowMuchIsHere() throws Exception {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        bench.films.fail(new FilmTrouble("connection reset"));
        bench.step(id);
        AtomicLong nanos = new AtomicLong();
        TaskRow row = bench.row(id);
        ArrivalNotes notes = new ArrivalNotes(bench.books, row, nanos::get);
        notes.accept(new Arrival(10, OptionalLong.of(60)));
        assertThat(bench.task(id).advance().arrival()).as("too soon").isEmpty();
        nanos.addAndGet(1_000_000_000);
        notes.accept(new Arrival(20, OptionalLong.of(60)));
        assertThat(bench.task(id).advance().arrival()).hasValue(new Arrival(20, OptionalLong.of(60)));
        assertThat(bench.row(id).rev()).as("told to those who wait").isEqualTo(row.rev() + 1);
        nanos.addAndGet(2_000_000_000);
        notes.accept(new Arrival(30, OptionalLong.empty()));
        assertThat(bench.task(id).advance().arrival()).hasValue(new Arrival(30, OptionalLong.empty()));
        bench.step(id);
        assertThat(bench.task(id).advance().arrival()).as("it is all here").isEmpty();
    }

    @Test
    void saysSoWhenTheFilmIsNotAsLongAsAskedFor() {
        bench.films.seconds = 3.04;
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        bench.step(id);
        assertThat(bench.task(id).warnings()).contains("The film is 3.0 s long, 5 s were asked for.");
    }

    @Test
    void nothingIsLeftOfAFilmThatIsGivenUp() throws Exception {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        FilmGone gone = new FilmGone("HTTP 403");
        bench.films.fail(gone, gone, gone);
        for (int i = 0; i < 3; i++) {
            bench.step(id);
        }
        Path part = bench.filesOfFilms().get(0);
        Files.writeString(part.resolveSibling(part.getFileName() + ".note"), "x");
        bench.step(id);
        assertThat(bench.filesOfFilms()).isEmpty();
    }

    @Test
    void troubleUntilTheDeadlineEndsWithTheAddressInHand() {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        FilmTrouble trouble = new FilmTrouble("no network");
        bench.films.fail(trouble, trouble, trouble, trouble, trouble, trouble);
        bench.step(id);
        bench.clock.move(Duration.ofHours(25));
        for (int i = 0; i < 5; i++) {
            assertThat(bench.status(id)).isEqualTo(TaskStatus.DOWNLOADING);
            bench.step(id);
        }
        assertThat(bench.error(id).category()).isEqualTo(Category.UNAVAILABLE);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.YES);
        assertThat(bench.task(id).outcome().link().orElseThrow().address()).isEqualTo(RemoteBench.LINK);
    }

    @Test
    void aComputerThatWakesPastTheDeadlineWithoutANetworkStillFetchesTheFilm() {
        String id = bench.running();
        bench.gateway.usually = RemoteBench.finished();
        FilmTrouble asleep = new FilmTrouble("no network");
        bench.films.fail(asleep, asleep, asleep, asleep, asleep);
        bench.step(id);
        bench.step(id);
        bench.clock.move(Duration.ofHours(25));
        for (int i = 0; i < 3; i++) {
            assertThat(bench.step(id)).isEqualTo(again(300));
        }
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void aDeliveredFilmThatGotItsNameJustBeforeItsProcessDiedIsNotLost() throws Exception {
        String id = bench.createAtAlpha("Anna waves");
        TaskRow begun = bench.intent
                .declare(id, Beginning.at(FilmFiles.place(bench.row(id), bench.settings), Optional.empty()))
                .orElseThrow();
        folder(begun);
        bench.database.write(
                Hold.NOTHING,
                connection ->
                        bench.books.remote().delivered(connection, begun, dev.wanvideo.provider.ProviderReport.NONE));
        Path film = begun.target().orElseThrow();
        SubmitStepTest.write(film, ScriptedFilms.WHOLE);
        assertThat(bench.step(id)).isEqualTo(Next.DONE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(film).hasContent(ScriptedFilms.WHOLE);
        assertThat(bench.filesOfFilms())
                .containsExactlyInAnyOrderElementsOf(
                        Samples.filesOf(bench.task(id).outcome().film().orElseThrow()));
    }

    @Test
    void theSweepKeepsThePartOfAFilmThatIsBeingFetched() throws Exception {
        String id = bench.running();
        bench.gateway.shows(RemoteBench.finished());
        bench.films.fail(new FilmTrouble("connection reset"));
        bench.step(id);
        Path part = Files.setLastModifiedTime(
                bench.filesOfFilms().get(0), FileTime.from(Instant.now().minusSeconds(3600)));
        new Leftovers(bench.database, bench.books.table(), bench.settings).remove();
        assertThat(part).hasContent("a whol");
    }

    @Test
    void aDeliveredFilmThatWasCutOffBetweenIsStillPublished() {
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, ScriptedFilms.WHOLE);
            return ScriptedGateway.accepted("a-1");
        });
        String id = bench.createAtAlpha("Anna waves");
        TaskRow begun = bench.intent
                .declare(id, Beginning.at(FilmFiles.place(bench.row(id), bench.settings), Optional.empty()))
                .orElseThrow();
        SubmitStepTest.write(folder(begun).resolve(begun.target().orElseThrow() + ".1.part"), ScriptedFilms.WHOLE);
        bench.database.write(
                Hold.NOTHING,
                connection ->
                        bench.books.remote().delivered(connection, begun, dev.wanvideo.provider.ProviderReport.NONE));
        assertThat(bench.step(id)).isEqualTo(Next.DONE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    private Path folder(TaskRow row) {
        try {
            return Files.createDirectories(FilmFiles.of(row, bench.settings).folder());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
