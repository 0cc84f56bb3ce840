package dev.wanvideo.task;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings into the database what is known of attempts and could not be written down when it came. */
final class LateSettlement {
    private static final Logger LOG = LoggerFactory.getLogger(LateSettlement.class);

    private final Books books;
    private final Unwritten unwritten;
    private final SubmitAnswer answers;

    LateSettlement(Books books, Unwritten unwritten, SubmitAnswer answers) {
        this.books = books;
        this.unwritten = unwritten;
        this.answers = answers;
    }

    /** @throws StoreUnavailable when it has to be tried again */
    void settle() {
        for (KnownJson.Kept kept : unwritten.take()) {
            try {
                settle(kept);
            } catch (NewerRecord e) {
                LOG.info("{}", e.getMessage());
                unwritten.waits(kept.intent());
            } catch (RuntimeException e) {
                unwritten.waits(kept.intent());
                throw e;
            }
        }
    }

    private void settle(KnownJson.Kept kept) {
        // The hold waits for a commit that nobody heard of and that may still be under way.
        Optional<TaskRow> row = books.database().write(Hold.task(kept.task()), connection -> {
            Optional<TaskRow> found = books.table().find(connection, kept.task());
            return found.isPresent() && books.ledger().isIntent(connection, found.get(), kept.intent())
                    ? found
                    : Optional.empty();
        });
        if (row.isPresent()) {
            LOG.info("What came of {} is written down now", kept.task());
            goOn(row.get(), answers.late(row.get(), kept.known()));
            unwritten.forget(kept.intent());
        } else if (kept.known() instanceof Known.NeverSent) {
            unwritten.forget(kept.intent());
        } else {
            LOG.warn("What came of {} is kept in the data folder: this database has no such order of it", kept.task());
        }
    }

    private void goOn(TaskRow row, Next next) {
        if (next instanceof Next.Again again) {
            books.database().writeUnsynced(Hold.NOTHING, connection -> {
                StepQueue.hasten(connection, row.id(), books.clock().instant().plus(again.after()));
                return true;
            });
        }
        answers.look();
    }
}
