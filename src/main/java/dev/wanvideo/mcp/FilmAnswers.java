package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import java.util.List;
import java.util.Optional;

/** Answers about a task that show the film when it is finished. */
final class FilmAnswers {
    private final TaskView view;

    FilmAnswers(TaskView view) {
        this.view = view;
    }

    /** @param sheet whether the contact sheet comes along as a picture */
    Answer answer(Task task, boolean sheet, Client client) {
        Answer answer = view.answer(task, List.of(), client).leadingTo(link(task));
        return sheet ? answer.showing(task.outcome().film().flatMap(ContactSheet::inline)) : answer;
    }

    /** What the call that ordered the film comes to: a film that failed is an error of that call. */
    Answer ending(Task task, Client client) {
        Answer answer = answer(task, true, client);
        return task.status() == TaskStatus.FAILED ? answer.asError() : answer;
    }

    private static Optional<FilmLink> link(Task task) {
        return task.outcome()
                .film()
                .map(film -> new FilmLink(
                        TaskAddress.of(task.id(), FilmPart.FILM),
                        Coercion.excerpt(task.request().prompt()),
                        film.bytes()));
    }
}
