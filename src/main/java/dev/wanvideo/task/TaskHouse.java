package dev.wanvideo.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tasks that outlive processes: a database file in the home, and steps that any process of the home may take up. */
public final class TaskHouse implements Tasks, AutoCloseable {
    private TaskHouse() {}

    /**
     * Opens the home, making it when missing, and starts taking up due steps of the given accounts.
     *
     * @throws StoreUnavailable when the home or the output folder cannot be used
     */
    public static TaskHouse open(TaskSettings settings, List<Account> accounts, FilmMaker films) {
        throw new StoreUnavailable("not yet " + settings + accounts + films);
    }

    @Override
    public CreateOutcome create(NewTask wanted) {
        throw new StoreUnavailable("not yet");
    }

    @Override
    public Optional<Task> find(String id) {
        throw new StoreUnavailable("not yet");
    }

    @Override
    public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) throws InterruptedException {
        throw new StoreUnavailable("not yet");
    }

    @Override
    public List<Task> list(Optional<TaskStatus> status, int limit) {
        throw new StoreUnavailable("not yet");
    }

    @Override
    public Optional<CancelOutcome> cancel(String id) {
        throw new StoreUnavailable("not yet");
    }

    /** Stops within about two seconds; an unfinished render goes back to the queue for any process to take up. */
    @Override
    public void close() {}
}
