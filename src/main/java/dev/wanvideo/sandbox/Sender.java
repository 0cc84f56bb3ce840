package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Puts answers on the wire, whole or spoiled; an answer that has to wait holds no thread. */
final class Sender {
    private static final int LATE_MILLIS = 2000;
    private static final int FLOOD_MEGABYTES = 100;
    private static final int MEGABYTE = 1 << 20;

    private final String address;
    private final SandboxBooks books;
    private final Executor calls;
    private final ScheduledExecutorService timer;

    Sender(String address, SandboxBooks books, Executor calls, ScheduledExecutorService timer) {
        this.address = address;
        this.books = books;
        this.calls = calls;
        this.timer = timer;
    }

    /** Where the sandbox is, without a slash at its end. */
    String address() {
        return address;
    }

    void sendLate(HttpExchange exchange, Delivery delivery, Refusing refusing) {
        timer.schedule(
                () -> behind(exchange, () -> send(exchange, delivery, refusing)), LATE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @param refusing says in the provider's words that a film which was waited for is not to be had */
    void send(HttpExchange exchange, Delivery delivery, Refusing refusing) throws IOException {
        if (delivery instanceof Delivery.Whole whole) {
            answer(exchange, whole.answer(), false, refusing);
        } else if (delivery instanceof Delivery.Half half) {
            answer(exchange, half.answer(), true, refusing);
        } else if (delivery instanceof Delivery.HangUp) {
            exchange.close();
        } else if (delivery instanceof Delivery.Flood) {
            flood(exchange);
        }
        // A silence is what remains: the exchange stays open until one side has enough of it.
    }

    /** Sends JSON of the sandbox itself. */
    static void json(HttpExchange exchange, int status, String json) throws IOException {
        bytes(exchange, EmulatedAnswer.json(status, json), false);
    }

    private void answer(HttpExchange exchange, EmulatedAnswer answer, boolean half, Refusing refusing)
            throws IOException {
        Optional<Work> work = answer.film().flatMap(books::work);
        if (work.isEmpty()) {
            bytes(exchange, answer, half);
            return;
        }
        work.get()
                .ended()
                .thenAccept(phase -> behind(exchange, () -> {
                    if (phase == Phase.DONE) {
                        answer.headers().forEach(exchange.getResponseHeaders()::set);
                        FileAnswer.send(exchange, work.get().film().join().file(), "video/mp4", half);
                    } else {
                        bytes(exchange, refusing.answer(work.get()), half);
                    }
                }));
    }

    private static void bytes(HttpExchange exchange, EmulatedAnswer answer, boolean half) throws IOException {
        byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
        if (!none) {
            // What is missing of the promised length makes the server end the connection.
            exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private static void flood(HttpExchange exchange) throws IOException {
        byte[] much = new byte[MEGABYTE];
        Arrays.fill(much, (byte) 'a');
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("{\"data\":\"".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < FLOOD_MEGABYTES; i++) {
            out.write(much);
        }
        out.write("\"}".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void behind(HttpExchange exchange, Writing writing) {
        try {
            calls.execute(() -> write(exchange, writing));
        } catch (RejectedExecutionException e) {
            // The sandbox is closing.
            exchange.close();
        }
    }

    private static void write(HttpExchange exchange, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            exchange.close();
        }
    }

    /** Says why there is no film. */
    interface Refusing {
        EmulatedAnswer answer(Work work);
    }

    /** Something put on the wire. */
    private interface Writing {
        void run() throws IOException;
    }
}
