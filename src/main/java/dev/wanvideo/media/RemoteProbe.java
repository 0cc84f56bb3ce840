package dev.wanvideo.media;

import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.MediaKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what lies behind an address by reading two small parts of it at most, and remembers it for a while, so that
 * a dry run and the call that follows read once.
 */
final class RemoteProbe {
    static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 200;

    private final Fetcher fetcher;
    private final Clock clock;
    private final Map<Question, Answer> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    RemoteProbe(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    private record Question(URI uri, MediaKind kind, Mend mend) {}

    private record Answer(Look.Seen seen, Instant at) {}

    /** A look at an address. What says nothing about the file, such as silence, makes it unprobed and not refused. */
    Look look(URI uri, MediaKind kind, Mend mend, TimeLeft time) throws InterruptedException {
        Question question = new Question(uri, kind, mend);
        Optional<Look.Seen> remembered = remembered(question);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        try {
            RemoteBytes bytes = RemoteBytes.of(fetcher, uri, time);
            Look.Seen seen = seen(Inspection.of(bytes, kind, mend));
            if (!bytes.passing()) {
                remember(question, seen);
            }
            return seen;
        } catch (FetchProblem e) {
            return saysNothing(e)
                    ? new Look.Unprobed("its content could not be looked at: " + e.getMessage())
                    : refused(Fetches.problem(e, kind));
        } catch (MediaProblem e) {
            return refused(e);
        }
    }

    static Look.Seen seen(Inspection found) {
        return new Look.Seen(found.facts(), found.treatment().map(Treatment::words), found.doubt());
    }

    private static Look refused(MediaProblem e) {
        return new Look.Refused(e.category(), e.getMessage(), e.limit());
    }

    private static boolean saysNothing(FetchProblem e) {
        return e.passing() || e.kind() == FetchProblem.Kind.PROTOCOL && e.status() == 0;
    }

    private synchronized Optional<Look.Seen> remembered(Question question) {
        return Optional.ofNullable(known.get(question))
                .filter(answer -> clock.instant().isBefore(answer.at().plus(FRESH)))
                .map(Answer::seen);
    }

    private synchronized void remember(Question question, Look.Seen seen) {
        known.put(question, new Answer(seen, clock.instant()));
    }
}
