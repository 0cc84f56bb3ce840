package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiServer;
import dev.wanvideo.video.Category;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the gateway makes of the answers to submissions. */
final class GatewaySubmissionTest extends OnGateway {
    @Test
    void writesTheBodyInTheOrderItWasGivenAndSignsIt() throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", "straße 图1 \"x\"");
        body.put("duration", 5);
        body.put("audio", false);
        body.put("a", new BigDecimal("1E+1"));
        body.put("list", List.of(Map.of("url", "https://e.com/a?b=c&d")));
        try (ApiServer server = ApiServer.json("{\"id\":\"t1\"}")) {
            FakeSeller seller = seller(server);
            gateway(seller).submit("fake", seller.post("/films", body), film());

            assertThat(server.requests().take())
                    .startsWith("POST /films HTTP/1.1\r\n")
                    .contains("Authorization: Bearer " + KEY + "\r\n")
                    .contains("X-Async: yes\r\n")
                    .endsWith("\r\n\r\n{\"prompt\":\"straße 图1 \\\"x\\\"\",\"duration\":5,\"audio\":false,\"a\":10,"
                            + "\"list\":[{\"url\":\"https://e.com/a?b=c&d\"}]}");
        }
    }

    @Test
    void tellsTheIdOfAnAcceptedFilm() throws Exception {
        assertThat(submit("200 OK", "{\"id\":\"t1\",\"status\":\"CREATED\"}"))
                .isInstanceOfSatisfying(SubmitOutcome.Accepted.class, accepted -> {
                    assertThat(accepted.taskId()).isEqualTo("t1");
                    assertThat(accepted.report().status()).hasValue("CREATED");
                });
    }

    @Test
    void mutilatesNoIdForTheSakeOfAWordThatIsNoRealKey() throws Exception {
        try (ApiServer server = ApiServer.json("{\"id\":\"sandbox-7\",\"status\":\"CREATED\"}")) {
            FakeSeller seller = seller(server);
            HttpProviderGateway gateway = new HttpProviderGateway(
                    new Catalogue(List.of(seller)), Map.of("fake", "sandbox"), http, nanoTime::get);

            assertThat(gateway.submit("fake", seller.post("/films", Map.of("a", 1)), film()))
                    .isInstanceOfSatisfying(
                            SubmitOutcome.Accepted.class,
                            accepted -> assertThat(accepted.taskId()).isEqualTo("sandbox-7"));
        }
    }

    @Test
    void doesNotKnowWhatAnAcceptanceWithoutAnIdMeans() throws Exception {
        assertUnknown(submit("200 OK", "{\"id\":\" \"}"), "gave no task id", Optional.of(200));
    }

    @Test
    void doesNotKnowWhatAnUnreadableAnswerMeans() throws Exception {
        assertUnknown(submit("200 OK", "<html>"), "not the answer its documents promise", Optional.of(200));
        assertUnknown(submit("500 Oops", "billed, then broke"), "billed, then broke", Optional.of(500));
    }

    @Test
    void doesNotKnowWhenTheConnectionBreaksAfterTheRequest() throws Exception {
        try (ApiServer server = new ApiServer((request, socket) -> false)) {
            FakeSeller seller = seller(server);
            SubmitOutcome outcome = gateway(seller).submit("fake", seller.post("/films", Map.of("a", 1)), film());

            assertUnknown(outcome, "Nobody can tell whether Fake fake took it on", Optional.empty());
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void namesTheOtherDoorAfterARefusalThatShowsIt() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 404 No", "no such slug")) {
            FakeSeller seller = seller(server);
            OutgoingRequest request = seller.post("/films", Map.of("a", 1));

            assertThat(gateway(seller).submit("fake", request, film()))
                    .isInstanceOfSatisfying(SubmitOutcome.Refused.class, no -> {
                        assertThat(no.category()).isEqualTo(Category.NOT_FOUND);
                        assertThat(no.otherDoor()).hasValue(seller.post("/now", Map.of("a", 1)));
                    });
        }
    }

    @Test
    void writesAFilmThatIsTheAnswerToItsFile() throws Exception {
        try (ApiServer server =
                ApiServer.saying("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nX-Word: made", "the film")) {
            FakeSeller seller = seller(server);

            assertThat(gateway(seller).submit("fake", seller.post("/now", Map.of("a", 1)), film()))
                    .isEqualTo(new SubmitOutcome.Delivered(ProviderReport.of("made")));
            assertThat(film()).hasContent("the film");
        }
    }

    @Test
    void keepsAFilmWhoseHeadTheWireDoesNotUnderstand() throws Exception {
        try (ApiServer server =
                ApiServer.saying("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream", "the film")) {
            FakeSeller seller = seller(server);

            assertThat(gateway(seller).submit("fake", seller.post("/now", Map.of("a", 1)), film()))
                    .isEqualTo(new SubmitOutcome.Delivered(ProviderReport.NONE));
            assertThat(film()).hasContent("the film");
        }
    }

    @Test
    void claimsNoFilmThatWasNotKept() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 200 OK\r\nContent-Type: video/mp4", "the film")) {
            FakeSeller seller = seller(server);
            SubmitOutcome outcome = gateway(seller).submit("fake", seller.post("/films", Map.of("a", 1)), film());

            assertUnknown(outcome, "where none was asked for", Optional.of(200));
            assertThat(folder).isEmptyDirectory();
        }
    }
}
