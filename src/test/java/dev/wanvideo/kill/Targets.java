package dev.wanvideo.kill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who is to be struck, as the database tells it. */
record Targets(Trio trio, Orders orders) {
    /** A server that has taken the step of a task in this state. */
    Optional<Blow> owner(Moment moment, List<Look> looks) {
        return owner(moment, looks, look -> true);
    }

    private Optional<Blow> owner(Moment moment, List<Look> looks, Predicate<Look> ripe) {
        for (Look look : looks) {
            Optional<Server> owner = trio.owner(look);
            if (owner.isPresent() && look.moment() == moment && ripe.test(look)) {
                return Optional.of(new Blow(owner.get(), Optional.of(look.id())));
            }
        }
        return Optional.empty();
    }

    /** The same once a task has been in this state for so long; remembers what it saw. */
    Function<List<Look>, Optional<Blow>> lingering(Moment moment, long nanos) {
        Map<String, Long> since = new HashMap<>();
        return looks -> owner(moment, looks, look -> {
            long now = System.nanoTime();
            return now - since.computeIfAbsent(look.id() + " " + look.attempt(), first -> now) >= nanos;
        });
    }

    /** The server that created a task whose first step nobody has taken. */
    Optional<Blow> creatorOfQueued(List<Look> looks) {
        for (Look look : looks) {
            Optional<Server> creator = orders.creator(look).filter(Server::live);
            if (look.moment() == Moment.QUEUED && creator.isPresent()) {
                return Optional.of(new Blow(creator.get(), Optional.of(look.id())));
            }
        }
        return Optional.empty();
    }

    /** The state of this task, or of any that the victim had taken. */
    static Moment hit(Blow blow, List<Look> looks) {
        return looks.stream()
                .filter(look -> blow.task().isPresent()
                        ? blow.task().get().equals(look.id())
                        : blow.victim().is(look))
                .map(Look::moment)
                .findFirst()
                .orElse(Moment.ELSEWHERE);
    }
}
