package dev.wanvideo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.HandClock;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxTest {
    private static final Pace SLOW = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(3));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();

    @Test
    void aJobWaitsThenWorksThenIsDoneByTheClock() throws Exception {
        try (Acme acme = timed()) {
            String id = acme.order("a boat");
            assertThat(acme.look(id).path("status").asString()).isEqualTo("waiting");

            clock.move(Duration.ofSeconds(61));
            assertThat(acme.look(id).path("status").asString()).isEqualTo("working");
            clock.move(Duration.ofSeconds(89));
            assertThat(acme.look(id).path("percent").asInt()).isEqualTo(50);
            assertThat(acme.look(id).path("film").asString()).isEmpty();

            clock.move(Duration.ofMinutes(2));
            drawn(acme, id);
            assertThat(acme.look(id).path("status").asString()).isEqualTo("done");
            assertThat(acme.look(id).path("film").asString())
                    .isEqualTo(acme.sandbox().address() + "/films/" + id + ".mp4");
        }
    }

    @Test
    void onlyAJobThatWaitsCanBeCancelled() throws Exception {
        try (Acme acme = timed()) {
            String early = acme.order("early");
            String late = acme.order("late");
            assertThat(cancel(acme, early)).isTrue();
            assertThat(acme.look(early).path("status").asString()).isEqualTo("cancelled");
            assertThat(cancel(acme, early)).isFalse();

            clock.move(Duration.ofMinutes(2));
            assertThat(cancel(acme, late)).isFalse();
            assertThat(cancel(acme, "acme-nobody")).isFalse();
            assertThat(acme.look(late).path("status").asString()).isEqualTo("working");
            assertThat(acme.sandbox().books().billedUsd()).isEqualByComparingTo("0.5");
            assertThat(acme.sandbox().books().chargedUsd()).isEqualByComparingTo("0.25");
        }
    }

    @Test
    void theBooksAreExactWhenTwoHundredOrderAtOnce() throws Exception {
        try (Acme acme = timed()) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(acme.createSoon("film " + i));
            }
            List<String> ids = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                ids.add(Acme.json(answer.get(Acme.PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .path("id")
                        .asString());
            }
            SandboxBooks books = acme.sandbox().books();
            assertThat(books.entries()).extracting(SandboxBooks.Entry::job).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(books.entries("acme"))
                    .extracting(SandboxBooks.Entry::body)
                    .contains("film 0", "film 199");
            assertThat(books.entries("other")).isEmpty();
            assertThat(books.billedUsd()).isEqualByComparingTo("50");
            assertThat(books.calls("POST /acme/v1/films")).isEqualTo(200);
        }
    }

    @Test
    void whatWasOrderedAndAskedIsInTheBooks() throws Exception {
        try (Acme acme = timed()) {
            String id = acme.order("a boat");
            acme.poll(id);
            acme.poll(id);
            acme.get("/acme/v1/films");
            SandboxBooks.Entry entry = acme.sandbox().books().find(id).orElseThrow();
            assertThat(entry.provider()).isEqualTo("acme");
            assertThat(entry.prompt()).isEqualTo("a boat");
            assertThat(entry.usd()).isEqualByComparingTo(AcmeWire.PRICE);
            assertThat(entry.accepted()).isEqualTo(clock.instant());
            assertThat(entry.polls()).isEqualTo(2);
            assertThat(entry.phase()).isEqualTo(Phase.WAITING);
            assertThat(entry.done()).isEmpty();
            assertThat(acme.sandbox().books().calls())
                    .isEqualTo(Map.of("POST /acme/v1/films", 1, "GET /acme/v1/films/{id}", 2, "GET /acme/v1/films", 1));
        }
    }

    @Test
    void doneIsToldToTheMomentItWas() throws Exception {
        try (Acme acme = timed()) {
            acme.order("one to draw the film for");
            clock.move(SLOW.whole());
            drawn(acme, acme.sandbox().books().entries().get(0).job());
            String id = acme.order("a boat");
            clock.move(Duration.ofHours(1));
            drawn(acme, id);
            SandboxBooks.Entry entry = acme.sandbox().books().find(id).orElseThrow();
            assertThat(entry.done()).contains(entry.accepted().plus(SLOW.whole()));
        }
    }

    @Test
    void whatIsRefusedAsWrongCostsNothing() throws Exception {
        try (Acme acme = timed()) {
            assertThat(acme.create(" ").statusCode()).isEqualTo(422);
            assertThat(acme.get("/acme/v2/a/b/c/d").statusCode()).isEqualTo(404);
            assertThat(acme.poll("acme-nobody").body()).contains("NO_SUCH_TASK");
            assertThat(acme.create("break").body()).contains("INTERNAL");
            assertThat(acme.sandbox().books().entries()).isEmpty();
        }
    }

    @Test
    void aJobIsUnknownToAnotherProvider() throws Exception {
        try (Acme acme = timed()) {
            String id = acme.order("a boat");
            assertThat(acme.get("/other/v1/films/" + id).statusCode()).isEqualTo(404);
            assertThat(acme.get("/other/v1/films").body()).doesNotContain(id);
            assertThat(acme.get("/acme/v1/films").body()).contains(id);
        }
    }

    @Test
    void theLatestJobsComeNewestFirst() throws Exception {
        try (Acme acme = timed()) {
            String first = acme.order("first");
            String second = acme.order("second");
            assertThat(acme.get("/acme/v1/films").body()).contains(second + " " + first);
        }
    }

    @Test
    void keysAreHeldToWhatIsAccepted() throws Exception {
        try (Acme acme = timed()) {
            assertThat(withKey(acme, SandboxSettings.WRONG_KEY)).isEqualTo(401);
            assertThat(withKey(acme, "")).isEqualTo(401);
            assertThat(withKey(acme, SandboxSettings.EMPTY_KEY)).isEqualTo(402);
            assertThat(acme.send(acme.to("/acme/v1/films")).statusCode()).isEqualTo(401);
            assertThat(acme.sandbox().books().entries()).isEmpty();
            assertThat(withKey(acme, "whatever")).isEqualTo(200);
        }
        SandboxSettings strict = new SandboxSettings(0, folder, SLOW, Map.of(), FilmStyle.SHARED, Set.of("this"), 1);
        try (Acme acme = new Acme(strict, clock)) {
            assertThat(withKey(acme, "whatever")).isEqualTo(401);
            assertThat(withKey(acme, "this")).isEqualTo(200);
            assertThat(acme.sandbox().environment().get("acme")).containsEntry("ACME_API_KEY", "this");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedInTheProvidersWords() throws Exception {
        try (Acme acme = timed()) {
            assertThat(acme.create("x".repeat(Incoming.BODY_LIMIT)).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused = acme.create("x".repeat(Incoming.BODY_LIMIT + 1));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(acme.sandbox().books().entries()).hasSize(1);
        }
    }

    @Test
    void tenThousandJobsNeedNoThreadsOfTheirOwn() throws Exception {
        try (Acme acme = timed()) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                answers.add(acme.createSoon("film " + i));
                if (i % 100 == 99) {
                    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                            .get(Acme.PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
            }
            clock.move(Duration.ofMinutes(2));
            for (SandboxBooks.Entry entry : acme.sandbox().books().entries().subList(0, 500)) {
                assertThat(acme.look(entry.job()).path("percent").asInt()).isEqualTo(33);
            }
            assertThat(acme.sandbox().books().entries()).hasSize(10_000);
            assertThat(threadsOf(acme)).isBetween(1L, 34L);
        }
    }

    @Test
    void portZeroPicksAFreePortAgainAndAgain() throws Exception {
        int first;
        try (Acme acme = timed()) {
            first = acme.sandbox().port();
            assertThat(acme.sandbox().address().getHost()).isEqualTo("127.0.0.1");
            try (Acme second = timed()) {
                assertThat(second.sandbox().port()).isNotEqualTo(first);
            }
        }
        SandboxSettings same = new SandboxSettings(first, folder, SLOW, Map.of(), FilmStyle.SHARED, Set.of(), 1);
        try (Acme again = new Acme(same, clock)) {
            assertThat(again.sandbox().books().entries()).isEmpty();
            assertThat(again.order("a boat")).startsWith("acme-");
            assertThatThrownBy(() -> new Acme(same, clock)).isInstanceOf(BindException.class);
        }
    }

    @Test
    void nothingIsLeftOnDisk() throws Exception {
        try (Acme acme = Acme.quick(folder)) {
            acme.film("a boat");
            assertThat(below(folder)).isNotEmpty();
        }
        assertThat(below(folder)).isEmpty();
    }

    private Acme timed() throws IOException {
        return new Acme(SandboxSettings.in(folder).at(SLOW), clock);
    }

    private static int withKey(Acme acme, String key) throws Exception {
        return acme.send(acme.keyed("/acme/v1/films", key).POST(BodyPublishers.ofString("a boat")))
                .statusCode();
    }

    private static boolean cancel(Acme acme, String id) throws Exception {
        return acme.send(acme.keyed("/acme/v1/films/" + id + "/cancel", "mine").POST(BodyPublishers.noBody()))
                .body()
                .contains("true");
    }

    /** The film is drawn behind the job whatever its clock says. */
    private static void drawn(Acme acme, String id) throws Exception {
        acme.sandbox().books().work(id).orElseThrow().film().get(Acme.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static long threadsOf(Acme acme) {
        String name = "sandbox-" + acme.sandbox().port() + "-";
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .count();
    }

    private static List<String> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).toList();
        }
    }
}
