package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a finished film from its provider to its place; what is there of it outlives every trouble. */
final class DownloadStep {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadStep.class);
    private static final int MOST_LINK_RETRIES = 2;
    private static final Duration LINK_GAP = Duration.ofSeconds(30);
    // A computer that slept past the end of a task wakes up without a network for a while.
    private static final int MOST_LATE_TROUBLES = 5;
    private static final Duration LATE_GAP = Duration.ofMinutes(5);

    private final RemoteTrade trade;
    private final Books books;
    private final FilmFetch films;
    private final Sidecar sidecar = new Sidecar();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> lateTroubles = new ConcurrentHashMap<>();

    DownloadStep(RemoteTrade trade, FilmFetch films) {
        this.trade = trade;
        this.books = trade.books();
        this.films = films;
    }

    Next drive(TaskRow row) throws InterruptedException {
        if (!trade.downloads().enter()) {
            return trade.downloads().later();
        }
        try {
            return alone(row);
        } finally {
            trade.downloads().leave();
        }
    }

    /** A step that was taken for dead may still be writing the same part in this process. */
    private Next alone(TaskRow row) throws InterruptedException {
        if (!underWay.add(row.id())) {
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        try {
            takeBack(row);
            return row.task().outcome().link().isPresent()
                    ? linked(row, row.task().outcome().link().get())
                    : delivered(row);
        } finally {
            underWay.remove(row.id());
        }
    }

    /**
     * A process may have died between giving the film its name and writing down that it has it. Inside a transaction,
     * since whoever is just publishing holds one.
     */
    private void takeBack(TaskRow row) {
        FilmFiles files = FilmFiles.of(row, trade.settings());
        if (!files.named()) {
            return;
        }
        books.database().write(Hold.task(row), connection -> {
            TaskRow now = books.table().find(connection, row.id()).orElseThrow();
            if (now.status() != TaskStatus.DOWNLOADING || now.attempt() != row.attempt()) {
                return false;
            }
            try {
                files.takeBack();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    /** The film came with the answer to its submission. */
    Next delivered(TaskRow row) throws InterruptedException {
        try {
            return published(row, films.seen(FilmFiles.of(row, trade.settings()).part()));
        } catch (FilmTrouble e) {
            boolean told = row.task().cost().chargedUsd().isPresent();
            String message = row.task().provider() + " answered with what is no whole film: " + e.getMessage();
            books.failed(row, Category.PROTOCOL, message, told ? Charged.YES : Charged.UNKNOWN);
            return RemoteTrade.MOVED_BY_ANOTHER;
        } catch (IOException | UncheckedIOException e) {
            return again(row, unwritable(row));
        }
    }

    private Next linked(TaskRow row, RemoteLink link) throws InterruptedException {
        FilmFiles files = FilmFiles.of(row, trade.settings());
        try {
            Files.createDirectories(files.folder());
            return published(row, fetched(row, link, files));
        } catch (FilmGone e) {
            return gone(row, link, String.valueOf(e.getMessage()));
        } catch (FilmTrouble e) {
            return troubled(row, link, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            return troubled(row, link, unwritable(row));
        }
    }

    private FetchedFilm fetched(TaskRow row, RemoteLink link, FilmFiles files)
            throws FilmGone, FilmTrouble, InterruptedException {
        trade.calls().enter();
        try {
            return films.fetch(link.address(), files.part(), new ArrivalNotes(books, row, System::nanoTime));
        } finally {
            trade.calls().leave();
        }
    }

    /** The files get their names inside the transaction, so that an owner that was overtaken cannot publish. */
    private Next published(TaskRow row, FetchedFilm fetched) throws IOException {
        FilmFiles files = FilmFiles.of(row, trade.settings());
        Film film = files.secured(fetched);
        List<String> warnings = warnings(row.task(), fetched);
        files.secureSidecar(sidecar.of(row, film, warnings, books.clock().instant()));
        boolean ours = books.database().write(Hold.task(row), connection -> {
            if (!books.remote().succeeded(connection, row, film, warnings)) {
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
        lateTroubles.remove(row.id());
        return ours ? Next.DONE : RemoteTrade.MOVED_BY_ANOTHER;
    }

    private static List<String> warnings(Task task, FetchedFilm fetched) {
        return Stream.of(task.warnings(), fetched.notes(), FilmDoubts.of(task.request(), fetched))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Next gone(TaskRow row, RemoteLink link, String why) {
        int retries = row.remote().looks().linkRetries();
        if (retries >= MOST_LINK_RETRIES) {
            return lost(row, Category.NOT_FOUND, link, why);
        }
        LOG.info(
                "The film of {} is not at its address any more; {} is asked for another",
                row.id(),
                row.task().provider());
        books.database().write(Hold.task(row), connection -> books.remote().relinked(connection, row));
        return new Next.Again(LINK_GAP.multipliedBy(retries));
    }

    private Next troubled(TaskRow row, RemoteLink link, String why) {
        if (books.overdue(row) && lateTroubles.merge(row.id(), 1, Integer::sum) >= MOST_LATE_TROUBLES) {
            lateTroubles.remove(row.id());
            return lost(row, Category.UNAVAILABLE, link, why);
        }
        boolean expired = link.expires().map(books.clock().instant()::isAfter).orElse(false);
        return expired ? gone(row, link, why + " (its address has expired)") : again(row, why);
    }

    private Next again(TaskRow row, String why) {
        LOG.info("The film of {} is not here yet, which is tried again: {}", row.id(), why);
        books.database()
                .writeUnsynced(Hold.NOTHING, connection -> books.remote().vain(connection, row));
        return new Next.Again(
                books.overdue(row)
                        ? LATE_GAP
                        : Backoff.DOWNLOAD.after(row.remote().looks().vain() + 1));
    }

    private Next lost(TaskRow row, Category category, RemoteLink link, String why) {
        String message = LostFilm.sentence(row, link, why, books.clock().instant());
        books.database()
                .write(
                        Hold.task(row),
                        connection -> books.failed(
                                connection, row, new TaskError(category, message), Charged.YES, ProviderReport.NONE));
        return RemoteTrade.MOVED_BY_ANOTHER;
    }

    private String unwritable(TaskRow row) {
        boolean full = OutputFolder.full(FilmFiles.of(row, trade.settings()).folder());
        return full
                ? "the disk of the output folder is full; free some space there"
                : "the output folder cannot be written; check it";
    }
}
