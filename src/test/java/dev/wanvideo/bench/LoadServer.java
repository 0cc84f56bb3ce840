package dev.wanvideo.bench;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.media.FilmDownload;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.HttpProviderGateway;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.PlanOutcome;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.provider.Situation;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.task.Account;
import dev.wanvideo.task.NewTask;
import dev.wanvideo.task.RemoteTools;
import dev.wanvideo.task.TaskHouse;
import dev.wanvideo.task.TaskSettings;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Switches;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server's tasks in a process of their own, without the face towards a client: makes all tasks at once, spread over the
 * providers as their limits are, and works on them until its input ends; then it prints its peak heap in MiB.
 */
final class LoadServer {
    private static final long SEED = 7;

    private final Catalogue catalogue;
    private final ProviderSettings settings;
    private final MediaSource picture;

    private LoadServer(int times, URI picture, Map<String, String> environment) {
        Catalogue plain = Catalogue.load();
        this.settings = settings(plain, environment);
        this.catalogue = new Catalogue(plain.with(settings).all().stream()
                .filter(provider -> provider.descriptor().execution() == Execution.REMOTE)
                .map(provider -> (Provider) new Hurried(provider, times))
                .toList());
        this.picture = new MediaSource.Remote(picture);
    }

    /** {@code FOLDER TASKS TIMES PICTURE}. */
    public static void main(String[] arguments) throws IOException {
        LoadServer server = new LoadServer(Integer.parseInt(arguments[2]), URI.create(arguments[3]), System.getenv());
        server.run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(peakHeapMib());
        System.exit(0);
    }

    /** Whose film it is, by the word in its prompt. */
    static String word(String prompt) {
        return prompt.replaceFirst("(?s).*?(film-\\d{6}).*", "$1");
    }

    private static ProviderSettings settings(Catalogue catalogue, Map<String, String> environment) {
        Map<String, String> keys = new HashMap<>();
        Map<String, Map<String, String>> options = new HashMap<>();
        for (Provider provider : catalogue.all()) {
            String id = provider.descriptor().id();
            provider.descriptor().keyVariable().map(environment::get).ifPresent(key -> keys.put(id, key));
            Map<String, String> set = new HashMap<>();
            for (Option option : provider.options()) {
                Optional.ofNullable(environment.get(option.variable(id)))
                        .ifPresent(value -> set.put(option.name(), value));
            }
            options.put(id, set);
        }
        return new ProviderSettings(keys, Optional.empty(), List.of(), Optional.empty(), options);
    }

    private void run(Path folder, int tasks) throws IOException {
        AddressGuard guard = new AddressGuard(Set.of("127.0.0.1"));
        List<Account> accounts = catalogue.all().stream()
                .map(provider -> provider.descriptor().id())
                .map(id -> Account.remote(id, settings.keys().getOrDefault(id, "")))
                .toList();
        TaskSettings rules = TaskSettings.of(folder.resolve("home"), folder.resolve("films"), Optional.empty());
        try (Fetcher fetcher = new Fetcher(guard);
                ApiClient http = new ApiClient(guard);
                TaskHouse house = TaskHouse.open(rules, accounts, new NoFilms(), tools(http, fetcher, folder))) {
            create(house, tasks);
            while (System.in.read() >= 0) {
                // Nothing is said to it but the end.
            }
        }
    }

    private RemoteTools tools(ApiClient http, Fetcher fetcher, Path folder) {
        return new RemoteTools(
                new HttpProviderGateway(catalogue, settings.keys(), http, System::nanoTime),
                new Planner(catalogue, settings),
                new PlainFilms(new FilmDownload(fetcher)),
                new ReferenceFiles(
                        new MediaRoots(List.of(folder), folder), fetcher, new Scratch(folder.resolve("scratch"))));
    }

    private void create(TaskHouse house, int tasks) {
        Planner planner = new Planner(catalogue, settings);
        List<String> turns = turns();
        for (int i = 0; i < tasks; i++) {
            house.create(film(planner, String.format(Locale.ROOT, "film-%06d", i), turns.get(i % turns.size())));
        }
    }

    /** Each provider as often as it allows submissions, well mixed. */
    private List<String> turns() {
        List<String> turns = new ArrayList<>();
        catalogue
                .all()
                .forEach(provider -> Stream.generate(() -> provider.descriptor().id())
                        .limit(((Hurried) provider).submitsPerMinute() / 10)
                        .forEach(turns::add));
        Collections.shuffle(turns, new Random(SEED));
        return turns;
    }

    private NewTask film(Planner planner, String key, String provider) {
        Reference anna = new Reference(Optional.of("anna"), MediaKind.IMAGE, picture, Optional.empty(), Role.CHARACTER);
        ReferenceVideoRequest request = new ReferenceVideoRequest(
                "@anna waves at " + key,
                Optional.empty(),
                List.of(anna),
                Optional.empty(),
                Format.DEFAULT,
                Optional.of(SEED),
                Switches.UNSAID);
        Wish wish = new Wish(provider, Optional.empty());
        PlanOutcome outcome = planner.plan(request, wish, Situation.PLAIN);
        if (!(outcome instanceof PlanOutcome.Planned planned)) {
            throw new IllegalStateException("no plan: " + outcome);
        }
        Plan plan = planned.plan();
        return new NewTask(request, key, plan, Optional.of(key), plan.warnings(), wish, MediaFindings.NONE);
    }

    private static long peakHeapMib() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(peak -> peak.getUsed())
                        .sum()
                >> 20;
    }
}
