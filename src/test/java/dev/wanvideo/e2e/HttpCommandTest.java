package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code http} from the outside. */
final class HttpCommandTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void endsOnASignal() throws IOException, InterruptedException {
        try (HttpProduct product = HttpProduct.start(Premises.in(folder))) {
            HttpRequest health = HttpRequest.newBuilder(product.address().resolve("/healthz"))
                    .build();
            assertThat(send(health).statusCode()).isEqualTo(200);
            assertThat(product.terminate()).isEqualTo(ENDED_BY_SIGTERM);
            assertThatThrownBy(() -> send(health)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void saysInASentenceWhyItDoesNotListen() {
        Ran open = run("--host", "0.0.0.0");
        assertThat(open.exit()).isEqualTo(2);
        assertThat(open.err()).contains("listens on loopback alone").doesNotContain("\tat ");
        try (HttpProduct product = HttpProduct.start(Premises.in(folder))) {
            int port = product.address().getPort();
            Ran second = run("--port", String.valueOf(port));
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.err()).contains("Port " + port + " is taken").doesNotContain("\tat ");
        }
    }

    private Ran run(String... options) {
        List<String> command = new ArrayList<>(Product.command());
        command.add("http");
        command.addAll(List.of(options));
        return Ran.of(command, folder, Premises.in(folder).environment(), LIMIT);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
