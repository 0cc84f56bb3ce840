package dev.wanvideo.transport.http;

import dev.wanvideo.transport.http.Entrance.Door;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Serves routes alone, on a port of their own: for operators, where no proxy leads. */
public final class RouteServer implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Doorkeeper doorkeeper;
    private final SideDoor side;
    private final Listener listener;

    private RouteServer(HttpSettings settings, List<Route> routes) throws BindException {
        Porter porter = new Porter(settings);
        doorkeeper = new Doorkeeper(settings.identity());
        side = new SideDoor(routes, porter, doorkeeper, settings.patience().body());
        ReplyWriter writer = new ReplyWriter(settings.patience().heartbeat(), timer);
        listener =
                Listener.start(settings, new Entrance(door(side), new CrossOrigin(porter), writer, RequestWatch.NONE));
    }

    /**
     * Starts one that listens when this returns.
     *
     * @throws BindException when the port is taken
     */
    public static RouteServer start(HttpSettings settings, List<Route> routes) throws BindException {
        return new RouteServer(settings, routes);
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.takeNoMore();
        side.close();
        doorkeeper.close();
        timer.shutdownNow();
        listener.close();
    }

    private static Door door(SideDoor side) {
        return new Door() {
            @Override
            public Mono<Reply> reply(HttpServerRequest request, String path) {
                return side.named(path) == null
                        ? Mono.just(Refusal.of(404, "There is nothing here").closing())
                        : side.reply(request, path);
            }

            @Override
            public String named(String path) {
                return String.valueOf(side.named(path));
            }
        };
    }
}
