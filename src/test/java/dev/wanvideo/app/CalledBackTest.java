package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.sandbox.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Films that nobody looks for in time but because their providers call. */
final class CalledBackTest {
    @TempDir
    Path folder;

    @Test
    void filmsAreFetchedWhenTheirProvidersCall() throws IOException, InterruptedException {
        try (CallbackStage stage = new CallbackStage(folder, Pace.ofSeconds(1))) {
            for (String provider : new String[] {"evolink", "freepik"}) {
                JsonNode created = stage.order(provider, false);
                String id = created.path("task_id").asString();
                assertThat(id).as(created.toString()).isNotEmpty();
                JsonNode ended = stage.look(id, 45);
                assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("succeeded");
                CallbackProxy.Call last = stage.proxy.next(provider.equals("evolink") ? "completed" : "COMPLETED");
                assertThat(last.status()).isEqualTo(204);
                assertThat(ended.toString()).doesNotContain(last.path());
            }
        }
    }

    @Test
    void aDryRunShowsWhereTheyWouldCallButNotTheSecret() throws IOException, InterruptedException {
        try (CallbackStage stage = new CallbackStage(folder, Pace.ofSeconds(1))) {
            JsonNode body = stage.order("evolink", true).at("/plan/request/body");
            assertThat(body.path("callback_url").asString())
                    .isEqualTo(stage.proxy.address() + "/webhooks/<secret of the task>");
            assertThat(stage.order("freepik", true)
                            .at("/plan/request/body/webhook_url")
                            .asString())
                    .startsWith(stage.proxy.address() + "/webhooks/<");
            JsonNode created = stage.order("evolink", false);
            assertThat(created.toString()).doesNotContain("/webhooks/");
            String call = new String(stage.proxy.next("completed").body(), StandardCharsets.UTF_8);
            assertThat(call).contains("\"results\"");
        }
    }
}
