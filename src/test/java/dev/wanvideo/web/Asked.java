package dev.wanvideo.web;

import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.RouteServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Routes served over a socket, and a client of them. */
final class Asked implements AutoCloseable {
    private final RouteServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Asked(List<Route> routes) throws BindException {
        server = RouteServer.start(HttpSettings.onLoopback(0), routes);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
