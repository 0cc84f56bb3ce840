package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskHouseTest {
    @TempDir
    Path folder;

    @Test
    void makesAFilmAndItsSheetUnderANameThatAPersonRecognises() throws Exception {
        try (TaskHouse house = open(new PlainFilms())) {
            Task task = Samples.created(house.create(Samples.film("Anna and the robot dance")));
            Task done = finished(house, task.id());
            Film film = done.outcome().film().orElseThrow();
            assertThat(done.status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(done.advance().percent()).isEqualTo(100);
            assertThat(film.path().getFileName().toString())
                    .matches("\\d{4}-\\d\\d-\\d\\d anna-and-the-robot-dance [0-9a-z]{6}\\.mp4");
            assertThat(film.path()).hasContent(task.id());
            assertThat(film.bytes()).isEqualTo(task.id().length());
            assertThat(film.sha256()).hasSize(64);
            assertThat(film.sheet().orElseThrow())
                    .hasBinaryContent(PlainFilms.FILM.stills().sheet());
            assertThat(film.poster().orElseThrow())
                    .hasBinaryContent(PlainFilms.FILM.stills().poster());
            assertThat(filesIn("films")).containsExactlyInAnyOrderElementsOf(Samples.filesOf(film));
        }
    }

    @Test
    void keepsEverythingThatWasAskedAndQuoted() {
        try (TaskHouse house = open(new PlainFilms())) {
            NewTask wanted = Samples.film("A quiet street");
            Task task = house.find(Samples.created(house.create(wanted)).id()).orElseThrow();
            assertThat(task.request()).isEqualTo(wanted.request());
            assertThat(task.warnings()).containsExactly("it is a preview");
            assertThat(task.cost()).isEqualTo(new Cost(Quote.FREE, Optional.empty(), Charged.NO));
            assertThat(task.provider()).isEqualTo("preview");
            assertThat(task.times().deadline()).isAfter(task.times().created());
        }
    }

    @Test
    void listsNewestFirstAndByStatus() throws Exception {
        try (TaskHouse house = open(new PlainFilms())) {
            String first = Samples.created(house.create(Samples.film("one"))).id();
            String second = Samples.created(house.create(Samples.film("two"))).id();
            finished(house, first);
            finished(house, second);
            assertThat(house.list(Optional.empty(), 10)).extracting(Task::id).containsExactly(second, first);
            assertThat(house.list(Optional.empty(), 1)).extracting(Task::id).containsExactly(second);
            assertThat(house.list(Optional.of(TaskStatus.FAILED), 10)).isEmpty();
            assertThat(house.list(Optional.of(TaskStatus.SUCCEEDED), 10)).hasSize(2);
        }
    }

    @Test
    void whoWentAwayBeforeTheRowGetsNoFilm() {
        try (TaskHouse house = open(new PlainFilms())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> house.create(Samples.film("Unwanted"))).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(house.list(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void manyThreadsWithOneRequestIdMakeOneTask() throws Exception {
        PlainFilms films = new PlainFilms();
        try (TaskHouse house = open(films);
                TaskHouse other = open(films)) {
            NewTask wanted = Samples.film("Race", Optional.of("key-1"), Quote.FREE);
            List<Callable<CreateOutcome>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                TaskHouse through = i % 2 == 0 ? house : other;
                calls.add(() -> through.create(wanted));
            }
            Set<String> ids = new HashSet<>();
            long made = 0;
            for (CreateOutcome outcome : all(calls)) {
                made += outcome instanceof CreateOutcome.Created ? 1 : 0;
                ids.add(
                        outcome instanceof CreateOutcome.Existing existing
                                ? existing.task().id()
                                : Samples.created(outcome).id());
            }
            assertThat(made).isEqualTo(1);
            assertThat(ids).hasSize(1);
            assertThat(house.list(Optional.empty(), 100)).hasSize(1);
        }
    }

    @Test
    void refusesARequestIdThatBelongsToAnotherRequest() {
        try (TaskHouse house = open(new PlainFilms())) {
            house.create(Samples.film("one", Optional.of("key"), Quote.FREE));
            CreateOutcome outcome = house.create(Samples.film("two", Optional.of("key"), Quote.FREE));
            assertThat(outcome).isInstanceOfSatisfying(CreateOutcome.Conflict.class, conflict -> {
                assertThat(conflict.refusal().category()).isEqualTo(Category.INVALID_REQUEST);
                assertThat(conflict.refusal().message())
                        .contains("use a new request_id")
                        .endsWith("Nothing was submitted or charged.");
                assertThat(conflict.refusal().violations())
                        .extracting(Violation::field, Violation::value)
                        .containsExactly(tuple("request_id", "key"));
            });
            assertThat(house.list(Optional.empty(), 10)).hasSize(1);
        }
    }

    @Test
    void saysThatAnEndedRequestIdNeedsASuccessor() {
        NewTask wanted = Samples.film("in vain", Optional.of("key"), Quote.FREE);
        try (TaskHouse house = open(new SteeredFilms())) {
            Task first = Samples.created(house.create(wanted));
            assertThat(why(house.create(wanted))).endsWith("so this is that task.");
            house.cancel(first.id());
            assertThat(why(house.create(wanted))).endsWith("use a new request_id.");
        }
    }

    private static String why(CreateOutcome outcome) {
        return ((CreateOutcome.Existing) outcome).why();
    }

    @Test
    void findsTheActiveTaskForAnEqualRequestButMakesANewOneOnceItEnded() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            Task first = Samples.created(house.create(Samples.film("again")));
            assertThat(house.create(Samples.film("again")))
                    .isInstanceOfSatisfying(CreateOutcome.Existing.class, existing -> {
                        assertThat(existing.task().id()).isEqualTo(first.id());
                        assertThat(existing.why()).contains("request_id");
                    });
            films.finish();
            finished(house, first.id());
            assertThat(Samples.created(house.create(Samples.film("again"))).id())
                    .isNotEqualTo(first.id());
        }
    }

    @Test
    void cancelsARunningFilmAndKeepsNothingOfIt() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            String id = Samples.created(house.create(Samples.film("stop me"))).id();
            films.awaitBegun();
            CancelOutcome outcome = house.cancel(id).orElseThrow();
            assertThat(outcome.cancelled()).isTrue();
            assertThat(outcome.task().status()).isEqualTo(TaskStatus.CANCELLED);
            Eventually.is(() -> filesIn("films").isEmpty());
            assertThat(house.cancel(id).orElseThrow().cancelled()).isFalse();
        }
    }

    @Test
    void cancelsAFilmThatAnotherProcessMakes() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse maker = open(films);
                TaskHouse other = TaskHouse.open(Samples.settings(folder), List.of(), new PlainFilms())) {
            String id = Samples.created(maker.create(Samples.film("far away"))).id();
            films.awaitBegun();
            assertThat(other.cancel(id).orElseThrow().cancelled()).isFalse();
            assertThat(maker.cancel(id).orElseThrow().cancelled()).isTrue();
            Eventually.is(() -> filesIn("films").isEmpty());
            assertThat(other.find(id).orElseThrow().status()).isEqualTo(TaskStatus.CANCELLED);
        }
    }

    @Test
    void cancelsAQueuedTaskAtOnceAndNeverBeginsIt() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            List<String> ids = new ArrayList<>();
            for (String prompt : List.of("a", "b", "c")) {
                ids.add(Samples.created(house.create(Samples.film(prompt))).id());
            }
            Set<String> begun = Set.of(films.awaitBegun(), films.awaitBegun());
            String waiting =
                    ids.stream().filter(id -> !begun.contains(id)).findFirst().orElseThrow();
            assertThat(house.cancel(waiting).orElseThrow().task().status()).isEqualTo(TaskStatus.CANCELLED);
            films.finish();
            for (String id : begun) {
                assertThat(finished(house, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
            }
            assertThat(house.find(waiting).orElseThrow().status()).isEqualTo(TaskStatus.CANCELLED);
        }
    }

    @Test
    void saysHonestlyThatAFinishedFilmCannotBeCancelled() throws Exception {
        try (TaskHouse house = open(new PlainFilms())) {
            String id = Samples.created(house.create(Samples.film("too late"))).id();
            finished(house, id);
            CancelOutcome outcome = house.cancel(id).orElseThrow();
            assertThat(outcome.cancelled()).isFalse();
            assertThat(outcome.task().status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(outcome.sentence()).contains("already finished");
            assertThat(house.cancel("wv_nothing")).isEmpty();
        }
    }

    @Test
    void failsWithTheWordsOfAReferenceThatCannotBeUsedAndKeepsNothing() throws Exception {
        FilmMaker films = (task, request, target, progress) -> {
            Files.write(target, new byte[] {1}, StandardOpenOption.CREATE_NEW);
            throw new MediaProblem(Category.INVALID_REQUEST, "anna.png is no picture", "JPEG, PNG or WebP");
        };
        try (TaskHouse house = open(films)) {
            Task failed = finished(
                    house, Samples.created(house.create(Samples.film("bad"))).id());
            TaskError error = failed.outcome().error().orElseThrow();
            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
            assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
            assertThat(error.message()).contains("anna.png is no picture", "JPEG, PNG or WebP");
            assertThat(failed.cost().charged()).isEqualTo(Charged.NO);
            assertThat(filesIn("films")).isEmpty();
        }
    }

    @Test
    void failsInPlainWordsWhenTheMakerHasAFault() throws Exception {
        FilmMaker films = (task, request, target, progress) -> {
            throw new IllegalStateException("java.lang.Secret at /home/somebody");
        };
        try (TaskHouse house = open(films)) {
            Task failed = finished(
                    house, Samples.created(house.create(Samples.film("bug"))).id());
            assertThat(failed.outcome().error().orElseThrow().message())
                    .isEqualTo("The server could not make this film. Change it or try again.");
        }
    }

    @Test
    void tellsProgressToWhoeverWaits() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            String id = Samples.created(house.create(Samples.film("progress"))).id();
            List<Task> seen = new ArrayList<>();
            Task last = house.await(id, Samples.PATIENCE, task -> {
                        seen.add(task);
                        if (task.advance().percent() > 10) {
                            films.finish();
                        }
                    })
                    .orElseThrow();
            assertThat(last.status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(seen).extracting(task -> task.advance().percent()).isSorted();
            assertThat(seen).extracting(Task::status).contains(TaskStatus.RUNNING, TaskStatus.SUCCEEDED);
            assertThat(seen.stream()
                            .filter(task -> task.status() == TaskStatus.RUNNING)
                            .allMatch(task -> task.advance().etaSeconds().orElse(0) > 0))
                    .isTrue();
        }
    }

    @Test
    void awaitReturnsWhatIsThereWhenTheTimeIsOver() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            String id = Samples.created(house.create(Samples.film("slow"))).id();
            films.awaitBegun();
            assertThat(house.await(id, Duration.ofMillis(50), task -> {})
                            .orElseThrow()
                            .status()
                            .terminal())
                    .isFalse();
            assertThat(house.await("wv_nothing", Samples.PATIENCE, task -> {})).isEmpty();
        }
    }

    @Test
    void worksJustTheSameWhereWalDoesNot() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        Database database = SqliteDatabase.open(Files.createDirectories(settings.home()), Journal.TRUNCATE);
        assertThat(database.<String>read(connection -> Sql.word(connection, "PRAGMA journal_mode")))
                .isEqualTo("truncate");
        try (TaskHouse house =
                TaskHouse.over(database, settings, List.of(Samples.ACCOUNT), new PlainFilms(), Optional.empty())) {
            String id = Samples.created(house.create(Samples.film("old ways"))).id();
            assertThat(finished(house, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    private TaskHouse open(FilmMaker films) {
        return TaskHouse.open(Samples.settings(folder), List.of(Samples.ACCOUNT), films);
    }

    private static Task finished(TaskHouse house, String id) throws InterruptedException {
        return house.await(id, Samples.PATIENCE, task -> {}).orElseThrow();
    }

    private List<Path> filesIn(String name) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
