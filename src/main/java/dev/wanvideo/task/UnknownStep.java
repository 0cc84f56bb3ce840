package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Watches over a submission of which nobody can tell what became. It is never sent again; where the provider lists its
 * latest tasks, the list may tell, or what its call says where to look, else a person.
 */
final class UnknownStep {
    private static final Duration SLOWEST_WITH_LIST = Duration.ofMinutes(5);
    private static final Duration SLOWEST = Duration.ofHours(1);
    private static final Duration LISTED_BY_NOW = Duration.ofMinutes(15);
    private static final int TELLING_LISTS = 2;
    // No provider shows fewer tasks than this at once.
    private static final int SHORTEST_PAGE = 10;

    private final RemoteTrade trade;
    private final Books books;
    private final SubmitAnswer answers;
    private final Unwritten unwritten;
    private final HintStep hints;

    UnknownStep(RemoteTrade trade, SubmitAnswer answers, Unwritten unwritten) {
        this.trade = trade;
        this.books = trade.books();
        this.answers = answers;
        this.unwritten = unwritten;
        this.hints = new HintStep(trade);
    }

    /** A step that finds a submission under way has lost the owner that knew more of it, unless that was this process. */
    Next orphaned(TaskRow row) throws InterruptedException {
        Optional<Next> told = told(row);
        return told.isPresent()
                ? told.get()
                : answers.unclear(
                        row, "the server that handed it over was stopped or fell asleep before there was an answer");
    }

    private Optional<Next> told(TaskRow row) throws InterruptedException {
        Optional<String> intent = unwritten.has(row.id())
                ? books.database().read(connection -> books.ledger().intent(connection, row))
                : Optional.empty();
        Optional<Known> known = intent.flatMap(unwritten::of);
        return known.isPresent() ? Optional.of(answers.of(intent.get(), row, known.get())) : Optional.empty();
    }

    Next drive(TaskRow row) throws InterruptedException {
        Optional<Next> told = told(row);
        if (told.isPresent()) {
            return told.get();
        }
        Optional<Next> hinted = hints.drive(row);
        if (hinted.isPresent()) {
            return hinted.get();
        }
        String provider = row.task().provider();
        Optional<Set<String>> baseline = trade.gateway().lists(provider)
                ? books.database().read(connection -> books.ledger().baseline(connection, row))
                : Optional.empty();
        if (baseline.isEmpty()) {
            return later(row, SLOWEST);
        }
        Duration wait = trade.gateway().reserve(provider, ProviderGateway.Kind.POLL);
        if (!wait.isZero()) {
            return RemoteTrade.inLine(wait);
        }
        Optional<Set<String>> list = trade.gateway().tasks(provider);
        return list.isEmpty()
                ? later(row, SLOWEST_WITH_LIST)
                : books.database()
                        .write(
                                Hold.task(row),
                                connection -> judged(connection, row.id(), row, baseline.get(), list.get()));
    }

    /** More rarely the longer it goes on. */
    private Next later(TaskRow row, Duration slowest) {
        Duration gap = books.since(intent(row)).dividedBy(4);
        Duration slow = books.overdue(row) ? SLOWEST : slowest;
        if (gap.compareTo(Unclear.FIRST_LOOK) < 0) {
            return new Next.Again(Unclear.FIRST_LOOK);
        }
        return new Next.Again(gap.compareTo(slow) > 0 ? slow : gap);
    }

    private Next judged(Connection connection, String id, TaskRow before, Set<String> baseline, Set<String> list)
            throws SQLException {
        TaskRow row = books.table().find(connection, id).orElseThrow();
        if (row.status() != TaskStatus.SUBMISSION_UNKNOWN || row.attempt() != before.attempt()) {
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        books.database().also(connection, Hold.account(row));
        Set<String> candidates = new HashSet<>(list);
        candidates.removeAll(baseline);
        candidates.removeAll(books.table().boundIds(connection, row));
        if (candidates.isEmpty()) {
            return notListed(connection, row, reachesBack(list, baseline));
        }
        books.remote().perhapsListed(connection, row);
        String first = candidates.iterator().next();
        if (candidates.size() > 1 || claimedBeside(connection, row, first)) {
            return later(row, SLOWEST_WITH_LIST);
        }
        books.remote().accepted(connection, row, first, intent(row), ProviderReport.NONE);
        books.ledger().accepted(connection, row, first, Settler.LIST);
        return Next.AT_ONCE;
    }

    /**
     * Whether a task that was taken on since would have to be in the list. A list that never showed anything may not be
     * the list of these tasks at all; and one that is as long as a page and shows nothing new may show the oldest first,
     * since no provider documents the order.
     */
    private static boolean reachesBack(Set<String> list, Set<String> baseline) {
        boolean whole = !list.isEmpty() && list.size() < SHORTEST_PAGE;
        return baseline.isEmpty()
                ? whole
                : !Collections.disjoint(list, baseline) && (whole || !baseline.containsAll(list));
    }

    private Next notListed(Connection connection, TaskRow row, boolean telling) throws SQLException {
        if (!telling) {
            return later(row, SLOWEST_WITH_LIST);
        }
        boolean enough = row.remote().looks().vain() + 1 >= TELLING_LISTS
                && books.since(intent(row)).compareTo(LISTED_BY_NOW) >= 0;
        if (!enough) {
            books.remote().vain(connection, row);
            return later(row, SLOWEST_WITH_LIST);
        }
        TaskError error = new TaskError(
                Category.UNAVAILABLE,
                row.task().provider()
                        + " did not take the film on, as its own list of tasks shows. Nothing was charged;"
                        + " ask again with a new request_id.");
        books.ledger().close(connection, row, AttemptEnd.NOT_CHARGED, Settler.LIST);
        books.remote().failed(connection, row, error, Charged.NO, ProviderReport.NONE);
        return RemoteTrade.MOVED_BY_ANOTHER;
    }

    /** Whether another unclear task of the account may be the one that the provider lists. */
    private boolean claimedBeside(Connection connection, TaskRow row, String id) throws SQLException {
        for (TaskRow other : books.table().unclearBeside(connection, row)) {
            if (!books.ledger().baseline(connection, other).orElse(Set.of()).contains(id)) {
                return true;
            }
        }
        return false;
    }

    private Instant intent(TaskRow row) {
        return row.remote().looks().intentAt().orElse(row.task().times().created());
    }
}
