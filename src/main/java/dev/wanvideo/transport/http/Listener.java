package dev.wanvideo.transport.http;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** The port and its connections: how many, how patient, and how large the heads of requests may be. */
final class Listener {

    private static final int MOST_LINE_BYTES = 4096;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final LoopResources loops =
            LoopResources.create("http", 1, Math.max(2, Runtime.getRuntime().availableProcessors()), true, false);
    private final DisposableServer server;

    private Listener(HttpSettings settings, Entrance entrance) throws BindException {
        try {
            server = HttpServer.create()
                    .host(settings.host())
                    .port(settings.port())
                    .protocol(HttpProtocol.HTTP11)
                    .runOn(loops, false)
                    .idleTimeout(settings.patience().idle())
                    .httpRequestDecoder(
                            spec -> spec.maxInitialLineLength(MOST_LINE_BYTES).maxHeaderSize(MOST_HEADER_BYTES))
                    .doOnChannelInit((observer, channel, address) -> welcome(channel, settings))
                    .handle(entrance)
                    .bindNow();
        } catch (ChannelBindException e) {
            loops.dispose();
            BindException taken = new BindException(String.valueOf(e.getMessage()));
            taken.initCause(e);
            throw taken;
        }
    }

    static Listener start(HttpSettings settings, Entrance entrance) throws BindException {
        return new Listener(settings, entrance);
    }

    int port() {
        return server.port();
    }

    void takeNoMore() {
        server.disposeNow(GOODBYE);
    }

    /** Waits a while until there is nothing left to write. */
    void awaitQuiet(BooleanSupplier quiet) throws InterruptedException {
        long end = System.nanoTime() + GOODBYE.toNanos();
        while (!quiet.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    void close() {
        connections.close().awaitUninterruptibly(GOODBYE.toMillis());
        loops.disposeLater(Duration.ZERO, GOODBYE).block(GOODBYE);
    }

    private void welcome(Channel channel, HttpSettings settings) {
        if (connections.size() >= settings.room().connections()) {
            channel.close();
            return;
        }
        connections.add(channel);
        channel.pipeline()
                .addFirst(new WriteTimeoutHandler(settings.patience().write().toMillis(), TimeUnit.MILLISECONDS));
        HeadDeadline.into(channel.pipeline(), settings.patience().head());
    }
}
