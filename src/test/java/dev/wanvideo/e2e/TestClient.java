package dev.wanvideo.e2e;

import java.util.List;
import java.util.Map;

/** What a client that was not written here lets its user do with a server; closing it ends the server. */
interface TestClient extends AutoCloseable {
    /** The names of the tools that it sees. */
    List<String> list();

    /** Calls a tool and waits for its result; an error that a tool reports is a result too. */
    Reply call(String tool, Map<String, ?> arguments);

    /** Calls a tool and listens meanwhile; throws {@link NotOffered} when this client tells nobody of progress. */
    Heard callWithProgress(String tool, Map<String, ?> arguments);

    /** Calls a tool and cancels the call under way; throws {@link NotOffered} when this client cannot. */
    void giveUp(String tool, Map<String, ?> arguments);

    @Override
    void close();

    /** A result and the progress that was told before it came, in the order of the telling. */
    record Heard(Reply reply, List<Double> progress) {
        public Heard {
            progress = List.copyOf(progress);
        }
    }
}
