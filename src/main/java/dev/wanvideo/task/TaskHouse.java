package dev.wanvideo.task;

import dev.wanvideo.provider.Execution;
import dev.wanvideo.video.Resolution;
import java.io.IOException;
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

/** Tasks that outlive processes: a database file in the home, and steps that any process of the home may take up. */
public final class TaskHouse implements Tasks, AutoCloseable {
    // Heals a watcher that could not read for a moment.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Database database;
    private final Signal signal;
    private final Changes changes;
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
    private final Operations operations;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TaskHouse(
            TaskSettings settings,
            List<Account> accounts,
            FilmMaker films,
            Optional<RemoteTools> tools,
            Database database,
            Signal signal) {
        this.database = database;
        this.signal = signal;
        this.changes = new Changes(database, signal);
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
        this.operations = new Operations(database, settings, List.copyOf(names.keySet()));
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
        Signal signal = new Signal();
        return over(opened(settings, signal), signal, settings, accounts, films, tools);
    }

    /** Works on an open database, and closes it in the end. */
    static TaskHouse over(
            Database database,
            Signal signal,
            TaskSettings settings,
            List<Account> accounts,
            FilmMaker films,
            Optional<RemoteTools> tools) {
        try {
            TaskHouse house = new TaskHouse(settings, accounts, films, tools, database, signal);
            house.steps.start();
            house.reconciler.start(settings.pace());
            return house;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database opened(TaskSettings settings, Signal signal) {
        try {
            return Database.open(settings.home(), signal::give);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The data folder cannot be used: make it writable or set WAN_VIDEO_HOME to another folder.", e);
        }
    }

    /** For whoever runs this server. */
    public Operations operations() {
        return operations;
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
        try (Changes.Waiting waiting = changes.open()) {
            return awaited(id, System.nanoTime() + limit.toNanos(), onChange);
        }
    }

    private Optional<Task> awaited(String id, long end, Consumer<Task> onChange) throws InterruptedException {
        long rev = -1;
        while (true) {
            long seen = signal.count();
            Optional<TaskRow> row = row(id);
            if (row.isPresent() && rev >= 0 && row.get().rev() != rev) {
                onChange.accept(row.get().task());
            }
            long left = end - System.nanoTime();
            if (row.isEmpty() || row.get().status().terminal() || left <= 0) {
                return row.map(TaskRow::task);
            }
            rev = row.get().rev();
            signal.await(seen, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
        }
    }

    @Override
    public TaskWatch watch(Collection<String> ids) {
        Changes.Waiting waiting = changes.open();
        try {
            return new RevisionWatch(ids, this::row, signal, LOOK_AGAIN, waiting);
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
        signal.give();
    }
}
