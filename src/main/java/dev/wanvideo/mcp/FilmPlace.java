package dev.wanvideo.mcp;

import dev.wanvideo.task.Film;
import dev.wanvideo.task.Task;
import java.util.Optional;

/** Where a client finds what there is to see of a film: a file, or a resource for those to whom no file is of use. */
final class FilmPlace {
    private FilmPlace() {}

    static Optional<String> of(Task task, FilmPart part, Client client) {
        Optional<Film> film = task.outcome().film();
        return client.sharesDisk()
                ? film.flatMap(part::place)
                : film.flatMap(part::file).map(file -> TaskAddress.of(task.id(), part));
    }
}
