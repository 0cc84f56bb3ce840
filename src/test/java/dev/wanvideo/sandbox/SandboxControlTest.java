package dev.wanvideo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.HandClock;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What another process can see and steer. */
final class SandboxControlTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Acme acme;

    @BeforeEach
    void open() throws IOException {
        acme = new Acme(SandboxSettings.in(folder).seeded(42), new HandClock());
    }

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void theOverviewTellsWhatToSetAndWhatCanGoWrong() throws Exception {
        JsonNode view = Acme.json(acme.send(acme.to("/_sandbox")));
        JsonNode variables = view.path("environment").path("acme");
        assertThat(variables.path("ACME_BASE_URL").asString())
                .isEqualTo(acme.sandbox().address("acme").toString());
        assertThat(variables.path("ACME_API_KEY").asString()).isEqualTo("sandbox");
        assertThat(view.path("environment").has("other")).isTrue();
        assertThat(view.path("all_faults").size()).isEqualTo(Fault.values().length);
        assertThat(view.path("samples").get(0).asString()).endsWith("/media/anna.png");
        assertThat(view.path("seed").asLong()).isEqualTo(42);
    }

    @Test
    void theBooksTellEveryJobAndCall() throws Exception {
        String id = acme.order("a \"boat\"");
        acme.poll(id);
        JsonNode books = Acme.json(acme.send(acme.to("/_sandbox/books")));
        JsonNode job = books.path("jobs").get(0);
        assertThat(job.path("provider").asString()).isEqualTo("acme");
        assertThat(job.path("job").asString()).isEqualTo(id);
        assertThat(job.path("state").asString()).isEqualTo("waiting");
        assertThat(job.path("polls").asInt()).isEqualTo(1);
        assertThat(job.path("body").asString()).isEqualTo("a \"boat\"");
        assertThat(books.path("billed_usd").decimalValue()).isEqualByComparingTo(AcmeWire.PRICE);
        assertThat(books.path("calls").path("GET /acme/v1/films/{id}").asInt()).isEqualTo(1);
    }

    @Test
    void faultsAreSetAndEndedWhileItRuns() throws Exception {
        JsonNode set = Acme.json(set("{\"provider\":\"acme\",\"fault\":\"unavailable\",\"times\":1}"));
        assertThat(set.path("faults").get(0).asString()).isEqualTo("acme=unavailable:1x@any");
        assertThat(acme.create("a boat").statusCode()).isEqualTo(503);
        assertThat(acme.create("a boat").statusCode()).isEqualTo(200);

        set("{\"fault\":\"rate-limit\",\"rate\":1,\"calls\":\"create\"}");
        assertThat(acme.create("a boat").statusCode()).isEqualTo(429);
        assertThat(acme.get("/acme/v1/films").statusCode()).isEqualTo(200);
        JsonNode left =
                Acme.json(acme.send(acme.to("/_sandbox/faults?provider=acme").DELETE()));
        assertThat(left.path("faults").size()).isEqualTo(1);
        assertThat(acme.create("a boat").statusCode()).isEqualTo(200);
        acme.send(acme.to("/_sandbox/faults").DELETE());
        JsonNode none = Acme.json(acme.send(acme.to("/_sandbox/faults")));
        assertThat(none.path("faults").size()).isZero();
        assertThat(none.path("struck").path("acme=rate-limit").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "{\"provider\":\"acme\",\"fault\":\"fire\"}",
                "{\"provider\":\"nobody\",\"fault\":\"reset\"}",
                "{\"provider\":\"acme\",\"fault\":\"reset\",\"rate\":2}",
                "{\"provider\":\"acme\",\"fault\":\"reset\",\"calls\":\"noon\"}"
            })
    void aWrongOrderChangesNothingAndIsToldWhy(String body) throws Exception {
        HttpResponse<String> answer = set(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Acme.json(answer).path("error").asString()).isNotBlank();
        assertThat(acme.sandbox().faults().inForce()).isEmpty();
    }

    @Test
    void anUnknownPathPointsToTheOverview() throws Exception {
        for (String path : new String[] {"/", "/nobody/v1", "/_sandbox/else", "/media/none.png"}) {
            assertThat(acme.send(acme.to(path)).statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> set(String body) throws Exception {
        return acme.send(acme.to("/_sandbox/faults").POST(BodyPublishers.ofString(body)));
    }
}
