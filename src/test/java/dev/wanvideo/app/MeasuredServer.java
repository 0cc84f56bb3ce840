package dev.wanvideo.app;

import dev.wanvideo.bench.Hurried;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Patience;
import dev.wanvideo.transport.http.Room;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The server over HTTP with more room for sessions than it has, and with providers that may be called more often than they
 * allow, until its input ends.
 */
public final class MeasuredServer {
    private static final int BODY_BYTES = 1024 * 1024;

    private MeasuredServer() {}

    /** {@code SESSIONS TIMES} and the product's own ports. It says where it serves, as the product does. */
    public static void main(String[] arguments) throws IOException {
        int sessions = Integer.parseInt(arguments[0]);
        int times = Integer.parseInt(arguments[1]);
        Settings settings = SettingsReader.forProcess(new String[0]);
        Logging.configure(settings);
        try (HttpService service = new HttpService(settings, true, hurried(times))) {
            service.serveOperators(on(port(arguments, "--metrics-port"), Room.USUAL), Optional.empty());
            Logging.say(settings, "wan-video-mcp tells operators at port " + service.operatorsPort());
            service.serve(on(port(arguments, "--port"), room(sessions)));
            Logging.say(settings, "wan-video-mcp serves MCP at " + service.address());
            while (System.in.read() >= 0) {
                // Nothing is said to it but the end.
            }
        }
    }

    private static int port(String[] arguments, String name) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? 0 : Integer.parseInt(arguments[at + 1]);
    }

    private static HttpSettings on(int port, Room room) {
        return new HttpSettings("127.0.0.1", port, Set.of(), Set.of(), Patience.USUAL, room, Optional.empty());
    }

    private static Room room(int sessions) {
        Room usual = Room.USUAL;
        return new Room(BODY_BYTES, 2 * sessions, sessions, sessions, usual.calls(), usual.listeners(), usual.ofOne());
    }

    private static Catalogue hurried(int times) {
        return new Catalogue(Catalogue.load().all().stream()
                .map(provider -> provider.descriptor().execution() == Execution.REMOTE
                        ? (Provider) new Hurried(provider, times)
                        : provider)
                .toList());
    }
}
