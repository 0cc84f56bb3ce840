package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The clients that began with {@code initialize}, by the ids that they were given. */
final class Sessions {

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Room room;
    private final Duration rest;
    private final LongSupplier clock;

    /**
     * @param rest how long a session in which nothing goes on is kept
     * @param clock nanoseconds from any point
     */
    Sessions(Room room, Duration rest, LongSupplier clock) {
        this.room = room;
        this.rest = rest;
        this.clock = clock;
    }

    long now() {
        return clock.getAsLong();
    }

    /**
     * Takes a session in. Where there is no room, the one is forgotten that rests longest: most clients never say that
     * they have done, and one that comes back begins anew.
     *
     * @return false when all are in use
     */
    synchronized boolean add(Session session) {
        boolean room = makeRoom(this.room.sessions(), byId.values().stream())
                && makeRoom(
                        this.room.sessionsOfOne(),
                        byId.values().stream().filter(other -> other.owner().equals(session.owner())));
        if (room) {
            byId.put(session.id(), session);
        }
        return room;
    }

    /** The principal's session with this id; nobody finds out whether another has one. */
    Optional<Session> find(Principal principal, String id) {
        Optional<Session> session =
                Optional.ofNullable(byId.get(id)).filter(found -> found.owner().equals(principal));
        session.ifPresent(found -> found.touch(now()));
        return session;
    }

    void remove(Session session) {
        if (byId.remove(session.id(), session)) {
            session.end();
        }
    }

    /** Forgets those that have rested long enough. */
    void sweep() {
        byId.values().stream()
                .filter(session -> session.rests() && now() - session.usedAt() > rest.toNanos())
                .forEach(this::remove);
    }

    void endAll() {
        byId.values().forEach(this::remove);
    }

    Stream<Session> all() {
        return byId.values().stream();
    }

    private boolean makeRoom(int most, Stream<Session> rivals) {
        var present = rivals.toList();
        if (present.size() < most) {
            return true;
        }
        Optional<Session> longest =
                present.stream().filter(Session::rests).min(Comparator.comparingLong(s -> s.usedAt() - now()));
        longest.ifPresent(this::remove);
        return longest.isPresent();
    }
}
