package dev.wanvideo.task;

import dev.wanvideo.HandClock;
import dev.wanvideo.access.Principal;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.PlanOutcome;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.provider.Situation;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.UploadHost;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home whose steps are done one at a time by the test, at three sellers: alpha is the cheapest, then beta, gamma. */
final class RemoteBench implements AutoCloseable {
    static final Duration EVERY_TEN = Duration.ofSeconds(10);
    static final MediaSource ANNA = new MediaSource.Remote(URI.create("https://media.example.com/anna.png"));
    static final URI LINK = URI.create("https://films.example.com/1.mp4");

    final HandClock clock = new HandClock();
    final ScriptedGateway gateway = new ScriptedGateway();
    final ScriptedFilms films = new ScriptedFilms();
    final TaskSettings settings;
    final Database database;
    /** The same, for a test that loses it. */
    final BreakableDatabase connection;

    final Books books;
    final Intent intent;
    final Settlement settlement;
    final Cancellation cancellation;
    final UsualTimes usual;
    final RemoteDriver driver;
    private final Planner planner;
    private final Creation creation;
    private final StepRunner runner;
    private final StepQueue steps;
    private final RemoteTrade trade;
    private final FailOver failOver;

    RemoteBench(Path folder) throws IOException {
        this(Optional.empty(), folder, Optional.empty());
    }

    /** @param server where the database is, if not in the folder */
    RemoteBench(Optional<String> server, Path folder, Optional<BigDecimal> budget) throws IOException {
        this(server, folder, budget, List.of("alpha", "beta", "gamma"), Optional.empty());
    }

    /** @param held the sellers that this process has an account at */
    RemoteBench(Path folder, Optional<BigDecimal> budget, List<String> held) throws IOException {
        this(Optional.empty(), folder, budget, held, Optional.empty());
    }

    /**
     * Another process beside this one.
     *
     * @param held the sellers that it has an account at
     */
    RemoteBench beside(Path folder, List<String> held) throws IOException {
        return new RemoteBench(settings.databaseUrl(), folder, Optional.empty(), held, Optional.empty());
    }

    /** @param bucket where files go that a seller does not take */
    RemoteBench(Path folder, Optional<BigDecimal> budget, List<String> held, Optional<UploadHost> bucket)
            throws IOException {
        this(Optional.empty(), folder, budget, held, bucket);
    }

    private RemoteBench(
            Optional<String> server,
            Path folder,
            Optional<BigDecimal> budget,
            List<String> held,
            Optional<UploadHost> bucket)
            throws IOException {
        Pace pace = Samples.STEADY.withFixedPoll(EVERY_TEN);
        settings = new TaskSettings(folder.resolve("home"), folder.resolve("films"), server, budget, clock, pace);
        Files.createDirectories(settings.home());
        connection = new BreakableDatabase(Databases.open(settings));
        database = connection;
        StoredJson json = new StoredJson();
        TaskTable table = new TaskTable(json, clock);
        TaskMoves moves = new TaskMoves(json, clock);
        AttemptLedger ledger = new AttemptLedger(json, clock);
        books = new Books(database, table, moves, new RemoteMoves(json, clock), ledger, clock);
        intent = new Intent(database, table, moves, ledger, budget);
        planner = planner(bucket);
        gateway.clock = clock;
        Map<String, Account> accounts =
                held.stream().map(RemoteBench::account).collect(Collectors.toMap(Account::provider, a -> a));
        Map<String, Execution> names =
                accounts.values().stream().collect(Collectors.toMap(Account::stepName, Account::execution));
        steps = new StepQueue(
                database,
                names,
                settings,
                new Wakefulness(
                        settings.clock(), System::nanoTime, settings.pace().lease()),
                (name, id) -> Next.DONE);
        usual = new UsualTimes(database);
        trade = RemoteTrade.of(books, gateway, new Renders(), settings);
        failOver = new FailOver(books, intent, planner, accounts, steps);
        driver = RemoteDriver.of(
                trade, intent, usual, failOver, new RemoteTools(gateway, planner, films, Samples.references(folder)));
        runner = new StepRunner(database, table, names, Map.of(Execution.REMOTE, driver));
        creation = new Creation(database, table, steps, new TaskIds(clock), accounts);
        cancellation = new Cancellation(database, table, moves, runner);
        settlement = new Settlement(books, steps);
    }

    static Account account(String seller) {
        return Account.remote(seller, "secret-of-" + seller);
    }

    static Planner planner() {
        return planner(Optional.empty());
    }

    private static Planner planner(Optional<UploadHost> bucket) {
        List<Provider> sellers = List.of(
                new Seller("alpha", "1.00", true, true),
                new Seller("beta", "2.00", false, true),
                new Seller("gamma", "3.00", true));
        Map<String, String> keys = Map.of("alpha", "a", "beta", "b", "gamma", "c");
        return new Planner(
                new Catalogue(Stream.concat(sellers.stream(), Stream.of(new Samples.FixedProvider(Quote.FREE)))
                        .toList()),
                new ProviderSettings(keys, Optional.empty(), List.of(), Optional.empty(), Map.of()),
                bucket);
    }

    static NewTask film(String prompt, Wish wish) {
        return film(Samples.request(prompt, ANNA), wish, MediaFindings.NONE);
    }

    static NewTask film(ReferenceVideoRequest request, Wish wish, MediaFindings findings) {
        return film(planner(), request, wish, findings);
    }

    private static NewTask film(Planner planner, ReferenceVideoRequest request, Wish wish, MediaFindings findings) {
        Situation situation = new Situation(findings, Optional.empty(), Map.of());
        Plan plan = ((PlanOutcome.Planned) planner.plan(request, wish, situation)).plan();
        return new NewTask(
                request, "sha-of-" + request.prompt(), plan, Optional.empty(), plan.warnings(), wish, findings);
    }

    /** A task whose caller left the choice open; alpha is chosen. */
    String create() {
        return create("Anna waves", Wish.ANY);
    }

    /** A task that alpha is to make and nobody else. */
    String createAtAlpha(String prompt) {
        return create(prompt, new Wish("alpha", Optional.empty()));
    }

    String create(String prompt, Wish wish) {
        return create(film(prompt, wish));
    }

    String create(ReferenceVideoRequest request, Wish wish, MediaFindings findings) {
        return create(film(planner, request, wish, findings));
    }

    CreateOutcome ask(NewTask film) {
        return creation.create(Principal.LOCAL.name(), film);
    }

    private String create(NewTask film) {
        return Samples.created(creation.create(Principal.LOCAL.name(), film)).id();
    }

    /** A task that alpha has taken on as {@code a-1}. */
    String running() {
        gateway.answers(ScriptedGateway.accepted("a-1"));
        String id = createAtAlpha("Anna waves");
        step(id);
        return id;
    }

    /** A task that alpha may have taken on. */
    String unclear() {
        return unclear("Anna waves");
    }

    String unclear(String prompt) {
        gateway.answers(new SubmitOutcome.Unknown("HTTP 500", Optional.of(500)));
        String id = createAtAlpha(prompt);
        step(id);
        return id;
    }

    /** The step of queued tasks with another clock that nobody sets. */
    SubmitStep submitStep(LongSupplier nanos) {
        DownloadStep downloads = new DownloadStep(trade, films);
        PollRhythm rhythm = new PollRhythm(Optional.of(EVERY_TEN), new Random(1));
        PollStep polls = new PollStep(trade, usual, rhythm, downloads);
        Unwritten unwritten = new Unwritten(settings.home());
        return new SubmitStep(
                trade, intent, new SubmitAnswer(trade, failOver, polls, downloads, unwritten), unwritten, nanos);
    }

    /** Does the next step of a task, whoever's it is. */
    Next step(String id) {
        return runner.run(row(id).stepName(), id);
    }

    Next step(String name, String id) {
        return runner.run(name, id);
    }

    TaskRow row(String id) {
        return database.read(connection -> books.table().find(connection, id)).orElseThrow();
    }

    Task task(String id) {
        return row(id).task();
    }

    TaskStatus status(String id) {
        return row(id).status();
    }

    TaskError error(String id) {
        return task(id).outcome().error().orElseThrow();
    }

    /** The ledger lines of a task as {@code provider outcome}. */
    List<String> ledger(String id) {
        return database.read(connection -> Sql.all(
                connection,
                "SELECT provider, outcome FROM submit_attempt WHERE task_id = ? ORDER BY attempt",
                row -> row.getString(1) + " " + row.getString(2),
                id));
    }

    /** One column of the latest ledger line of a task. */
    Optional<String> ledger(String id, String column) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT " + column
                                + " AS it FROM submit_attempt WHERE task_id = ? ORDER BY attempt DESC LIMIT 1",
                        row -> Sql.text(row, "it"),
                        id))
                .flatMap(found -> found);
    }

    /** What counts towards today's budget. */
    BigDecimal reserved() {
        return database.read(connection -> books.ledger().reservedToday(connection, Principal.LOCAL.name()));
    }

    static PollOutcome finished() {
        return finished(Optional.empty());
    }

    static PollOutcome finished(Optional<Duration> linkLife) {
        ProviderReport report = new ProviderReport(
                Optional.of("COMPLETED"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("0.9")),
                Map.of("credits_used", 9));
        return new PollOutcome.Finished(LINK, linkLife, report);
    }

    List<Path> filesOfFilms() throws IOException {
        if (!Files.isDirectory(settings.outputDir())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.outputDir())) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        steps.close();
        database.close();
    }
}
