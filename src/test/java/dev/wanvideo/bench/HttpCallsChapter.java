package dev.wanvideo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls a second over Streamable HTTP beside a TypeScript server whose tools give the very same results, prepared. */
final class HttpCallsChapter implements Chapter {
    private static final int ROUNDS = 15;
    private static final int CALLS = 1_000;
    private static final int WARM_UP = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final StringBuilder rows = new StringBuilder();

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String text(Grounds grounds) throws IOException, InterruptedException {
        List<String> command = List.of(Grounds.java(), "-jar", grounds.jar().toString(), "http", "--port", "0");
        try (HttpServer server = HttpServer.start(command, grounds.folder(), grounds.environment())) {
            HttpTalk ours = new HttpTalk(server.address());
            String task = TaskIds.in(
                    ours.call("{\"name\":\"create_reference_video\",\"arguments\":" + grounds.film(2) + "}"));
            String look = TaskIds.look(task, 0);
            while (!ours.call(look).contains("\"status\":\"succeeded\"")) {
                ours.call(TaskIds.look(task, 45));
            }
            String providers = "{\"name\":\"list_providers\",\"arguments\":{}}";
            Path prepared = prepared(grounds, ours.call(look), ours.call(providers));
            List<String> other = List.of(grounds.npm().node().toString(), "bare-http-server.mjs", prepared.toString());
            try (HttpServer rival = HttpServer.start(
                    other, grounds.npm().folder(), grounds.bare().environment())) {
                measure(ours, new HttpTalk(rival.address()), "get_task", look);
                measure(ours, new HttpTalk(rival.address()), "list_providers", providers);
            }
        }
        return "## Calls over HTTP\n\nMedians of " + ROUNDS + " interleaved rounds of " + CALLS + " calls, after "
                + WARM_UP
                + " to warm up; the TypeScript SDK's server (v1) gives the very same results out of its memory. Latencies"
                + " are p50 / p99 of all rounds.\n\n| tool | callers | wan-video-mcp, calls/s | ms | TypeScript SDK v1, calls/s | ms | ratio |\n"
                + "|---|---|---|---|---|---|---|\n" + rows;
    }

    private static Path prepared(Grounds grounds, String task, String providers) throws IOException {
        ObjectNode results = JSON.createObjectNode();
        results.set("get_task", result(task));
        results.set("list_providers", result(providers));
        return Files.writeString(grounds.folder().resolve("results.json"), results.toString());
    }

    private static JsonNode result(String answer) {
        return JSON.readTree(answer).path("result");
    }

    private void measure(HttpTalk ours, HttpTalk rival, String tool, String params)
            throws IOException, InterruptedException {
        ours.calls(params, WARM_UP, 16);
        rival.calls(params, WARM_UP, 16);
        for (int callers : List.of(1, 64)) {
            Side own = new Side();
            Side other = new Side();
            for (int round = 0; round < ROUNDS; round++) {
                own.add(ours.calls(params, CALLS, callers));
                other.add(rival.calls(params, CALLS, callers));
            }
            rows.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %s | %s | %.2f |%n",
                    tool,
                    callers,
                    own.text(),
                    other.text(),
                    Series.of(own.rates).ratioTo(Series.of(other.rates))));
        }
    }

    private static final class Side {
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> millis = new ArrayList<>();

        void add(HttpTalk.Load load) {
            rates.add(load.millis().size() / load.seconds());
            millis.addAll(load.millis());
        }

        String text() {
            Series all = Series.of(millis);
            return String.format(
                    Locale.ROOT, "%,.0f | %.2f / %.2f", Series.of(rates).median(), all.median(), all.quantile(0.99));
        }
    }
}
