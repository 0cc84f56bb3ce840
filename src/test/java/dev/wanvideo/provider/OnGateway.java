package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a gateway to one provider, whose answers the test makes up. */
abstract class OnGateway {
    static final String KEY = "sk-very/secret+key";
    static final String OTHERS_KEY = "sk-very";

    @TempDir
    Path folder;

    final AtomicLong nanoTime = new AtomicLong();
    final ApiClient http = new ApiClient(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        http.close();
    }

    SubmitOutcome submit(String status, String body) throws IOException, InterruptedException {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 " + status, body)) {
            FakeSeller seller = seller(server);
            return gateway(seller).submit("fake", seller.post("/films", Map.of("a", 1)), film());
        }
    }

    PollOutcome poll(String status, String body) throws IOException, InterruptedException {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 " + status, body)) {
            return gateway(seller(server)).poll("fake", "t1");
        }
    }

    HttpProviderGateway gateway(FakeSeller seller) {
        Map<String, String> keys = Map.of("fake", KEY, "other", OTHERS_KEY);
        return new HttpProviderGateway(
                new Catalogue(List.of(seller, FakeProvider.local("here"))), keys, http, nanoTime::get);
    }

    static FakeSeller seller(ApiServer server) {
        String root = server.uri("/").toString();
        return new FakeSeller("fake", root.substring(0, root.length() - 1));
    }

    static void assertUnknown(SubmitOutcome outcome, String words, Optional<Integer> status) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Unknown.class, unknown -> {
            assertThat(unknown.why()).contains(words);
            assertThat(unknown.httpStatus()).isEqualTo(status);
        });
    }

    Path film() {
        return folder.resolve("film.mp4");
    }
}
