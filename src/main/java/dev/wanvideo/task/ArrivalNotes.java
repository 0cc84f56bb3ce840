package dev.wanvideo.task;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down now and then how much of a film is here, for those who wait for it; a film that comes at once needs none. */
final class ArrivalNotes implements Consumer<Arrival> {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalNotes.class);
    private static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Books books;
    private final TaskRow row;
    private final LongSupplier nanos;
    private long last;
    private long told = -1;

    ArrivalNotes(Books books, TaskRow row, LongSupplier nanos) {
        this.books = books;
        this.row = row;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Trouble with the database says nothing about the film, which goes on coming. */
    @Override
    public void accept(Arrival arrival) {
        if (nanos.getAsLong() - last < GAP_NANOS || arrival.bytes() == told) {
            return;
        }
        last = nanos.getAsLong();
        told = arrival.bytes();
        try {
            books.database()
                    .writeUnsynced(
                            Hold.statement(row), connection -> books.remote().arrived(connection, row, arrival));
        } catch (StoreUnavailable e) {
            LOG.debug("How much of {} is here could not be written", row.id());
        }
    }
}
