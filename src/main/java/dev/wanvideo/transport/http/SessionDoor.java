package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.ProtocolVersions;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** Finds the session that a request names, has clients listen to theirs, and ends it when they say so. */
final class SessionDoor {

    private static final String LAST_EVENT = "Last-Event-ID";

    private final Sessions sessions;

    SessionDoor(Sessions sessions) {
        this.sessions = sessions;
    }

    /** What a request's headers lead to. */
    sealed interface Lookup {

        record Found(Session session) implements Lookup {}

        record Missing(Refusal refusal) implements Lookup {}
    }

    Lookup find(Principal principal, HttpHeaders headers) {
        List<String> ids = headers.getAll(LegacyDoor.SESSION);
        if (ids.size() != 1) {
            return new Lookup.Missing(Refusal.of(400, "Send one " + LegacyDoor.SESSION + ", as initialize gave it"));
        }
        // Before versions were told in a header, the session alone said which it is.
        List<String> versions = headers.getAll(HeaderMatch.VERSION);
        if (versions.size() > 1 || !versions.stream().allMatch(ProtocolVersions::isSpoken)) {
            return new Lookup.Missing(
                    Refusal.of(400, HeaderMatch.VERSION + " names no version that is spoken in sessions"));
        }
        return sessions.find(principal, ids.get(0))
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> new Lookup.Missing(
                        new Refusal(404, Answer.SESSION_NOT_FOUND, "Session not found: send initialize again")));
    }

    /** A stream of what belongs to no call, or of what a client missed when its connection broke. */
    Reply listen(Principal principal, HttpHeaders headers) {
        Lookup lookup = find(principal, headers);
        return lookup instanceof Lookup.Found found
                ? listen(found.session(), Optional.ofNullable(headers.get(LAST_EVENT)))
                : ((Lookup.Missing) lookup).refusal().reply();
    }

    Reply delete(Principal principal, HttpHeaders headers) {
        Lookup lookup = find(principal, headers);
        if (lookup instanceof Lookup.Found found) {
            sessions.remove(found.session());
            return Reply.empty(204);
        }
        return ((Lookup.Missing) lookup).refusal().reply();
    }

    private static Reply listen(Session session, Optional<String> lastEvent) {
        Outlet outlet = new Outlet();
        if (lastEvent.isEmpty()) {
            session.connect(session.standing(), outlet);
        } else if (!session.log().resume(lastEvent.get(), outlet)) {
            return Refusal.of(400, LAST_EVENT + " is unknown, or what came after it is kept no more")
                    .reply();
        }
        return Reply.stream(outlet);
    }

    /** Whether the client knows nothing of sessions, so that it cannot listen to one. */
    static boolean isStateless(HttpHeaders headers) {
        return ProtocolVersions.STATELESS.equals(headers.get(HeaderMatch.VERSION))
                && !headers.contains(LegacyDoor.SESSION);
    }
}
