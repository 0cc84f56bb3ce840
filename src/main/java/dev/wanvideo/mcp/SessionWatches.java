package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskWatch;
import dev.wanvideo.transport.ClientSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks whose changes one session is told of, each watched by a thread of its own. */
final class SessionWatches {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatches.class);

    private final ClientSession session;
    private final Map<String, Thread> watchers = new HashMap<>();
    private boolean ended;

    SessionWatches(ClientSession session) {
        this.session = session;
    }

    static void tell(ClientSession session, String uri) {
        session.tell("notifications/resources/updated", Map.of("uri", uri));
    }

    /**
     * Tells of the changes that this watch sees, until the task is finished; a second time is the same as once.
     *
     * @return false when there are too many already
     */
    synchronized boolean begin(String uri, TaskWatch watch) {
        boolean known = watchers.containsKey(uri);
        boolean room = known || watchers.size() < TaskSubscriptions.MOST;
        if (ended || known || !room) {
            watch.close();
            return room;
        }
        Thread watcher = new Thread(() -> watch(uri, watch), "subscription");
        watcher.setDaemon(true);
        watchers.put(uri, watcher);
        watcher.start();
        return true;
    }

    synchronized void end(String uri) {
        stop(watchers.remove(uri));
    }

    /** Ends them all for good. */
    synchronized void endAll() {
        ended = true;
        List.copyOf(watchers.keySet()).forEach(this::end);
    }

    private void watch(String uri, TaskWatch opened) {
        try (TaskWatch watch = opened) {
            Task task;
            do {
                task = watch.next();
                tell(session, uri);
            } while (!task.status().terminal());
        } catch (InterruptedException e) {
            LOG.debug("A subscription was ended");
        } catch (RuntimeException e) {
            LOG.debug("A subscription broke off", e);
            // Whoever looks then gets the state, or the trouble; whoever hears nothing waits for ever.
            tell(session, uri);
        } finally {
            finished(uri);
        }
    }

    private synchronized void finished(String uri) {
        watchers.remove(uri, Thread.currentThread());
    }

    private static void stop(@Nullable Thread watcher) {
        if (watcher != null) {
            watcher.interrupt();
        }
    }
}
