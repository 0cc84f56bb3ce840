package dev.wanvideo.task;

import dev.wanvideo.provider.Execution;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tasks that outlive processes: a database, and steps that any process on it may take up. */
public final class TaskHouse implements Tasks, AutoCloseable {
    // While the database is away, how soon it is tried again.
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final Database database;
    private final TaskTable table;
    private final Renders renders = new Renders();
    private final Renders calls = new Renders();
    private final Intent intent;
    private final UsualTimes usual;
    private final StepRunner runner;
    private final StepQueue steps;
    private final Reconciler reconciler;
    private final Creation creation;
    private final Cancellation cancellation;
    private final Settlement settlement;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TaskHouse(
            TaskSettings settings,
            List<Account> accounts,
            FilmMaker films,
            Optional<RemoteTools> tools,
            Database database) {
        this.database = database;
        StoredJson json = new StoredJson();
        this.table = new TaskTable(json, settings.clock());
        TaskMoves moves = new TaskMoves(json, settings.clock());
        AttemptLedger ledger = new AttemptLedger(json, settings.clock());
        Books books =
                new Books(database, table, moves, new RemoteMoves(json, settings.clock()), ledger, settings.clock());
        this.intent = new Intent(database, table, moves, ledger, settings.dailyBudgetUsd());
        this.usual = new UsualTimes(database);
        Map<String, Account> held = accounts.stream().collect(Collectors.toMap(Account::provider, Function.identity()));
        Map<String, Execution> names =
                accounts.stream().collect(Collectors.toMap(Account::stepName, Account::execution));
        Wakefulness wakefulness = new Wakefulness(
                settings.clock(), System::nanoTime, settings.pace().lease());
        this.steps = new StepQueue(database, names, settings, wakefulness, this::step);
        Map<Execution, Driver> drivers = new EnumMap<>(Execution.class);
        drivers.put(Execution.LOCAL, new LocalDriver(books, intent, films, renders, settings));
        tools.ifPresent(given -> {
            RemoteTrade trade = RemoteTrade.of(books, given.gateway(), calls, settings);
            FailOver failOver = new FailOver(books, intent, given.planner(), held, steps);
            drivers.put(Execution.REMOTE, RemoteDriver.of(trade, intent, usual, failOver, given));
        });
        this.runner = new StepRunner(database, table, names, drivers);
        this.reconciler = new Reconciler(database, table, steps, settings, wakefulness);
        this.creation = new Creation(database, table, steps, new TaskIds(settings.clock()), held);
        this.cancellation = new Cancellation(database, table, moves, runner);
        this.settlement = new Settlement(books, steps);
    }

    private Next step(String name, String id) {
        return runner.run(name, id);
    }

    /** Opens the home for films that are made on this machine alone. */
    public static TaskHouse open(TaskSettings settings, List<Account> accounts, FilmMaker films) {
        return open(settings, accounts, films, Optional.empty());
    }

    /**
     * Opens the home, making it when missing, and starts taking up due steps of the given accounts.
     *
     * @param accounts at most one for each provider
     * @param films makes the films of accounts whose execution is local
     * @param tools has the films of all other accounts made
     * @throws StoreUnavailable when the home or the output folder cannot be used
     */
    public static TaskHouse open(TaskSettings settings, List<Account> accounts, FilmMaker films, RemoteTools tools) {
        return open(settings, accounts, films, Optional.of(tools));
    }

    private static TaskHouse open(
            TaskSettings settings, List<Account> accounts, FilmMaker films, Optional<RemoteTools> tools) {
        OutputFolder.require(settings.home(), "data folder", "WAN_VIDEO_HOME");
        OutputFolder.require(settings.outputDir(), "output folder", "WAN_VIDEO_OUTPUT_DIR");
        return over(Databases.open(settings), settings, accounts, films, tools);
    }

    /** Works on an open database, and closes it in the end. */
    static TaskHouse over(
            Database database,
            TaskSettings settings,
            List<Account> accounts,
            FilmMaker films,
            Optional<RemoteTools> tools) {
        try {
            TaskHouse house = new TaskHouse(settings, accounts, films, tools, database);
            house.steps.start();
            house.reconciler.start(settings.pace());
            return house;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Whether its database is still that of the home; otherwise nothing but closing it makes sense. */
    public boolean inPlace() {
        return database.inPlace();
    }

    @Override
    public CreateOutcome create(NewTask wanted) {
        return creation.create(wanted);
    }

    @Override
    public Optional<CreateOutcome> existing(Optional<String> clientKey, String requestSha) {
        return creation.existing(clientKey, requestSha);
    }

    @Override
    public Optional<Task> find(String id) {
        return row(id).map(TaskRow::task);
    }

    @Override
    public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) throws InterruptedException {
        if (limit.isZero() || limit.isNegative()) {
            return find(id);
        }
        try (Changes.Waiting waiting = database.changes().open(List.of(id))) {
            return awaited(id, waiting, System.nanoTime() + limit.toNanos(), onChange);
        }
    }

    private Optional<Task> awaited(String id, Changes.Waiting waiting, long end, Consumer<Task> onChange)
            throws InterruptedException {
        long rev = -1;
        while (true) {
            long seen = waiting.count();
            Optional<TaskRow> row = row(id, waiting, end);
            if (row.isPresent() && rev >= 0 && row.get().rev() != rev) {
                onChange.accept(row.get().task());
            }
            long left = end - System.nanoTime();
            if (row.isEmpty() || row.get().status().terminal() || left <= 0) {
                return row.map(TaskRow::task);
            }
            rev = row.get().rev();
            waiting.await(seen, Duration.ofNanos(left));
        }
    }

    /** The row, as soon as the database is there. */
    private Optional<TaskRow> row(String id, Changes.Waiting waiting, long end) throws InterruptedException {
        while (true) {
            try {
                return row(id);
            } catch (StoreAway e) {
                if (end - System.nanoTime() <= AWAY.toNanos() || closed.get()) {
                    throw e;
                }
                waiting.await(waiting.count(), AWAY);
            }
        }
    }

    @Override
    public TaskWatch watch(Collection<String> ids) {
        Changes.Waiting waiting = database.changes().open(ids);
        try {
            return new RevisionWatch(ids, this::row, waiting);
        } catch (RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    private Optional<TaskRow> row(String id) {
        return database.read(connection -> table.find(connection, id));
    }

    @Override
    public List<Task> list(Optional<TaskStatus> status, int limit) {
        return database.read(connection -> table.newest(connection, status, limit)).stream()
                .map(TaskRow::task)
                .toList();
    }

    @Override
    public Optional<CancelOutcome> cancel(String id) {
        return cancellation.cancel(id);
    }

    @Override
    public SettleOutcome bind(String id, String providerTaskId) {
        return settlement.bind(id, providerTaskId);
    }

    @Override
    public SettleOutcome notCharged(String id) {
        return settlement.notCharged(id);
    }

    @Override
    public Optional<BigDecimal> budgetLeftUsd() {
        return database.read(intent::left);
    }

    @Override
    public Optional<Duration> usualDuration(String provider, Resolution resolution) {
        return usual.median(provider, resolution);
    }

    /** Stops within about two seconds; an unfinished render goes back to the queue for any process to take up. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        reconciler.close();
        steps.pause();
        renders.stop();
        calls.stop();
        steps.close();
        database.close();
    }
}
