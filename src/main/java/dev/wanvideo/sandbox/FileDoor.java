package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.sandbox.Fault.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Hands out films and sample references; neither asks for a key, as with real providers' links. */
final class FileDoor {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final SandboxBooks books;
    private final Faults faults;
    private final Films films;
    private final Journal journal;
    private final Workshop workshop;

    FileDoor(SandboxBooks books, Faults faults, Films films, Journal journal, Workshop workshop) {
        this.books = books;
        this.faults = faults;
        this.films = films;
        this.journal = journal;
        this.workshop = workshop;
    }

    /** Hands out the film of a job, named {@code <job>.mp4}. */
    void film(HttpExchange exchange, String name) throws IOException {
        Optional<Work> work = books.work(name.replaceFirst("\\.mp4$", ""))
                .filter(w -> workshop.look(w, workshop.now()).phase() == Phase.DONE);
        if (work.isEmpty() || !name.endsWith(".mp4")) {
            missing(exchange);
            return;
        }
        Fate fate = work.get().fate();
        fate.meet(work.get().provider(), faults, fault -> fault.stage() == Stage.FILM);
        if (fate.has(Fault.GONE)) {
            missing(exchange);
        } else if (fate.has(Fault.LINK_EXPIRED)) {
            Sender.json(exchange, FORBIDDEN, "{\"error\":\"Request has expired.\"}");
        } else {
            FileAnswer.send(exchange, work.get().film().join().file(), "video/mp4", truncated(exchange, work.get()));
        }
    }

    /** Hands out a sample. */
    void sample(HttpExchange exchange, String name) throws IOException {
        if (!Samples.NAMES.contains(name)) {
            missing(exchange);
            return;
        }
        FileAnswer.send(exchange, made(name), type(name), false);
    }

    /** Hands out a file that was uploaded. */
    void upload(HttpExchange exchange) throws IOException {
        Optional<SandboxFiles.Kept> file =
                books.files().read(exchange.getRequestURI().getPath());
        if (file.isEmpty()) {
            missing(exchange);
            return;
        }
        byte[] content = file.get().content();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", file.get().type());
        exchange.sendResponseHeaders(OK, head ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private boolean truncated(HttpExchange exchange, Work work) {
        boolean truncated = exchange.getRequestMethod().equals("GET")
                && work.fate().has(Fault.TRUNCATED_FILM)
                && work.firstServing();
        if (truncated) {
            journal.struck(work.provider(), Fault.TRUNCATED_FILM, "the film of " + work.id());
        }
        return truncated;
    }

    private Path made(String name) throws IOException {
        try {
            return films.sample(name).join();
        } catch (CompletionException e) {
            throw new IOException("the sample " + name + " could not be made", e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "wav" -> "audio/wav";
            default -> "video/mp4";
        };
    }

    private static void missing(HttpExchange exchange) throws IOException {
        Sender.json(exchange, NOT_FOUND, "{\"error\":\"There is no such file.\"}");
    }
}
