package dev.wanvideo.app;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.sandbox.FaultOrder;
import dev.wanvideo.sandbox.FilmStyle;
import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stands in for all providers on this machine until it is interrupted. */
@Command(
        name = "sandbox",
        description = "Stands in for every paid provider on 127.0.0.1: same calls, same errors, real films, no money."
                + " Prints what to set so that the server uses it; GET /_sandbox tells the rest.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

    private final PrintWriter out;
    private final Supplier<Catalogue> providers;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command is called
    private CommandSpec spec;

    @Option(names = "--port", description = "Where to listen; 0 picks a free port (default: ${DEFAULT-VALUE}).")
    private int port = SandboxSettings.USUAL_PORT;

    @Option(
            names = "--seconds",
            description = "Time from order to film, for all (20) or for one provider (<id>=20); repeatable.")
    private List<String> seconds = new ArrayList<>();

    @Option(
            names = "--fault",
            description = "<id>=<fault> or all=<fault>, then :0.02 for a share or :3x for a number of times, then"
                    + " @create, @poll or @any; repeatable. GET /_sandbox lists the faults.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--key",
            description = "Accept this key alone; repeatable. Without it any key will do but "
                    + SandboxSettings.WRONG_KEY + ", and " + SandboxSettings.EMPTY_KEY + " has no credit.")
    private Set<String> keys = new HashSet<>();

    @Option(names = "--films", description = "shared: one for each size and length; fresh: one for each prompt.")
    private String films = FilmStyle.SHARED.word();

    @Option(names = "--folder", description = "Where films lie meanwhile (default: sandbox in the data folder).")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--seed", description = "Decides whom a fault with a share strikes (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Print the settings as an env block for a client's configuration.")
    private boolean json;

    SandboxCommand(PrintWriter out) {
        this(out, Catalogue::load);
    }

    SandboxCommand(PrintWriter out, Supplier<Catalogue> providers) {
        this.out = out;
        this.providers = providers;
    }

    @Override
    public Integer call() throws IOException {
        SandboxSettings settings = settings();
        try (Sandbox sandbox = Sandbox.start(settings, providers.get(), log()::info)) {
            List<FaultOrder> orders = faults.stream().map(FaultOrder::read).toList();
            orders.forEach(sandbox.faults()::set);
            (json ? SandboxHints.json(sandbox) : SandboxHints.shell(sandbox)).forEach(out::println);
            out.flush();
            log().info("sandbox at {}, seed {}, faults {}", sandbox.address(), seed, orders);
            untilInterrupted(sandbox);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (BindException e) {
            throw new ParameterException(
                    spec.commandLine(), "Port " + port + " is taken; --port 0 picks a free one.", e);
        }
        return 0;
    }

    private SandboxSettings settings() {
        Path place = folder.orElseGet(
                () -> SettingsReader.forProcess(new String[0]).folders().home().resolve("sandbox"));
        SandboxSettings settings = new SandboxSettings(port, place, Pace.DEFAULT, Map.of(), style(), keys, seed);
        for (String each : seconds) {
            int equals = each.indexOf('=');
            Pace pace = pace(each.substring(equals + 1));
            settings = equals < 0 ? settings.at(pace) : settings.at(each.substring(0, equals), pace);
        }
        return settings;
    }

    private FilmStyle style() {
        return read(() -> FilmStyle.valueOf(films.toUpperCase(Locale.ROOT)), "--films is shared or fresh");
    }

    private Pace pace(String text) {
        return read(() -> Pace.ofSeconds(Double.parseDouble(text)), "--seconds is a number, or <id>=number");
    }

    private <T> T read(Supplier<T> reading, String allowed) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), allowed, e);
        }
    }

    /** The process ends by a signal, whose hook closes the sandbox; a thread ends by its interrupt. */
    private static void untilInterrupted(Sandbox sandbox) {
        Thread hook = new Thread(sandbox::close, "sandbox-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** Not made with the command: every command is made before it is known how this process logs. */
    private static Logger log() {
        return LoggerFactory.getLogger(SandboxCommand.class);
    }
}
