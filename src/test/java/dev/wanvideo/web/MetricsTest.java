package dev.wanvideo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadOutcome;
import dev.wanvideo.task.HouseFigures;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.transport.http.StreamableServer.Load;
import dev.wanvideo.video.Category;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    private static final String TOKEN = "a-token-for-prometheus";

    private final AtomicReference<Optional<HouseFigures>> house = new AtomicReference<>(Optional.of(new HouseFigures(
            Map.of(TaskStatus.RUNNING, 3L),
            Map.of("evolink", new HouseFigures.Money(new BigDecimal("4.30"), new BigDecimal("2.15"))),
            7,
            Duration.ofMillis(1500))));
    private final Metrics metrics = new Metrics(house::get);

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void tellsWhatThereIsInTheHome() throws IOException, InterruptedException {
        assertThat(told())
                .contains("wan_video_tasks{status=\"running\"} 3.0")
                .contains("wan_video_tasks{status=\"submission_unknown\"} 0.0")
                .contains("wan_video_quoted_usd_total{provider=\"evolink\"} 4.3")
                .contains("wan_video_charged_usd_total{provider=\"evolink\"} 2.15")
                .contains("wan_video_steps_due 7.0")
                .contains("wan_video_steps_lag_seconds 1.5")
                .contains("wan_video_store_up 1.0")
                .contains("jvm_memory_used_bytes{")
                .contains("process_uptime_seconds");
    }

    @Test
    void saysThatTheStoreIsDownAndKeepsNoOldNumbers() throws IOException, InterruptedException {
        told();
        house.set(Optional.empty());
        assertThat(told())
                .contains("wan_video_store_up 0.0")
                .contains("wan_video_tasks{status=\"running\"} NaN")
                .contains("wan_video_steps_due NaN");
    }

    @Test
    void countsAndTimesCallsToProvidersByWhatCameOfThem() throws IOException, InterruptedException {
        ProviderGateway gateway = metrics.metered(new OneAnswer());
        OutgoingRequest request = OutgoingRequest.get("https://api.example.com");
        gateway.submit("evolink", request, Path.of("film"));
        gateway.submit("evolink", request, Path.of("film"));
        gateway.poll("evolink", "task-1");
        gateway.cancel("evolink", "task-1");
        gateway.tasks("freepik");
        gateway.upload("bucket", UploadFile.of("image/png", 1, "0".repeat(64)), Path.of("a.png"));
        String calls = "wan_video_provider_calls_seconds_count{kind=";
        assertThat(told())
                .contains(calls + "\"submit\",outcome=\"not_sent\",provider=\"evolink\"} 2")
                .contains(calls + "\"poll\",outcome=\"going\",provider=\"evolink\"} 1")
                .contains(calls + "\"cancel\",outcome=\"kept\",provider=\"evolink\"} 1")
                .contains(calls + "\"list\",outcome=\"no_answer\",provider=\"freepik\"} 1")
                .contains(calls + "\"upload\",outcome=\"refused\",provider=\"bucket\"} 1")
                .contains("wan_video_provider_calls_seconds_bucket{")
                .doesNotContain("task-1", "api.example.com");
    }

    @Test
    void countsRequestsAndWhatGoesOn() throws IOException, InterruptedException {
        metrics.watch(() -> new Load(5, 4, 3));
        metrics.answered("/mcp", 200, Duration.ofMillis(20));
        metrics.count("notices", "delivered");
        assertThat(told())
                .contains("wan_video_http_requests_seconds_count{path=\"/mcp\",status=\"200\"} 1")
                .contains("wan_video_sessions 5.0")
                .contains("wan_video_calls 4.0")
                .contains("wan_video_listeners 3.0")
                .contains("wan_video_notices_total{outcome=\"delivered\"} 1.0");
    }

    @Test
    void tellsNothingToWhoLacksTheToken() throws IOException, InterruptedException {
        try (Asked server = new Asked(List.of(new MetricsDoor(metrics, Optional.of(TOKEN)).route()))) {
            assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(server.get("/metrics", "Authorization", "Bearer another").statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/metrics", "Authorization", TOKEN).body()).isEmpty();
            HttpResponse<String> told = server.get("/metrics", "Authorization", "Bearer " + TOKEN);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.headers().firstValue("Content-Type")).contains(Metrics.TYPE);
        }
    }

    private String told() throws IOException, InterruptedException {
        try (Asked server = new Asked(List.of(new MetricsDoor(metrics, Optional.empty()).route()))) {
            return server.get("/metrics").body();
        }
    }

    /** Gives the same answer whatever is asked. */
    private static final class OneAnswer implements ProviderGateway {
        @Override
        public SubmitOutcome submit(String provider, OutgoingRequest request, Path film) {
            return new SubmitOutcome.NotSent("no");
        }

        @Override
        public PollOutcome poll(String provider, String taskId) {
            return new PollOutcome.Going(ProviderReport.NONE);
        }

        @Override
        public UploadOutcome upload(String host, UploadFile file, Path path) {
            return new UploadOutcome.Refused(Category.UNSUPPORTED, "no");
        }

        @Override
        public CancelAnswer cancel(String provider, String taskId) {
            return new CancelAnswer(false, "no");
        }

        @Override
        public Optional<Set<String>> tasks(String provider) {
            return Optional.empty();
        }

        @Override
        public boolean lists(String provider) {
            return false;
        }

        @Override
        public Duration reserve(String provider, Kind kind) {
            return Duration.ZERO;
        }
    }
}
