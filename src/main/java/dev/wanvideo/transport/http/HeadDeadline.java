package dev.wanvideo.transport.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes connections whose client takes too long to send the line and headers of a request: dripping bytes count as
 * life everywhere else. It stands before the codec, with a watcher behind it.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private @Nullable Future<?> deadline;
    private boolean inRequest;

    private HeadDeadline(Duration patience) {
        this.patience = patience;
    }

    static void into(ChannelPipeline pipeline, Duration patience) {
        HeadDeadline deadline = new HeadDeadline(patience);
        pipeline.addBefore(NettyPipeline.HttpCodec, "head-deadline", deadline);
        pipeline.addAfter(NettyPipeline.HttpCodec, "head-watch", deadline.new Watch());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        start(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf && !inRequest) {
            start(context);
        }
        context.fireChannelRead(message);
    }

    private void start(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void arrived() {
        inRequest = true;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Sees requests where their heads are complete. */
    private final class Watch extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                arrived();
            }
            if (message instanceof LastHttpContent) {
                inRequest = false;
            }
            context.fireChannelRead(message);
        }
    }
}
