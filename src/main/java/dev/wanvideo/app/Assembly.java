package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.mcp.Studio;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.media.animatic.Animatic;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.task.Account;
import dev.wanvideo.task.AnimaticFilmMaker;
import dev.wanvideo.task.FilmMaker;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.task.TaskHouse;
import dev.wanvideo.task.TaskSettings;
import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of one server process, built from its settings; nothing here touches the disk before it is needed. */
final class Assembly implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Assembly.class);

    private final Fetcher fetcher;
    private final Scratch scratch;
    private final LazyTasks tasks;
    private final Studio studio;

    Assembly(Settings settings) {
        Folders folders = settings.folders();
        AddressGuard guard = new AddressGuard(settings.allowHosts());
        fetcher = new Fetcher(guard);
        scratch = new Scratch(folders.home().resolve("scratch"));
        ReferenceFiles references =
                new ReferenceFiles(new MediaRoots(folders.mediaRoots(), folders.user()), fetcher, scratch);
        Catalogue catalogue = Catalogue.load();
        FilmMaker films =
                new AnimaticFilmMaker(references, new Animatic(folders.home().resolve("letters")));
        tasks = new LazyTasks(() -> TaskHouse.open(taskSettings(settings), accounts(catalogue), films));
        studio = new Studio(
                tasks,
                new Planner(catalogue, settings.providers()),
                catalogue,
                settings.providers(),
                references,
                new SecureRandom());
    }

    static TaskSettings taskSettings(Settings settings) {
        return TaskSettings.of(settings.folders().home(), settings.folders().output(), settings.dailyBudgetUsd());
    }

    Studio studio() {
        return studio;
    }

    /** Opens the store without anybody waiting for it, so that tasks of processes that died go on, and tidies up. */
    void openStoreBehind() {
        Thread opener = new Thread(
                () -> {
                    openStore();
                    scratch.sweep();
                },
                "store");
        opener.setDaemon(true);
        opener.start();
    }

    @Override
    public void close() {
        tasks.close();
        fetcher.close();
        scratch.close();
    }

    private void openStore() {
        try {
            tasks.get();
        } catch (StoreUnavailable e) {
            log.error("{}", e.getMessage());
        }
    }

    private static List<Account> accounts(Catalogue catalogue) {
        return catalogue.all().stream()
                .filter(p -> p.descriptor().execution() == Execution.LOCAL)
                .map(p -> Account.local(p.descriptor().id()))
                .toList();
    }
}
