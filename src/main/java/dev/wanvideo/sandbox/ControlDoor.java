package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.wanvideo.sandbox.SandboxBooks.Entry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lets agent developers look into the sandbox and steer it, under {@code /_sandbox}. */
final class ControlDoor {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Map<String, Map<String, String>> environment;
    private final SandboxBooks books;
    private final Faults faults;
    private final String address;

    /** @param environment of a server that is to use the sandbox, by provider */
    ControlDoor(Map<String, Map<String, String>> environment, SandboxBooks books, Faults faults, String address) {
        this.environment = environment;
        this.books = books;
        this.faults = faults;
        this.address = address;
    }

    void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (call) {
            case "GET /_sandbox", "GET /_sandbox/" -> answer(exchange, OK, overview());
            case "GET /_sandbox/books" -> answer(exchange, OK, accounts());
            case "GET /_sandbox/faults" -> answer(exchange, OK, faultsInForce());
            case "POST /_sandbox/faults" -> set(exchange);
            case "DELETE /_sandbox/faults" -> clear(exchange);
            default -> answer(exchange, NOT_FOUND, Map.of("error", "GET /_sandbox tells what there is"));
        }
    }

    private Map<String, Object> overview() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("environment", environment);
        view.put(
                "samples",
                Samples.NAMES.stream().map(n -> address + "/media/" + n).toList());
        view.putAll(faultsInForce());
        view.put("all_faults", Fault.words());
        view.put(
                "calls",
                List.of(
                        "GET /_sandbox/books",
                        "GET /_sandbox/faults",
                        "POST /_sandbox/faults {\"provider\": id or all, \"fault\": word, \"rate\": 0-1 or \"times\": n,"
                                + " \"calls\": create, poll or any}",
                        "DELETE /_sandbox/faults?provider=id"));
        return view;
    }

    private Map<String, Object> faultsInForce() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("seed", faults.seed());
        view.put("faults", faults.inForce().stream().map(FaultOrder::toString).toList());
        view.put("struck", faults.struck());
        return view;
    }

    private Map<String, Object> accounts() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("billed_usd", books.billedUsd());
        view.put("charged_usd", books.chargedUsd());
        view.put("jobs", books.entries().stream().map(ControlDoor::job).toList());
        view.put("uploads", books.files().uploads());
        view.put("calls", books.calls());
        view.put("struck", faults.struck());
        return view;
    }

    private static Map<String, Object> job(Entry entry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("provider", entry.provider());
        view.put("job", entry.job());
        view.put("state", entry.phase().name().toLowerCase(Locale.ROOT));
        view.put("usd", entry.usd());
        view.put("accepted", entry.accepted().toString());
        entry.done().ifPresent(done -> view.put("done", done.toString()));
        view.put("polls", entry.polls());
        view.put("prompt", entry.prompt());
        view.put("body", entry.body());
        return view;
    }

    private void set(HttpExchange exchange) throws IOException {
        try {
            faults.set(order(JSON.readTree(Incoming.body(exchange).orElse(""))));
            answer(exchange, OK, faultsInForce());
        } catch (JacksonException e) {
            answer(exchange, BAD_REQUEST, Map.of("error", "the body is not JSON"));
        } catch (IllegalArgumentException e) {
            answer(
                    exchange,
                    BAD_REQUEST,
                    Map.of("error", Optional.ofNullable(e.getMessage()).orElse("wrong")));
        }
    }

    private static FaultOrder order(JsonNode body) {
        Fault fault = FaultOrder.fault(body.path("fault").asString(""));
        JsonNode times = body.path("times");
        return new FaultOrder(
                body.path("provider").asString(FaultOrder.ALL),
                fault,
                body.path("rate").asDouble(1),
                times.isInt() ? OptionalInt.of(times.intValue()) : OptionalInt.empty(),
                body.path("calls").isMissingNode()
                        ? fault.usual()
                        : FaultOrder.calls(body.path("calls").asString("")));
    }

    private void clear(HttpExchange exchange) throws IOException {
        Optional.ofNullable(Incoming.query(exchange).get("provider")).ifPresentOrElse(faults::clear, faults::clear);
        answer(exchange, OK, faultsInForce());
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> view) throws IOException {
        Sender.json(exchange, status, JSON.writeValueAsString(view) + "\n");
    }
}
