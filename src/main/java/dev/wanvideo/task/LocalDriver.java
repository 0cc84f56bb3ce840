package dev.wanvideo.task;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.video.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes films on this machine; an attempt that was cut off costs nothing, so it goes back to the queue. */
final class LocalDriver implements Driver {
    private static final Logger LOG = LoggerFactory.getLogger(LocalDriver.class);

    /**
     * Another owner moved the row, one that woke from a long sleep for instance. Only the row tells whether the task has
     * ended, so the step looks again: without a step nobody would, before the reconciler does.
     */
    private static final Next MOVED_BY_ANOTHER = new Next.Again(Duration.ofSeconds(1));

    private final Books books;
    private final Intent intent;
    private final FilmMaker maker;
    private final Renders renders;
    private final TaskSettings settings;
    private final Sidecar sidecar = new Sidecar();

    LocalDriver(Books books, Intent intent, FilmMaker maker, Renders renders, TaskSettings settings) {
        this.books = books;
        this.intent = intent;
        this.maker = maker;
        this.renders = renders;
        this.settings = settings;
    }

    @Override
    public CancelOutcome cancel(TaskRow seen) {
        return books.database().write(Hold.task(seen), connection -> {
            TaskRow row = books.table().find(connection, seen.id()).orElseThrow();
            if (row.status().terminal()) {
                return new CancelOutcome(row.task(), false, Cancellation.ended(row.status()));
            }
            books.ledger().close(connection, row, AttemptEnd.CANCELLED);
            boolean stopped = books.moves().cancelled(connection, row);
            Task now = books.table().find(connection, row.id()).orElseThrow().task();
            return new CancelOutcome(now, stopped, "The film is not made any further; nothing was charged.");
        });
    }

    @Override
    public Next drive(TaskRow row) {
        if (renders.stopping()) {
            return Next.AT_ONCE;
        }
        if (settings.clock().instant().isAfter(row.task().times().deadline())) {
            return failed(row, Category.TIMEOUT, "The film was not made within a day, so it was given up.");
        }
        if (row.status() != TaskStatus.QUEUED && !takenBack(row)) {
            return MOVED_BY_ANOTHER;
        }
        return intent.declare(row.id()).map(this::made).orElse(MOVED_BY_ANOTHER);
    }

    private Next made(TaskRow row) {
        FilmFiles.discardLeftovers(row);
        FilmFiles files = new FilmFiles(FilmFiles.place(row, settings), row.attempt());
        if (!books.database()
                .writeUnsynced(
                        Hold.statement(row), connection -> books.moves().running(connection, row, files.film()))) {
            return MOVED_BY_ANOTHER;
        }
        try {
            Files.createDirectories(settings.outputDir());
            RenderedFilm rendered = rendered(row, files.part());
            Film film = files.secured(rendered);
            List<String> warnings = warnings(row, rendered);
            files.secureSidecar(sidecar.of(row, film, warnings, settings.clock().instant()));
            published(row, files, film, warnings);
            return Next.DONE;
        } catch (CancellationException | InterruptedException e) {
            files.discardParts();
            return again(row);
        } catch (MediaProblem e) {
            // What an interrupted process could not read any more, the next one may.
            return Thread.currentThread().isInterrupted()
                    ? again(row)
                    : failed(row, files, e.category(), e.getMessage() + " (accepted: " + e.limit() + ")");
        } catch (IOException | UncheckedIOException e) {
            return unwritable(row, files);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("Making {} failed by a fault of this program; the debug log level shows it", row.id());
            LOG.debug("The fault", e);
            return failed(
                    row, files, Category.UNAVAILABLE, "The server could not make this film. Change it or try again.");
        } finally {
            files.discardParts();
        }
    }

    private RenderedFilm rendered(TaskRow row, Path part) throws IOException, MediaProblem, InterruptedException {
        renders.enter();
        try {
            return maker.make(row.task(), row.outgoing(), part, watch(row));
        } finally {
            renders.leave();
        }
    }

    private static List<String> warnings(TaskRow row, RenderedFilm rendered) {
        return Stream.concat(row.task().warnings().stream(), rendered.notes().stream())
                .distinct()
                .toList();
    }

    private RenderProgress watch(TaskRow row) {
        return new RenderWatch(renders::stopping, percent -> wanted(row, percent));
    }

    /** Trouble with the database says nothing about the task, so the render goes on. */
    private boolean wanted(TaskRow row, int percent) {
        try {
            return books.database()
                    .writeUnsynced(
                            Hold.statement(row), connection -> books.moves().progress(connection, row, percent));
        } catch (StoreUnavailable e) {
            LOG.debug("The progress of {} could not be written", row.id());
            return true;
        }
    }

    /** The files get their names inside the transaction, so that an owner that was overtaken cannot publish. */
    private void published(TaskRow row, FilmFiles files, Film film, List<String> warnings) {
        books.database().write(Hold.task(row), connection -> {
            if (!books.moves().succeeded(connection, row, film, warnings)) {
                return false;
            }
            books.ledger().close(connection, row, AttemptEnd.MADE);
            try {
                files.publish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    /** Whoever takes it up next begins it anew. */
    private Next again(TaskRow row) {
        return takenBack(row) ? Next.AT_ONCE : MOVED_BY_ANOTHER;
    }

    private boolean takenBack(TaskRow row) {
        return books.database().write(Hold.task(row), connection -> {
            books.ledger().close(connection, row, AttemptEnd.INTERRUPTED);
            return books.moves().requeued(connection, row);
        });
    }

    /** Whoever sees that it failed finds nothing half-made. */
    private Next failed(TaskRow row, FilmFiles files, Category category, String message) {
        files.discardParts();
        return failed(row, category, message);
    }

    private Next failed(TaskRow row, Category category, String message) {
        books.database().write(Hold.task(row), connection -> {
            books.ledger().close(connection, row, AttemptEnd.FAILED);
            return books.moves().failed(connection, row, new TaskError(category, message));
        });
        return Next.DONE;
    }

    private Next unwritable(TaskRow row, FilmFiles files) {
        if (renders.stopping()) {
            return again(row);
        }
        String reason = OutputFolder.full(settings.home())
                ? "the disk of the data folder is full; free some space there"
                : OutputFolder.full(settings.outputDir())
                        ? "the disk of the output folder is full; free some space there"
                        : "the output folder cannot be written; check it or set WAN_VIDEO_OUTPUT_DIR";
        return failed(row, files, Category.UNAVAILABLE, "The film could not be saved: " + reason + ", then ask again.");
    }
}
