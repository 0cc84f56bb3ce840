package dev.wanvideo.task;

import dev.wanvideo.access.Principal;
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

/**
 * Tasks that outlive processes: a database, and steps that any process on it may take up. As
 * {@link Tasks} it is those of whoever uses this machine.
 */
public final class TaskHouse implements Tasks, Tenancy, Settlements, AutoCloseable {
    private final Database database;
    private final TaskTable table;
    private final Renders renders = new Renders();
    private final Renders calls = new Renders();
    private final Intent intent;
    private final UsualTimes usual;
    private final Optional<RemoteDriver> remote;
    private final StepRunner runner;
    private final StepQueue steps;
    private final Reconciler reconciler;
    private final Creation creation;
    private final Cancellation cancellation;
    private final Settlement settlement;
    private final Operations operations;
    private final Notices notices;
    private final Agreements agreements;
    private final Tasks local;
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
        this.remote = tools.map(given -> {
            RemoteTrade trade = RemoteTrade.of(books, given.gateway(), calls, settings);
            FailOver failOver = new FailOver(books, intent, given.planner(), held, steps);
            return RemoteDriver.of(trade, intent, usual, failOver, given);
        });
        remote.ifPresent(driver -> drivers.put(Execution.REMOTE, driver));
        this.runner = new StepRunner(database, table, names, drivers);
        this.reconciler = new Reconciler(database, table, steps, settings, wakefulness);
        this.creation = new Creation(database, table, steps, new TaskIds(settings.clock()), held);
        this.cancellation = new Cancellation(database, table, moves, runner);
        this.settlement = new Settlement(books, steps);
        this.agreements = new StoredAgreements(database, settings.clock());
        this.notices = new Notices(database, table, settings.clock());
        this.operations = new Operations(database, settings, List.copyOf(names.keySet()), steps::look);
        this.local = of(Principal.LOCAL);
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
            house.remote.ifPresent(house.reconciler::settles);
            house.steps.start();
            house.reconciler.start(settings.pace());
            return house;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** For whoever runs this server. */
    public Operations operations() {
        return operations;
    }

    /** The ends that are still to be told. */
    public Notices notices() {
        return notices;
    }

    /** What people were asked and have agreed to. */
    public Agreements agreements() {
        return agreements;
    }

    /** Whether its database is still that of the home; otherwise nothing but closing it makes sense. */
    public boolean inPlace() {
        return database.inPlace();
    }

    @Override
    public Tasks of(Principal principal) {
        return new TenantTasks(principal.name(), database, table, creation, cancellation, intent, usual);
    }

    @Override
    public CreateOutcome create(NewTask wanted) {
        return local.create(wanted);
    }

    @Override
    public Optional<CreateOutcome> existing(Optional<String> clientKey, String requestSha) {
        return local.existing(clientKey, requestSha);
    }

    @Override
    public Optional<Task> find(String id) {
        return local.find(id);
    }

    @Override
    public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) throws InterruptedException {
        return local.await(id, limit, onChange);
    }

    @Override
    public TaskWatch watch(Collection<String> ids) {
        return local.watch(ids);
    }

    @Override
    public List<Task> list(Optional<TaskStatus> status, int limit) {
        return local.list(status, limit);
    }

    @Override
    public Optional<CancelOutcome> cancel(String id) {
        return local.cancel(id);
    }

    @Override
    public Optional<BigDecimal> budgetLeftUsd() {
        return local.budgetLeftUsd();
    }

    @Override
    public Optional<Duration> usualDuration(String provider, Resolution resolution) {
        return local.usualDuration(provider, resolution);
    }

    @Override
    public SettleOutcome bind(String id, String providerTaskId) {
        return settlement.bind(id, providerTaskId);
    }

    @Override
    public SettleOutcome notCharged(String id) {
        return settlement.notCharged(id);
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
        remote.ifPresent(RemoteDriver::close);
        database.close();
    }
}
