package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiServer;
import dev.wanvideo.provider.ProviderGateway.Kind;
import dev.wanvideo.video.Category;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HttpProviderGatewayTest extends OnGateway {
    @Test
    void survivesAWireThatCannotReadAnAnswer() throws Exception {
        assertUnknown(submit("400 No", "crash"), "could not be understood", Optional.of(400));
        assertThat(poll("200 OK", "crash"))
                .isEqualTo(
                        new PollOutcome.NoAnswer("The answer of Fake fake could not be understood", Optional.empty()));
        assertThat(poll("200 OK", "no json")).isInstanceOf(PollOutcome.NoAnswer.class);
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
}
