package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each call to the door that its path begins with. */
final class FrontDoor implements HttpHandler {
    /** Where redirects lead; a client that follows one is counted here. */
    static final String ELSEWHERE = "/_elsewhere";

    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Map<String, ProviderDoor> providers;
    private final FileDoor files;
    private final ControlDoor control;
    private final Sender sender;
    private final SandboxBooks books;

    FrontDoor(
            Map<String, ProviderDoor> providers,
            FileDoor files,
            ControlDoor control,
            Sender sender,
            SandboxBooks books) {
        this.providers = providers;
        this.files = files;
        this.control = control;
        this.sender = sender;
        this.books = books;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try {
            route(exchange);
        } catch (IOException e) {
            // The client went away, or an answer cannot be finished: either way this connection is over.
            exchange.close();
        } catch (RuntimeException e) {
            log.warn("A call of {} failed", exchange.getRequestURI().getPath(), e);
            exchange.close();
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] parts = path.split("/", 3);
        String first = parts.length > 1 ? parts[1] : "";
        String rest = parts.length > 2 ? parts[2] : "";
        Optional<ProviderDoor> provider = Optional.ofNullable(providers.get(first));
        if (provider.isPresent()) {
            provider.get().handle(exchange, sender);
            return;
        }
        switch (first) {
            case "films" -> files.film(exchange, rest);
            case "uploads" -> files.upload(exchange);
            case "media" -> files.sample(exchange, rest);
            case "_sandbox" -> control.handle(exchange);
            case "_elsewhere" -> elsewhere(exchange);
            default -> Sender.json(exchange, NOT_FOUND, "{\"error\":\"GET /_sandbox tells what there is\"}");
        }
    }

    private void elsewhere(HttpExchange exchange) throws IOException {
        books.count(exchange.getRequestMethod() + " " + ELSEWHERE);
        Sender.json(exchange, OK, "{}");
    }
}
