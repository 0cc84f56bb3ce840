package dev.wanvideo.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A small, strict S3 service on this machine with one bucket and one key. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "films";
    public static final String REGION = "eu-test-1";
    public static final String ID = "AKIDEXAMPLE0000000001";
    public static final String SECRET = "s3cr3t/With+Odd=Characters~0123456789";

    private final HttpServer server;
    private final Clock clock;
    private final SigV4 signatures = new SigV4(REGION, ID, SECRET);
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public S3Server(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this method is answered with this S3 code. */
    public void fail(String method, String code) {
        faults.put(method, code);
    }

    /** Calls so far, e.g. {@code PUT /films/wan-video/ab.png 200}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public Map<String, byte[]> objects() {
        return objects;
    }

    public Map<String, String> types() {
        return types;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            String method = exchange.getRequestMethod();
            Optional<String> fault = fault(exchange, body)
                    .or(() -> Optional.ofNullable(faults.get(method)))
                    .or(() -> absent(method, path));
            if (fault.isPresent()) {
                failed(exchange, fault.get());
            } else {
                done(exchange, path, body);
            }
        }
    }

    /** Noted before it is answered, so that whoever has the answer finds the call. */
    private void begin(HttpExchange exchange, int status, long length) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + status);
        exchange.sendResponseHeaders(status, length);
    }

    private Optional<String> fault(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().toLowerCase(Locale.ROOT), one -> String.join(",", one.getValue())));
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return signatures.fault(
                new SigV4.Arrival(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        query,
                        headers,
                        SigV4.sha256(body)),
                clock.instant());
    }

    private Optional<String> absent(String method, String path) {
        if (!path.startsWith("/" + BUCKET + "/")) {
            return Optional.of("NoSuchBucket");
        }
        return method.equals("GET") && !objects.containsKey(path) ? Optional.of("NoSuchKey") : Optional.empty();
    }

    private void done(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(path, body);
            types.put(path, exchange.getRequestHeaders().getFirst("Content-Type"));
            begin(exchange, 200, -1);
            return;
        }
        byte[] object = objects.getOrDefault(path, new byte[0]);
        boolean part = "bytes=0-0".equals(exchange.getRequestHeaders().getFirst("Range"));
        byte[] sent = part ? Arrays.copyOf(object, 1) : object;
        if (part) {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-0/" + object.length);
        }
        begin(exchange, part ? 206 : 200, sent.length);
        exchange.getResponseBody().write(sent);
    }

    private void failed(HttpExchange exchange, String code) throws IOException {
        int status = switch (code) {
            case "NoSuchKey", "NoSuchBucket" -> 404;
            case "SlowDown" -> 503;
            case "InternalError" -> 500;
            case "PermanentRedirect" -> 301;
            case "AuthorizationHeaderMalformed", "AuthorizationQueryParametersError", "EntityTooLarge" -> 400;
            case "XMinioStorageFull" -> 507;
            default -> 403;
        };
        String region =
                status == 301 || code.equals("AuthorizationHeaderMalformed") ? "<Region>us-west-7</Region>" : "";
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>About " + ID
                        + "</Message>" + region + "<AWSAccessKeyId>" + ID + "</AWSAccessKeyId></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "7");
        }
        begin(exchange, status, xml.length);
        exchange.getResponseBody().write(xml);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
