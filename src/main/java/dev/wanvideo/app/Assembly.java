package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.mcp.Spending;
import dev.wanvideo.mcp.Studio;
import dev.wanvideo.media.FilmDownload;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.media.SpareMemory;
import dev.wanvideo.media.animatic.Animatic;
import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.HttpProviderGateway;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.provider.S3Bucket;
import dev.wanvideo.provider.UploadHost;
import dev.wanvideo.task.Account;
import dev.wanvideo.task.AnimaticFilmMaker;
import dev.wanvideo.task.FilmMaker;
import dev.wanvideo.task.Notices;
import dev.wanvideo.task.Operations;
import dev.wanvideo.task.RemoteTools;
import dev.wanvideo.task.Settlements;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.task.TaskHouse;
import dev.wanvideo.task.TaskSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of one server process, built from its settings; nothing here touches the disk before it is needed. */
final class Assembly implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Assembly.class);

    private final Fetcher fetcher;
    private final Scratch scratch;
    private final ApiClient api;
    private final LazyTasks tasks;
    private final Studio studio;
    private final Catalogue configured;
    private final AtomicBoolean opening = new AtomicBoolean();

    Assembly(Settings settings) {
        this(settings, Catalogue.load(), UnaryOperator.identity());
    }

    /** @param watched what stands between the tasks and the way to providers */
    Assembly(Settings settings, Catalogue catalogue, UnaryOperator<ProviderGateway> watched) {
        this(settings, catalogue, accounts(catalogue, settings.providers()), watched);
    }

    /** Sees and settles tasks, and takes no step of any. */
    static Assembly onlooker(Settings settings) {
        return new Assembly(settings, Catalogue.load(), List.of(), UnaryOperator.identity());
    }

    private Assembly(
            Settings settings, Catalogue catalogue, List<Account> accounts, UnaryOperator<ProviderGateway> watched) {
        Folders folders = settings.folders();
        AddressGuard guard = new AddressGuard(settings.network().allowHosts());
        fetcher = new Fetcher(guard);
        api = new ApiClient(guard);
        scratch = new Scratch(folders.home().resolve("scratch"));
        ReferenceFiles references =
                new ReferenceFiles(new MediaRoots(folders.mediaRoots(), folders.user()), fetcher, scratch);
        ReferenceFiles forOthers = new ReferenceFiles(rootsForOthers(folders), fetcher, scratch);
        Optional<UploadHost> bucket = bucket(settings);
        configured = catalogue.with(settings.providers());
        Planner planner = new Planner(catalogue, settings.providers(), bucket);
        SpareMemory memory = new SpareMemory(new HandBack());
        Animatic animatic = new Animatic(folders.home().resolve("letters"));
        RemoteTools remote = new RemoteTools(
                watched.apply(gateway(catalogue, settings.providers(), api, bucket)),
                planner,
                new RemoteFilms(new FilmDownload(fetcher), animatic, memory),
                references);
        FilmMaker films = new AnimaticFilmMaker(references, animatic, memory);
        tasks = new LazyTasks(() -> TaskHouse.open(taskSettings(settings), accounts, films, remote));
        studio = new Studio(
                tasks,
                planner,
                catalogue,
                settings.providers(),
                principal -> principal.isLocal() ? references : forOthers,
                new Spending(
                        principal -> settings.dailyBudgetUsd()
                                .flatMap(budget -> tasks.of(principal).budgetLeftUsd()),
                        settings.spending().confirmAboveUsd(),
                        tasks),
                new SecureRandom());
    }

    private static MediaRoots rootsForOthers(Folders folders) {
        return MediaRoots.forOthers(folders.sharedRoots(), folders.user(), List.of(folders.home(), folders.output()));
    }

    private static ProviderGateway gateway(
            Catalogue catalogue, ProviderSettings providers, ApiClient api, Optional<UploadHost> bucket) {
        return new HttpProviderGateway(catalogue.with(providers), providers.keys(), api, System::nanoTime, bucket);
    }

    /** Takes files for providers that do not; nothing of it is reached before there is one to send. */
    static Optional<UploadHost> bucket(Settings settings) {
        return settings.network().bucket().map(one -> UploadHost.bucket(new S3Bucket(one, Clock.systemUTC())));
    }

    static TaskSettings taskSettings(Settings settings) {
        TaskSettings usual = TaskSettings.of(
                        settings.folders().home(), settings.folders().output(), settings.dailyBudgetUsd())
                .on(settings.network().databaseUrl());
        return settings.pollGap()
                .map(gap -> usual.at(usual.pace().withFixedPoll(gap)))
                .orElse(usual);
    }

    Studio studio() {
        return studio;
    }

    /** The open store; empty while it is not open, which {@link #openStoreBehind} may change. */
    Optional<Operations> operations() {
        return tasks.present().map(TaskHouse::operations);
    }

    /** How the provider with this id calls back, if it was told to. */
    Optional<Callbacks> callbacks(String provider) {
        return configured.find(provider).flatMap(Provider::callbacks);
    }

    /** The ends of tasks that are still to be told; empty while the store is not open. */
    Optional<Notices> notices() {
        return tasks.present().map(TaskHouse::notices);
    }

    /** For a person's word on tasks; may block while the store opens, and may throw {@link StoreUnavailable}. */
    Settlements settlements() {
        return tasks.house();
    }

    /** Opens the store without anybody waiting for it, so that tasks of processes that died go on, and tidies up. */
    void openStoreBehind() {
        if (opening.getAndSet(true)) {
            return;
        }
        Thread opener = new Thread(
                () -> {
                    openStore();
                    opening.set(false);
                    scratch.sweep();
                },
                "store");
        opener.setDaemon(true);
        opener.start();
    }

    @Override
    public void close() {
        tasks.close();
        api.close();
        fetcher.close();
        scratch.close();
    }

    private void openStore() {
        try {
            tasks.house();
        } catch (StoreUnavailable e) {
            log.error("{}", e.getMessage());
        }
    }

    /** Those that work here, and those elsewhere for which there is a key. */
    private static List<Account> accounts(Catalogue catalogue, ProviderSettings providers) {
        return catalogue.all().stream()
                .filter(providers::configured)
                .map(provider -> account(provider.descriptor(), providers))
                .toList();
    }

    private static Account account(Descriptor descriptor, ProviderSettings providers) {
        return descriptor.execution() == Execution.LOCAL
                ? Account.local(descriptor.id())
                : Account.remote(descriptor.id(), providers.keys().getOrDefault(descriptor.id(), ""));
    }
}
