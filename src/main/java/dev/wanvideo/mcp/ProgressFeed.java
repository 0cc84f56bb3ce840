package dev.wanvideo.mcp;

import dev.wanvideo.task.Advance;
import dev.wanvideo.task.Task;
import dev.wanvideo.transport.StatelessRequest;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells a waiting client how a task gets on, with numbers that only rise, as the protocol demands. */
final class ProgressFeed {
    static final double TOTAL = 100;

    /** Nobody asked to be told. */
    static final ProgressFeed UNWANTED = new ProgressFeed(Optional.empty());

    private final Optional<BiConsumer<Double, String>> client;
    private double last = -1;

    private ProgressFeed(Optional<BiConsumer<Double, String>> client) {
        this.client = client;
    }

    /** A feed to a client that takes a number from 0 to {@link #TOTAL} and a message. */
    static ProgressFeed to(BiConsumer<Double, String> client) {
        return new ProgressFeed(Optional.of(client));
    }

    /** The feed that this request asks for. */
    static ProgressFeed of(StatelessRequest request) {
        return request.progressToken()
                .filter(token -> token instanceof String || token instanceof Number)
                .map(token -> to((progress, message) -> request.tell(
                        "notifications/progress",
                        new Facts()
                                .put("progressToken", token)
                                .put("progress", progress)
                                .put("total", TOTAL)
                                .put("message", message)
                                .map())))
                .orElse(UNWANTED);
    }

    boolean wanted() {
        return client.isPresent();
    }

    void tell(Task task) {
        client.ifPresent(told -> told.accept(risen(share(task.advance())), TaskView.progress(task)));
    }

    /** What is fetched of a film counts within its last percent. */
    private static double share(Advance advance) {
        double fetched = advance.arrival()
                .filter(arrival -> arrival.total().orElse(0) > 0)
                .map(arrival -> Math.min(
                        0.99, (double) arrival.bytes() / arrival.total().getAsLong()))
                .orElse(0.0);
        return advance.percent() + fetched;
    }

    private double risen(double percent) {
        last = percent > last ? percent : last + (TOTAL - last) / 1000;
        return last;
    }
}
