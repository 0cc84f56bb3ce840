package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.provider.S3Settings;
import dev.wanvideo.web.CallbackDoor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what was given into {@link Settings}, collecting every problem instead of stopping at the first. */
final class SettingsReader {
    private final Environment environment;
    private final FolderReader folders;
    private final Catalogue catalogue;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Environment environment, UserFolders user, Catalogue catalogue) {
        this.environment = environment;
        this.folders = new FolderReader(environment, user);
        this.catalogue = catalogue;
    }

    /** The settings of this process: its flags, its environment, and its configuration file. */
    static Settings forProcess(String[] args) {
        return read(Flags.read(List.of(args)), System.getenv());
    }

    /** What was given to this process by name, below the options of one command. */
    static Environment environment(Map<String, String> options) {
        Environment given = new Environment(Map.of(), System.getenv(), Map.of());
        ConfigFile file = new FolderReader(given, UserFolders.of(given)).configFile();
        return new Environment(options, System.getenv(), file.values());
    }

    /** The folders of the person who runs this process. */
    static UserFolders user() {
        return UserFolders.of(new Environment(Map.of(), System.getenv(), Map.of()));
    }

    static Settings read(Flags flags, Map<String, String> variables) {
        Environment given = new Environment(flags.values(), variables, Map.of());
        UserFolders user = UserFolders.of(given);
        FolderReader first = new FolderReader(given, user);
        ConfigFile file = first.configFile();
        Environment all = new Environment(flags.values(), variables, file.values());
        SettingsReader reader = new SettingsReader(all, user, Catalogue.load());
        reader.problems.addAll(flags.problems());
        reader.problems.addAll(first.problems());
        reader.problems.addAll(file.problems());
        Stream.concat(variables.keySet().stream(), file.values().keySet().stream())
                .filter(SettingNames::misspelt)
                .distinct()
                .sorted()
                .forEach(name -> reader.problems.add(name + " is no setting of this version and has no effect."));
        return reader.read();
    }

    Settings read() {
        Folders places = folders.folders();
        Settings.Network network = network();
        Settings.Spending spending =
                new Settings.Spending(dollars(SettingNames.DAILY_BUDGET), confirmAbove(SettingNames.CONFIRM_ABOVE));
        ProviderSettings providers = providers(network.serving());
        IdentitySettings identity = identity(places);
        Settings.Logs logs = new Settings.Logs(logLevel(), jsonLogs());
        problems.addAll(folders.problems());
        return new Settings(places, network, spending, providers, identity, pollGap(), logs, problems);
    }

    private Settings.Network network() {
        BucketReader reader = new BucketReader(environment);
        Optional<S3Settings> bucket = reader.read();
        problems.addAll(reader.problems());
        Set<String> allowed = new LinkedHashSet<>(words(SettingNames.ALLOW_HOSTS));
        ServingReader serving = new ServingReader(environment, new AddressGuard(allowed));
        Settings.Serving read = serving.read();
        problems.addAll(serving.problems());
        return new Settings.Network(allowed, bucket, databaseUrl(), read);
    }

    private IdentitySettings identity(Folders places) {
        IdentityReader reader = new IdentityReader(environment);
        IdentitySettings identity = reader.read(
                folders.folder(SettingNames.TOKENS).orElse(places.home().resolve("tokens.json")));
        problems.addAll(reader.problems());
        return identity;
    }

    /** One that is not understood is kept: the database in the home would know nothing of what others spend. */
    private Optional<String> databaseUrl() {
        Optional<String> url = environment.get(SettingNames.DATABASE_URL);
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            problems.add(
                    SettingNames.DATABASE_URL + " must be an address such as"
                            + " jdbc:postgresql://host:5432/database?user=wan&password=...; until it is mended, no film is made.");
        }
        return url;
    }

    private Optional<BigDecimal> dollars(String name) {
        return amount(name, "until it is mended no paid call is made.");
    }

    private Optional<BigDecimal> confirmAbove(String name) {
        return amount(name, "until it is mended every paid film is asked about where the client can ask.");
    }

    private Optional<BigDecimal> amount(String name, String otherwise) {
        Optional<String> text = environment.get(name);
        try {
            Optional<BigDecimal> amount = text.map(BigDecimal::new);
            if (amount.isEmpty() || amount.get().signum() >= 0) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same answer as a negative amount.
        }
        // A limit on money that cannot be read must not mean "no limit".
        problems.add(name + " is not an amount in US dollars such as 2.50; " + otherwise);
        return Optional.of(BigDecimal.ZERO);
    }

    private Optional<Duration> pollGap() {
        Optional<String> text = environment.get(SettingNames.POLL_SECONDS);
        Optional<Duration> gap = text.filter(word -> word.matches("[0-9]{1,4}(\\.[0-9]{1,3})?"))
                .map(word ->
                        Duration.ofMillis(new BigDecimal(word).movePointRight(3).longValue()))
                .filter(time -> !time.isZero());
        if (text.isPresent() && gap.isEmpty()) {
            problems.add(SettingNames.POLL_SECONDS + " must be a number of seconds such as 15.");
        }
        return gap;
    }

    private ProviderSettings providers(Settings.Serving serving) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        for (Provider provider : catalogue.all()) {
            String id = provider.descriptor().id();
            provider.descriptor().keyVariable().flatMap(environment::get).ifPresent(key -> keys.put(id, key));
            options.put(id, options(provider, serving));
        }
        ProviderSettings given = new ProviderSettings(
                keys,
                environment.get(SettingNames.PROVIDER).map(word -> word.toLowerCase(Locale.ROOT)),
                words(SettingNames.PROVIDER_ORDER).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList(),
                dollars(SettingNames.MAX_COST),
                options);
        problems.addAll(given.problems(catalogue));
        return given.understood(catalogue);
    }

    private Map<String, String> options(Provider provider, Settings.Serving serving) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Option option : provider.options()) {
            if (option.name().equals(Option.CALLBACK_URL.name())) {
                serving.publicUrl()
                        .ifPresent(url ->
                                values.put(option.name(), url.toString().replaceAll("/+$", "") + CallbackDoor.PATH));
            }
            environment
                    .get(option.variable(provider.descriptor().id()))
                    .ifPresent(value -> values.put(option.name(), value));
        }
        return values;
    }

    private String logLevel() {
        String level = environment.get(SettingNames.LOG_LEVEL).orElse("info").toLowerCase(Locale.ROOT);
        if (Logging.LEVELS.contains(level)) {
            return level;
        }
        problems.add(SettingNames.LOG_LEVEL + " must be one of trace, debug, info, warn, error, off.");
        return "info";
    }

    private boolean jsonLogs() {
        String format = environment.get(SettingNames.LOG_FORMAT).orElse("text").toLowerCase(Locale.ROOT);
        if (!format.equals("json") && !format.equals("text")) {
            problems.add(SettingNames.LOG_FORMAT + " must be one of text, json.");
        }
        return format.equals("json");
    }

    private List<String> words(String name) {
        return environment.get(name).stream()
                .flatMap(list -> Stream.of(list.split("[,\\s]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
