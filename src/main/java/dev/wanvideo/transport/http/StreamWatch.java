package dev.wanvideo.transport.http;

import dev.wanvideo.access.Grant;
import dev.wanvideo.access.Standing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams that are open, and what their clients were let in by: when that is good no more, they end. */
final class StreamWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);

    private final Map<Outlet, Standing> open = new ConcurrentHashMap<>();

    Reply watched(Grant grant, Reply reply) {
        if (reply instanceof Reply.Stream stream) {
            open.put(stream.outlet(), grant.standing());
        }
        return reply;
    }

    /** Ends what has to end, as if its client had gone away. */
    void look() {
        for (Map.Entry<Outlet, Standing> one : open.entrySet()) {
            if (one.getKey().isOver()) {
                open.remove(one.getKey());
            } else if (!holds(one.getValue())) {
                LOG.debug("A stream ends with the token that it came with");
                open.remove(one.getKey());
                one.getKey().end();
                one.getKey().gone();
            }
        }
    }

    /** Nobody is sent away because it cannot be told right now; the next look asks again. */
    private static boolean holds(Standing standing) {
        try {
            return standing.holds();
        } catch (RuntimeException e) {
            LOG.debug("Whether a token is still good cannot be told", e);
            return true;
        }
    }
}
