package dev.wanvideo.task;

import java.util.Optional;

/**
 * What a transaction keeps others from deciding about until it ends. A transaction takes the hold of its task first and
 * at most one by name after it, so that no two wait for each other.
 *
 * <p>SQLite lets in one writing transaction at a time, which holds everything; PostgreSQL takes locks.
 */
sealed interface Hold {
    /** What is set down about one task, row and ledger alike; whoever waits for the task is told. */
    record OfTask(String id) implements Hold {}

    /** One statement about one task, which names what it starts from; whoever waits for the task is told. */
    record OfStatement(String id) implements Hold {}

    /** Whatever is decided under one name, e.g. what is left of a budget. */
    record Named(String name) implements Hold {}

    /** One statement that nobody waits for. */
    record Nothing() implements Hold {}

    /** Nothing is held, and nobody told. */
    Hold NOTHING = new Nothing();
    /** Where files were uploaded to, and who is uploading which. */
    Hold UPLOADS = new Named("uploads");
    /** Many steps at once. */
    Hold STEPS = new Named("steps");

    static Hold task(String id) {
        return new OfTask(id);
    }

    static Hold task(TaskRow row) {
        return new OfTask(row.id());
    }

    static Hold statement(TaskRow row) {
        return new OfStatement(row.id());
    }

    /** Which of a provider's ids belongs to which task of this account. */
    static Hold account(TaskRow row) {
        return new Named("account " + row.stepName());
    }

    /** What is left of a tenant's daily budget: it is read and taken from by one at a time. */
    static Hold budget(String tenant) {
        return new Named("budget " + tenant);
    }

    /** Whether a tenant has a task for this request already, known by a key of the caller or by what it asks for. */
    static Hold request(String tenant, String request) {
        return new Named("request " + request + " " + tenant);
    }

    /** The task whose waiters are to be told. */
    default Optional<String> told() {
        if (this instanceof OfTask task) {
            return Optional.of(task.id());
        }
        return this instanceof OfStatement statement ? Optional.of(statement.id()) : Optional.empty();
    }
}
