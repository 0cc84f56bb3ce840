package dev.wanvideo.task;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Refusal;
import dev.wanvideo.video.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Makes tasks: the row and its first step in one transaction, and never two for one request_id. */
final class Creation {
    private final Database database;
    private final TaskTable table;
    private final StepQueue steps;
    private final TaskIds ids;
    private final Map<String, Account> accounts;
    private final UnfinishedSign sign;

    /** @param accounts what this process holds, by provider */
    Creation(
            Database database,
            TaskTable table,
            StepQueue steps,
            TaskIds ids,
            Map<String, Account> accounts,
            UnfinishedSign sign) {
        this.database = database;
        this.table = table;
        this.steps = steps;
        this.ids = ids;
        this.accounts = Map.copyOf(accounts);
        this.sign = sign;
    }

    /** @throws CancellationException when the calling thread was interrupted; nothing was made then */
    CreateOutcome create(String tenant, NewTask wanted) {
        Hold sameRequest = Hold.request(tenant, wanted.clientKey().orElse(wanted.requestSha()));
        sign.creating();
        CreateOutcome outcome;
        try {
            outcome = database.write(sameRequest, connection -> made(connection, tenant, wanted));
        } finally {
            sign.created();
        }
        if (outcome instanceof CreateOutcome.Created) {
            steps.look();
        }
        return outcome;
    }

    private CreateOutcome made(Connection connection, String tenant, NewTask wanted) throws SQLException {
        // The wait for the database may have been long, and whoever went away meanwhile wants no film.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        Optional<CreateOutcome> there = existing(connection, tenant, wanted.clientKey(), wanted.requestSha());
        return there.isPresent() ? there.get() : new CreateOutcome.Created(added(connection, tenant, wanted));
    }

    /** What stands in the way of a tenant's new task: the one that there is, or another request's with this key. */
    Optional<CreateOutcome> existing(String tenant, Optional<String> clientKey, String requestSha) {
        return database.read(connection -> existing(connection, tenant, clientKey, requestSha));
    }

    private Optional<CreateOutcome> existing(
            Connection connection, String tenant, Optional<String> clientKey, String requestSha) throws SQLException {
        if (clientKey.isEmpty()) {
            return table.active(connection, tenant, requestSha)
                    .map(row -> new CreateOutcome.Existing(
                            row.task(),
                            "The same film is already being made, so this is that task. Give a request_id to have it"
                                    + " made again."));
        }
        return table.byClientKey(connection, tenant, clientKey.get())
                .map(row -> row.requestSha().equals(requestSha) ? again(row) : conflict(row, clientKey.get()));
    }

    private static CreateOutcome again(TaskRow row) {
        boolean fruitless = row.status() == TaskStatus.FAILED || row.status() == TaskStatus.CANCELLED;
        return new CreateOutcome.Existing(
                row.task(),
                "This request_id was used before for the same request, so this is that task."
                        + (fruitless ? " To have the film made after all, use a new request_id." : ""));
    }

    private static CreateOutcome conflict(TaskRow row, String key) {
        Violation violation = Violation.of("request_id", key, "a new one for a new film");
        return new CreateOutcome.Conflict(new Refusal(
                Category.INVALID_REQUEST,
                "This request_id belongs to another request (task " + row.id()
                        + "); use a new request_id for a new film." + " Nothing was submitted or charged.",
                List.of(violation)));
    }

    private Task added(Connection connection, String tenant, NewTask wanted) throws SQLException {
        String id = ids.next();
        String provider = wanted.plan().provider().descriptor().id();
        Account account = accounts.get(provider);
        if (account == null) {
            throw new IllegalArgumentException("no account for " + provider);
        }
        table.add(connection, tenant, id, account.fingerprint(), wanted);
        StepQueue.add(connection, account.stepName(), id);
        return table.find(connection, id).orElseThrow().task();
    }
}
