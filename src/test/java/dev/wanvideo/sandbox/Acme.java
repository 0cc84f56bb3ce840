package dev.wanvideo.sandbox;

import dev.wanvideo.provider.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox with two acmes, and a client of the first. */
final class Acme implements AutoCloseable {
    static final int PATIENCE_SECONDS = 120;
    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    Acme(SandboxSettings settings, Clock clock) throws IOException {
        Catalogue providers = new Catalogue(List.of(new AcmeProvider("acme"), new AcmeProvider("other")));
        sandbox = Sandbox.start(settings, providers, lines::add, clock);
    }

    static Acme in(Path folder) throws IOException {
        return new Acme(SandboxSettings.in(folder), Clock.systemUTC());
    }

    /** Jobs that are done at once, as soon as their film is drawn. */
    static Acme quick(Path folder) throws IOException {
        return new Acme(SandboxSettings.in(folder).at(Pace.ofSeconds(0)), Clock.systemUTC());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    void fault(Fault fault) {
        sandbox.faults().set(FaultOrder.always("acme", fault));
    }

    /** Orders a film and gives its id. */
    String order(String prompt) throws Exception {
        return json(create(prompt)).path("id").asString();
    }

    HttpResponse<String> create(String prompt) throws Exception {
        return client.send(creation("films", prompt), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> createSoon(String prompt) {
        return client.sendAsync(creation("films", prompt), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> createNow(String prompt) throws Exception {
        return client.send(creation("now", prompt), BodyHandlers.ofByteArray());
    }

    private HttpRequest creation(String door, String prompt) {
        return keyed("/acme/v1/" + door, "mine")
                .POST(BodyPublishers.ofString(prompt))
                .build();
    }

    HttpRequest.Builder keyed(String path, String key) {
        return to(path).header("x-acme-key", key);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> fetch(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(keyed(path, "mine"));
    }

    HttpResponse<String> poll(String id) throws Exception {
        return get("/acme/v1/films/" + id);
    }

    JsonNode look(String id) throws Exception {
        return json(poll(id));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** The address of the film of an order, once it is done. */
    String film(String prompt) throws Exception {
        String id = order(prompt);
        await("done " + id);
        return URI.create(look(id).path("film").asString()).getPath();
    }

    HttpResponse<Void> head(String path) throws Exception {
        return client.send(to(path).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    }

    /** How many bytes of a file came before the connection ended too early. */
    long brokenOff(String path) throws Exception {
        long count = 0;
        try (InputStream in =
                client.send(to(path).build(), BodyHandlers.ofInputStream()).body()) {
            while (in.read() >= 0) {
                count++;
            }
        } catch (IOException e) {
            return count;
        }
        throw new AssertionError("the file came whole");
    }

    /** Waits for a line of the journal. */
    String await(String words) throws Exception {
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the journal never said " + words);
            }
            if (line.contains(words)) {
                return line;
            }
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
