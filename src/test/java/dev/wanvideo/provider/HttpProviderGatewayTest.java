package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiServer;
import dev.wanvideo.provider.ProviderGateway.Kind;
import dev.wanvideo.video.Category;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpProviderGatewayTest {
    private static final String KEY = "sk-very/secret+key";
    private static final String OTHERS_KEY = "sk-very";

    @TempDir
    private Path folder;

    private final AtomicLong nanoTime = new AtomicLong();
    private final ApiClient http = new ApiClient(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        http.close();
    }

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
    void survivesAWireThatCannotReadAnAnswer() throws Exception {
        assertUnknown(submit("400 No", "crash"), "could not be understood", Optional.of(400));
        assertThat(poll("200 OK", "crash"))
                .isEqualTo(
                        new PollOutcome.NoAnswer("The answer of Fake fake could not be understood", Optional.empty()));
        assertThat(poll("200 OK", "no json")).isInstanceOf(PollOutcome.NoAnswer.class);
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
    void knowsWhenNothingWasSent() throws Exception {
        FakeSeller seller;
        try (ApiServer server = ApiServer.json("{}")) {
            seller = seller(server);
        }
        HttpProviderGateway gateway = gateway(seller);

        assertThat(gateway.submit("fake", seller.post("/films", Map.of("a", 1)), film()))
                .isInstanceOfSatisfying(
                        SubmitOutcome.NotSent.class,
                        none -> assertThat(none.why()).startsWith("Nothing was sent to Fake fake: "));
        assertThat(gateway.poll("fake", "t1")).isInstanceOf(PollOutcome.NoAnswer.class);
        assertThat(gateway.cancel("fake", "t1").stopped()).isFalse();
        assertThat(gateway.tasks("fake")).isEmpty();
    }

    @Test
    void sendsNothingWithoutAKeyAndSaysWhichVariableHoldsIt() throws Exception {
        try (ApiServer server = ApiServer.json("{}")) {
            FakeSeller seller = seller(server);
            HttpProviderGateway gateway =
                    new HttpProviderGateway(new Catalogue(List.of(seller)), Map.of(), http, nanoTime::get);

            assertThat(gateway.submit("fake", seller.post("/films", Map.of("a", 1)), film()))
                    .isEqualTo(new SubmitOutcome.NotSent("Fake fake has no key: set FAKE_API_KEY"));
            assertThat(gateway.poll("fake", "t1")).isInstanceOf(PollOutcome.NoAnswer.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void sendsNothingThatCannotBeWritten() throws Exception {
        try (ApiServer server = ApiServer.json("{}")) {
            FakeSeller seller = seller(server);
            HttpProviderGateway gateway = gateway(seller);

            assertThat(gateway.submit("fake", OutgoingRequest.get("no address at all"), film()))
                    .isEqualTo(new SubmitOutcome.NotSent("The request to Fake fake could not be written"));
            assertThat(gateway.poll("fake", "no id for an address")).isInstanceOf(PollOutcome.NoAnswer.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void knowsNoStrangers() throws Exception {
        HttpProviderGateway gateway = gateway(new FakeSeller("fake", "https://example.com"));

        assertThat(gateway.submit("other", OutgoingRequest.get("https://example.com"), film()))
                .isInstanceOf(SubmitOutcome.NotSent.class);
        assertThat(gateway.poll("other", "t1")).isInstanceOf(PollOutcome.NoAnswer.class);
        assertThat(gateway.cancel("other", "t1").stopped()).isFalse();
        assertThat(gateway.tasks("other")).isEmpty();
        assertThat(gateway.lists("other")).isFalse();
        assertThat(gateway.reserve("other", Kind.SUBMIT)).isZero();
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

    @Test
    void tellsWhatALookSees() throws Exception {
        assertThat(poll("200 OK", "{\"status\":\"done\",\"film\":\"https://e.com/f.mp4\"}"))
                .isInstanceOfSatisfying(
                        PollOutcome.Finished.class,
                        done -> assertThat(done.film()).isEqualTo(URI.create("https://e.com/f.mp4")));
        assertThat(poll("200 OK", "{\"status\":\"odd\"}")).isInstanceOf(PollOutcome.Going.class);
        assertThat(poll("404 No", "gone")).isEqualTo(new PollOutcome.Missing("gone"));
        assertThat(poll("503 Busy", "later")).isInstanceOf(PollOutcome.NoAnswer.class);
    }

    @Test
    void stopsAndListsWhereTheProviderCan() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 200 OK", "a,b")) {
            HttpProviderGateway gateway = gateway(seller(server));

            assertThat(gateway.cancel("fake", "t1")).isEqualTo(new CancelAnswer(true, "a,b"));
            assertThat(server.requests().take()).startsWith("POST /films/t1/cancel ");
            assertThat(gateway.lists("fake")).isTrue();
            assertThat(gateway.tasks("fake")).hasValue(Set.of("a", "b"));
        }
    }

    @Test
    void saysWhereTheProviderCannotStopOrList() throws Exception {
        FakeSeller stubborn = new FakeSeller("stubborn", "https://example.com");
        HttpProviderGateway gateway =
                new HttpProviderGateway(new Catalogue(List.of(stubborn)), Map.of("stubborn", KEY), http, nanoTime::get);

        assertThat(gateway.cancel("stubborn", "t1").stopped()).isFalse();
        assertThat(gateway.lists("stubborn")).isFalse();
        assertThat(gateway.tasks("stubborn")).isEmpty();
    }

    @Test
    void readsAListFromASuccessOnly() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 500 Oops", "a,b")) {
            assertThat(gateway(seller(server)).tasks("fake")).isEmpty();
        }
    }

    @Test
    void leavesAnAccountAloneForAsLongAsItAsks() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 429 Slow\r\nRetry-After: 40", "slow down")) {
            FakeSeller seller = seller(server);
            HttpProviderGateway gateway = gateway(seller);

            gateway.submit("fake", seller.post("/films", Map.of("a", 1)), film());
            assertThat(gateway.reserve("fake", Kind.SUBMIT)).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
            assertThat(gateway.reserve("fake", Kind.POLL)).isZero();
            gateway.poll("fake", "t1");
            assertThat(gateway.reserve("fake", Kind.POLL)).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
            nanoTime.addAndGet(Duration.ofSeconds(42).toNanos());
            assertThat(gateway.reserve("fake", Kind.SUBMIT)).isZero();
        }
    }

    @Test
    void leavesAnAccountAloneForAWhileWhenItDoesNotSayHowLong() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 429 Slow", "slow down")) {
            FakeSeller seller = seller(server);
            HttpProviderGateway gateway = gateway(seller);
            gateway.submit("fake", seller.post("/films", Map.of("a", 1)), film());
            gateway.poll("fake", "t1");

            assertThat(gateway.reserve("fake", Kind.SUBMIT)).isPositive();
            assertThat(gateway.reserve("fake", Kind.POLL)).isPositive();
        }
    }

    @Test
    void holdsAnAccountToItsRate() {
        HttpProviderGateway gateway = gateway(new FakeSeller("fake", "https://example.com"));
        int places = 0;
        while (gateway.reserve("fake", Kind.SUBMIT).isZero()) {
            places++;
        }
        assertThat(places).isEqualTo(FakeSeller.PER_MINUTE / 20);
    }

    @Test
    void takesTheKeyOutOfEverythingThatComesBack() throws Exception {
        String encoded = "sk-very%2Fsecret%2Bkey";
        String echo = "{\"id\":\"t1\",\"status\":\"key " + KEY + "\",\"echo\":\"your " + KEY + " or " + encoded + "\"}";
        for (String status : List.of("200 OK", "401 No", "400 No", "429 No", "500 No")) {
            assertThat(submit(status, echo).toString()).contains("***").doesNotContain(OTHERS_KEY, "secret");
        }
        for (String status : List.of("200 OK", "404 No", "500 No")) {
            assertThat(poll(status, echo).toString()).contains("***").doesNotContain(OTHERS_KEY, "secret");
        }
        String failed = "{\"status\":\"failed\",\"echo\":\"" + KEY + "\"}";
        assertThat(poll("200 OK", failed).toString()).contains("***").doesNotContain(OTHERS_KEY, "secret");
        String done = "{\"status\":\"done\",\"echo\":\"\",\"film\":\"https://e.com/f.mp4?k=" + KEY + "\"}";
        assertThat(poll("200 OK", done).toString()).contains("***").doesNotContain(OTHERS_KEY, "secret");
        try (ApiServer server = ApiServer.saying("HTTP/1.1 200 OK", echo)) {
            assertThat(gateway(seller(server)).cancel("fake", "t1").message())
                    .contains("***")
                    .doesNotContain(OTHERS_KEY);
        }
    }

    @Test
    void doesNotTakeTheKeyAlongOnARedirect() throws Exception {
        try (ApiServer thief = ApiServer.json("{\"id\":\"stolen\"}");
                ApiServer server =
                        ApiServer.saying("HTTP/1.1 307 There\r\nLocation: " + thief.uri("/films"), "moved")) {
            FakeSeller seller = seller(server);
            HttpProviderGateway gateway = gateway(seller);

            assertThat(gateway.submit("fake", seller.post("/films", Map.of("a", 1)), film()))
                    .isInstanceOfSatisfying(
                            SubmitOutcome.Refused.class,
                            no -> assertThat(no.category()).isEqualTo(Category.PROTOCOL));
            gateway.poll("fake", "t1");
            gateway.cancel("fake", "t1");
            gateway.tasks("fake");
            assertThat(thief.connections()).isZero();
        }
    }

    private SubmitOutcome submit(String status, String body) throws IOException, InterruptedException {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 " + status, body)) {
            FakeSeller seller = seller(server);
            return gateway(seller).submit("fake", seller.post("/films", Map.of("a", 1)), film());
        }
    }

    private PollOutcome poll(String status, String body) throws IOException, InterruptedException {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 " + status, body)) {
            return gateway(seller(server)).poll("fake", "t1");
        }
    }

    private HttpProviderGateway gateway(FakeSeller seller) {
        Map<String, String> keys = Map.of("fake", KEY, "other", OTHERS_KEY);
        return new HttpProviderGateway(
                new Catalogue(List.of(seller, FakeProvider.local("here"))), keys, http, nanoTime::get);
    }

    private static FakeSeller seller(ApiServer server) {
        String root = server.uri("/").toString();
        return new FakeSeller("fake", root.substring(0, root.length() - 1));
    }

    private static void assertUnknown(SubmitOutcome outcome, String words, Optional<Integer> status) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Unknown.class, unknown -> {
            assertThat(unknown.why()).contains(words);
            assertThat(unknown.httpStatus()).isEqualTo(status);
        });
    }

    private Path film() {
        return folder.resolve("film.mp4");
    }
}
