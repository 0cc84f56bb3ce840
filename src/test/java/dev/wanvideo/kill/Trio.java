package dev.wanvideo.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The three servers of a home: starts them, learns which name in the database is whose, and replaces the dead. */
final class Trio {
    private static final int SIZE = 3;

    private final KillOrder order;
    private final Map<String, String> environment;
    private final List<Server> servers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> deaths = new ArrayList<>();
    private int started;

    Trio(KillOrder order, Map<String, String> environment) {
        this.order = order;
        this.environment = environment;
    }

    /** One more server, while there are fewer than three. */
    synchronized Server start() throws IOException {
        started++;
        Path log = order.folder().resolve("logs").resolve(String.format("server-%04d.log", started));
        Server server = Server.start(order, environment, log);
        servers.add(server);
        return server;
    }

    /** Learns names: a new one belongs to the only server that has none yet. */
    synchronized void see(List<Look> looks) {
        for (Look look : looks) {
            look.owner().filter(name -> !names.contains(name)).ifPresent(this::learn);
        }
    }

    private void learn(String name) {
        List<Server> nameless =
                servers.stream().filter(server -> server.name().isEmpty()).toList();
        if (nameless.size() == 1) {
            names.add(name);
            nameless.get(0).named(name);
        }
    }

    /** Takes a killed server out; a name nobody knows was its. */
    synchronized void bury(Server dead, List<Look> looks) {
        see(looks);
        servers.remove(dead);
        looks.forEach(look -> look.owner().ifPresent(names::add));
    }

    synchronized boolean full() {
        return servers.size() == SIZE;
    }

    synchronized List<Server> all() {
        return List.copyOf(servers);
    }

    /** Servers that can be asked for something. */
    synchronized List<Server> ready() {
        return servers.stream().filter(Server::live).filter(Server::open).toList();
    }

    synchronized Server anyReady(RandomGenerator random) {
        List<Server> ready = ready();
        return ready.get(random.nextInt(ready.size()));
    }

    /** Whether each server has opened its store and was seen at work. */
    synchronized boolean allKnown() {
        deaths();
        return servers.stream()
                .allMatch(server -> server.open() && server.name().isPresent());
    }

    synchronized Optional<Server> owner(Look look) {
        return servers.stream()
                .filter(Server::live)
                .filter(server -> server.is(look))
                .findFirst();
    }

    /** Servers that ended though nobody had struck them. */
    synchronized List<String> deaths() {
        for (Server server : List.copyOf(servers)) {
            if (server.diedByItself()) {
                deaths.add("a server ended by itself: " + server.name().orElse("at its start"));
                servers.remove(server);
            }
        }
        return List.copyOf(deaths);
    }
}
