package dev.wanvideo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.HandClock;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** Each fault as the client of a provider meets it, and what it costs. */
final class SandboxFaultsTest {
    private static final Pace LONG = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();

    @SuppressWarnings("NullAway.Init")
    private Acme acme;

    @BeforeEach
    void open() throws IOException {
        acme = new Acme(SandboxSettings.in(folder).at(LONG), clock);
    }

    @AfterEach
    void close() {
        acme.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT, 429",
        "RATE_LIMIT_SILENT, 429",
        "UNAUTHORIZED, 401",
        "NO_CREDIT, 402",
        "UNAVAILABLE, 503",
        "CONTENT_AT_CREATE, 451"
    })
    void refusesInTheProvidersWordsAndBillsNothing(Fault fault, int status) throws Exception {
        acme.fault(fault);
        HttpResponse<String> answer = acme.create("a boat");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"acme\"");
        assertThat(answer.headers().firstValue("retry-after").isPresent()).isEqualTo(fault == Fault.RATE_LIMIT);
        assertThat(acme.sandbox().books().entries()).isEmpty();
        assertThat(acme.sandbox().faults().struck("acme", fault)).isEqualTo(1);
    }

    @Test
    void resetBillsNothing() {
        acme.fault(Fault.RESET);
        assertThatThrownBy(() -> acme.create("a boat")).isInstanceOf(IOException.class);
        assertThat(acme.sandbox().books().entries()).isEmpty();
    }

    @Test
    void billThenDropBillsAndSaysNothing() throws Exception {
        acme.fault(Fault.BILL_THEN_DROP);
        assertThatThrownBy(() -> acme.create("a boat")).isInstanceOf(IOException.class);
        billedOnce();
        assertThat(acme.get("/acme/v1/films").statusCode()).isEqualTo(200);
    }

    @Test
    void errorAfterBillingIsTheProvidersOwn() throws Exception {
        acme.fault(Fault.ERROR_AFTER_BILLING);
        assertThat(acme.create("a boat").statusCode()).isEqualTo(500);
        billedOnce();
    }

    @Test
    void cutEndsTheConnectionInTheAnswer() {
        acme.fault(Fault.CUT);
        assertThatThrownBy(() -> acme.create("a boat")).isInstanceOf(IOException.class);
        billedOnce();
    }

    @Test
    void hangBillsAndNeverAnswers() throws Exception {
        acme.fault(Fault.HANG);
        CompletableFuture<HttpResponse<String>> answer = acme.createSoon("a boat");
        acme.await("acme hang struck");
        billedOnce();
        acme.sandbox().faults().clear();
        acme.order("another boat");
        assertThat(answer).isNotDone();
        acme.close();
        assertThatThrownBy(() -> answer.get(Acme.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void malformedIsHalfTheJsonAsAWholeAnswer() throws Exception {
        acme.fault(Fault.MALFORMED);
        HttpResponse<String> answer = acme.create("a boat");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> Acme.json(answer)).isInstanceOf(JacksonException.class);
        billedOnce();
    }

    @ParameterizedTest
    @CsvSource({"HTML, 200", "HTML_502, 502"})
    void htmlTakesThePlaceOfJson(Fault fault, int status) throws Exception {
        acme.fault(fault);
        HttpResponse<String> answer = acme.create("a boat");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("text/html");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        billedOnce();
    }

    @Test
    void hugeIsAHundredMegabytes() throws Exception {
        acme.fault(Fault.HUGE);
        HttpResponse<byte[]> answer =
                acme.fetch(acme.keyed("/acme/v1/films", "mine").POST(BodyPublishers.ofString("a boat")));
        assertThat(answer.body()).hasSizeGreaterThan(100 << 20);
        assertThat(new String(answer.body(), 0, 9, StandardCharsets.UTF_8)).isEqualTo("{\"data\":\"");
        billedOnce();
    }

    @Test
    void redirectLeadsToAnotherHostWhereVisitorsAreCounted() throws Exception {
        acme.fault(Fault.REDIRECT);
        HttpResponse<String> answer = acme.create("a boat");
        assertThat(answer.statusCode()).isEqualTo(307);
        String target = answer.headers().firstValue("location").orElseThrow();
        assertThat(target).startsWith("http://localhost:");
        assertThat(acme.sandbox().books().entries()).isEmpty();
        acme.send(acme.to("/_elsewhere"));
        assertThat(acme.sandbox().books().calls("GET /_elsewhere")).isEqualTo(1);
    }

    @Test
    void slowIsTheHonestAnswerLater() throws Exception {
        acme.fault(Fault.SLOW);
        assertThat(acme.order("a boat")).startsWith("acme-");
        assertThat(acme.sandbox().faults().struck("acme", Fault.SLOW)).isEqualTo(1);
        billedOnce();
    }

    @Test
    void contentAtPollFailsTheJobWhenItsTimeIsOver() throws Exception {
        acme.fault(Fault.CONTENT_AT_POLL);
        String id = acme.order("a boat");
        assertThat(acme.look(id).path("status").asString()).isEqualTo("waiting");
        clock.move(LONG.whole());
        assertThat(acme.look(id).path("status").asString()).isEqualTo("failed");
        assertThat(acme.look(id).path("why").asString()).startsWith("content: ");
        assertThat(acme.sandbox().books().billedUsd()).isEqualByComparingTo("0.25");
        assertThat(acme.sandbox().books().chargedUsd()).isEqualByComparingTo("0");
    }

    @Test
    void anUnknownStatusIsShownUntilTheJobIsDone() throws Exception {
        acme.fault(Fault.UNKNOWN_STATUS);
        String id = acme.order("a boat");
        assertThat(acme.look(id).path("status").asString()).isEqualTo("REBALANCING");
        clock.move(LONG.whole());
        drawn(id);
        assertThat(acme.look(id).path("status").asString()).isEqualTo("done");
    }

    @Test
    void anUnknownStatusMayLastForEver() throws Exception {
        acme.fault(Fault.UNKNOWN_STATUS_FOR_EVER);
        String id = acme.order("a boat");
        clock.move(Duration.ofDays(30));
        drawn(id);
        assertThat(acme.look(id).path("status").asString()).isEqualTo("REBALANCING");
        assertThat(acme.sandbox().books().find(id).orElseThrow().done()).isEmpty();
    }

    @Test
    void aJobMayVanishAtAnyTimeAndStaysAway() throws Exception {
        String id = acme.order("a boat");
        assertThat(acme.poll(id).statusCode()).isEqualTo(200);
        acme.fault(Fault.VANISH);
        assertThat(acme.poll(id).statusCode()).isEqualTo(404);
        acme.sandbox().faults().clear();
        assertThat(acme.poll(id).statusCode()).isEqualTo(404);
        assertThat(acme.get("/acme/v1/films").body()).doesNotContain(id);
        assertThat(acme.order("another boat")).isNotEqualTo(id);
    }

    @Test
    void aJobThatWasSeenDoneDoesNotFailAfterwards() throws Exception {
        String id = acme.order("a boat");
        clock.move(LONG.whole());
        drawn(id);
        assertThat(acme.look(id).path("status").asString()).isEqualTo("done");
        acme.fault(Fault.CONTENT_AT_POLL);
        assertThat(acme.look(id).path("status").asString()).isEqualTo("done");
    }

    @Test
    void pollsCanBeStruckAlone() throws Exception {
        acme.sandbox().faults().set(FaultOrder.times("acme", Fault.HTML_502, 2).on(Calls.POLL));
        String id = acme.order("a boat");
        assertThat(acme.poll(id).statusCode()).isEqualTo(502);
        assertThat(acme.poll(id).statusCode()).isEqualTo(502);
        assertThat(acme.poll(id).statusCode()).isEqualTo(200);
        assertThat(acme.sandbox().books().find(id).orElseThrow().polls()).isEqualTo(3);
    }

    @Test
    void aCallThatOrdersNothingUsesUpNoFaultOfOrders() throws Exception {
        acme.sandbox().faults().set(FaultOrder.times("acme", Fault.BILL_THEN_DROP, 1));
        assertThat(acme.create(" ").statusCode()).isEqualTo(422);
        assertThatThrownBy(() -> acme.create("a boat")).isInstanceOf(IOException.class);
        assertThat(acme.create("a boat").statusCode()).isEqualTo(200);
        assertThat(acme.sandbox().books().entries()).hasSize(2);
    }

    @Test
    void aFaultStrikesItsProviderAlone() throws Exception {
        acme.sandbox().faults().set(FaultOrder.always("other", Fault.UNAVAILABLE));
        assertThat(acme.create("a boat").statusCode()).isEqualTo(200);
        assertThat(acme.get("/other/v1/films").statusCode()).isEqualTo(503);
        acme.sandbox().faults().set(FaultOrder.always(FaultOrder.ALL, Fault.RATE_LIMIT));
        assertThat(acme.create("a boat").statusCode()).isEqualTo(429);
        acme.sandbox().faults().clear("acme");
        assertThat(acme.create("a boat").statusCode()).isEqualTo(200);
        assertThat(acme.sandbox().faults().inForce()).hasSize(2);
    }

    private void billedOnce() {
        assertThat(acme.sandbox().books().entries()).hasSize(1);
        assertThat(acme.sandbox().books().billedUsd()).isEqualByComparingTo(AcmeWire.PRICE);
    }

    private void drawn(String id) throws Exception {
        acme.sandbox().books().work(id).orElseThrow().film().get(Acme.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
