package dev.wanvideo.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that makes one film for ever, says its id, and waits to be killed. */
final class KilledServer {
    private KilledServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        TaskSettings settings = Samples.settings(Path.of(arguments[0]), Optional.empty(), Samples.QUICK);
        SteeredFilms films = new SteeredFilms();
        TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), films);
        house.create(Samples.film("to be killed"));
        System.out.println(films.awaitBegun());
        Thread.currentThread().join();
    }
}
