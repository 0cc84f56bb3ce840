package dev.wanvideo.mcp;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Considered;
import dev.wanvideo.task.Advance;
import dev.wanvideo.task.Arrival;
import dev.wanvideo.task.Film;
import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.RemoteLink;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how a task stands. */
final class TaskView {
    private static final double MEGABYTE = 1e6;

    private final PreviewNote preview;

    private final Clock clock;

    /** @param clock tells which links to films have died */
    TaskView(Catalogue catalogue, Clock clock) {
        this.preview = new PreviewNote(catalogue);
        this.clock = clock;
    }

    Answer answer(Task task, List<String> moreWarnings, Client client) {
        return answer(task, moreWarnings, List.of(), client);
    }

    /**
     * The task as it stands.
     *
     * @param moreWarnings what is to be said now, besides what was said when the task was made
     * @param considered the providers among which we chose; empty where the caller chose
     * @param client to whom it is said
     */
    Answer answer(Task task, List<String> moreWarnings, List<Considered> considered, Client client) {
        List<String> warnings = Stream.concat(task.warnings().stream(), moreWarnings.stream())
                .distinct()
                .toList();
        String next = nextStep(task, client);
        StringBuilder text = new StringBuilder(text(task, client));
        PlanView.lines(considered).forEach(line -> text.append('\n').append(line));
        warnings.forEach(warning -> text.append("\nNote: ").append(warning));
        text.append("\nNext: ").append(next);
        return Answer.of(text.toString(), facts(task, warnings, considered, client));
    }

    /** The task as JSON values, as {@code structuredContent} carries it. */
    Map<String, Object> facts(Task task, Client client) {
        return facts(task, task.warnings(), List.of(), client);
    }

    /** {@code running at preview, 40 %, about 12 s left}. */
    static String progress(Task task) {
        String percent = task.status().terminal() ? "" : ", " + task.advance().percent() + " %";
        String left = task.status().terminal()
                ? ""
                : task.advance()
                        .etaSeconds()
                        .map(seconds -> ", about " + seconds + " s left")
                        .orElse("");
        String here = task.advance()
                .arrival()
                .map(arrival -> ", " + megabytes(arrival) + " fetched")
                .orElse("");
        return task.status().word() + " at " + task.provider() + percent + here + left;
    }

    private static String megabytes(Arrival arrival) {
        String of = arrival.total().isPresent()
                ? String.format(Locale.ROOT, " of %.1f", arrival.total().getAsLong() / MEGABYTE)
                : "";
        return String.format(Locale.ROOT, "%.1f", arrival.bytes() / MEGABYTE) + of + " MB";
    }

    private String nextStep(Task task, Client client) {
        String step = NextStep.after(task, client);
        return task.status() == TaskStatus.SUCCEEDED
                ? step + preview.about(task).orElse("")
                : step;
    }

    private String text(Task task, Client client) {
        StringBuilder text = new StringBuilder("Task ")
                .append(task.id())
                .append(": ")
                .append(progress(task))
                .append('.');
        task.outcome().film().ifPresent(film -> text.append('\n').append(filmText(task, film, client)));
        link(task.outcome()).ifPresent(link -> text.append('\n').append(linkText(link)));
        task.outcome()
                .error()
                .ifPresent(error -> text.append('\n')
                        .append(error.category().word())
                        .append(": ")
                        .append(error.message()));
        task.advance().providerTaskId().ifPresent(id -> text.append('\n').append(providerText(task, id)));
        task.request().seed().ifPresent(seed -> text.append("\nSeed: ").append(seed));
        return text.append("\nPrice: ")
                .append(Money.price(task.cost().quote()))
                .append(". ")
                .append(Money.charge(task.cost()))
                .toString();
    }

    private static String filmText(Task task, Film film, Client client) {
        return "Film: " + FilmPlace.of(task, FilmPart.FILM, client).orElse("")
                + (client.sharesDisk() ? "" : " (a resource; a long one in pieces: /film/1, /film/2)")
                + FilmPlace.of(task, FilmPart.SHEET, client)
                        .map(sheet -> "\nContact sheet: " + sheet)
                        .orElse("")
                + String.format(
                        Locale.ROOT,
                        "\n%dx%d, %.1f s, %d bytes",
                        film.size().width(),
                        film.size().height(),
                        film.seconds(),
                        film.bytes());
    }

    private static String linkText(RemoteLink link) {
        return "At the provider: " + link.address()
                + link.expires().map(until -> " (until " + until + ")").orElse("");
    }

    private static String providerText(Task task, String id) {
        return "Provider's task: " + id
                + task.advance().providerStatus().map(word -> " (" + word + ")").orElse("");
    }

    private Map<String, Object> facts(Task task, List<String> warnings, List<Considered> considered, Client client) {
        Advance advance = task.advance();
        return new Facts()
                .put("task_id", task.id())
                .put("status", task.status().word())
                .put("provider", task.provider())
                .put("progress", advance.percent())
                .put("eta_seconds", advance.etaSeconds())
                .put("video", Optional.of(video(task, client)).filter(facts -> !facts.isEmpty()))
                .put("cost", Money.facts(task.cost()))
                .put("provider_task_id", advance.providerTaskId())
                .put("provider_status", advance.providerStatus())
                .put("seed", task.request().seed())
                .put("created_at", task.times().created().toString())
                .put("plan", considered.isEmpty() ? Optional.empty() : Optional.of(PlanView.choice(considered)))
                .putSome("warnings", warnings)
                .put(
                        "error",
                        task.outcome()
                                .error()
                                .map(error -> new Facts()
                                        .put("category", error.category().word())
                                        .put("message", error.message())
                                        .map()))
                .put("next_step", nextStep(task, client))
                .map();
    }

    /** Where the provider keeps the film, as long as it does. */
    private Optional<RemoteLink> link(Outcome outcome) {
        return outcome.link().filter(link -> link.alive(clock.instant()));
    }

    private Map<String, Object> video(Task task, Client client) {
        Map<String, Object> facts =
                task.outcome().film().map(film -> film(film, client)).orElseGet(LinkedHashMap::new);
        task.advance().arrival().ifPresent(arrival -> {
            facts.put("fetched_bytes", arrival.bytes());
            arrival.total().ifPresent(bytes -> facts.put("bytes", bytes));
        });
        link(task.outcome()).ifPresent(link -> {
            facts.put("url", link.address().toString());
            link.expires().ifPresent(until -> facts.put("expires_at", until.toString()));
        });
        return facts;
    }

    private static Map<String, Object> film(Film film, Client client) {
        Optional<Film> here = Optional.of(film).filter(unused -> client.sharesDisk());
        return new Facts()
                .put("path", here.map(Film::place))
                .put("sheet_path", here.flatMap(Film::sheetPlace))
                .put("poster_path", here.flatMap(Film::posterPlace))
                .put("width", film.size().width())
                .put("height", film.size().height())
                .put("duration_seconds", film.seconds())
                .put("bytes", film.bytes())
                .put("sha256", film.sha256())
                .map();
    }
}
