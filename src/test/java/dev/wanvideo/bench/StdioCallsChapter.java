package dev.wanvideo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calls a second over stdio: {@code get_task} on a finished film beside {@code echo} of the bare server. */
final class StdioCallsChapter implements Chapter {
    private static final int ROUNDS = 15;
    private static final int CALLS = 4_000;
    private static final int WARM_UP = 20_000;
    private static final int IN_FLIGHT = 64;

    @Override
    public String name() {
        return "stdio";
    }

    @Override
    public String text(Grounds grounds) throws IOException {
        try (Talk ours = new Talk(grounds.plain()).shakeHands();
                Talk bare = new Talk(grounds.bare()).shakeHands()) {
            String task = TaskIds.in(
                    ours.call("{\"name\":\"create_reference_video\",\"arguments\":" + grounds.film(2) + "}"));
            TaskIds.awaited(ours, task);
            String look = TaskIds.look(task, 0);
            String list = "{\"name\":\"list_tasks\",\"arguments\":{\"limit\":1}}";
            String echo = grounds.bare().call();
            ours.calls(look, WARM_UP, IN_FLIGHT);
            ours.calls(list, WARM_UP, IN_FLIGHT);
            bare.calls(echo, WARM_UP, IN_FLIGHT);
            return "## Calls over stdio\n\n`get_task` on a finished film, whose answer is given again as long as the database says"
                    + " that nothing was written, and `list_tasks`, which reads rows at each call, beside `echo` of the bare server: medians of "
                    + ROUNDS + " interleaved rounds of " + CALLS
                    + " calls, after " + WARM_UP
                    + " to warm up.\n\n| tool | in flight | wan-video-mcp, calls/s | TypeScript SDK v1, calls/s | ratio |\n|---|---|---|---|---|\n"
                    + row("get_task", ours, look, bare, echo, 1)
                    + row("get_task", ours, look, bare, echo, IN_FLIGHT)
                    + row("list_tasks", ours, list, bare, echo, 1)
                    + row("list_tasks", ours, list, bare, echo, IN_FLIGHT);
        }
    }

    private static String row(String tool, Talk ours, String look, Talk bare, String echo, int inFlight)
            throws IOException {
        List<Double> own = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            own.add(CALLS / ours.calls(look, CALLS, inFlight));
            other.add(CALLS / bare.calls(echo, CALLS, inFlight));
        }
        Series first = Series.of(own);
        Series second = Series.of(other);
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %,.0f | %,.0f | %.2f |%n",
                tool,
                inFlight,
                first.median(),
                second.median(),
                first.ratioTo(second));
    }
}
