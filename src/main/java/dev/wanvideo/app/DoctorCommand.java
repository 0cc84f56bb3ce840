package dev.wanvideo.app;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.task.HomeReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what is in force on this machine and what stands in the way. */
@Command(
        name = "doctor",
        description = "Shows configuration, folders, providers and the snippet for each client; ends with 1 when"
                + " something stands in the way.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(
            names = "--client",
            paramLabel = "NAME",
            description = "Print the configuration of one client alone: claude-desktop, claude-code, cursor, vs-code,"
                    + " codex or gemini.")
    private @Nullable String client;

    @Option(
            names = "--write",
            description = "With --client: put this server into that client's configuration file. The file as it was is"
                    + " kept beside it, and nothing else in it is touched.")
    private boolean write;

    DoctorCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (client != null || write) {
            return new ClientSetup(out, System.err).run(client, write);
        }
        return examine();
    }

    private int examine() {
        Settings settings = SettingsReader.forProcess(new String[0]);
        out.println("wan-video-mcp " + Release.version() + ", Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        boolean usable = folders(settings);
        providers(settings);
        limits(settings);
        usable &= bucket(settings);
        clients();
        settings.problems().forEach(problem -> out.println("PROBLEM  " + problem));
        boolean well = usable && settings.problems().isEmpty();
        out.println(well ? "All is well." : "Something stands in the way: see above.");
        return well ? 0 : 1;
    }

    private boolean folders(Settings settings) {
        out.println();
        out.println("Folders");
        Folders folders = settings.folders();
        out.println("  data        " + folders.home());
        out.println("  films       " + folders.output());
        for (Path root : folders.mediaRoots()) {
            out.println("  references  " + root + (Files.isDirectory(root) ? "" : " (not there)"));
        }
        HomeReport report = HomeReport.of(Assembly.taskSettings(settings));
        report.lines().forEach(line -> out.println("  " + line));
        report.problem().ifPresent(problem -> out.println("PROBLEM  " + problem));
        return report.usable();
    }

    private void providers(Settings settings) {
        out.println();
        out.println("Providers");
        for (Provider provider : Catalogue.load().all()) {
            Descriptor descriptor = provider.descriptor();
            String state = descriptor
                    .keyVariable()
                    .map(key -> settings.providers().keys().containsKey(descriptor.id()) ? "ready" : "set " + key)
                    .orElse("ready, free, no key");
            out.println("  " + descriptor.id() + "  " + descriptor.name() + ": " + state);
        }
    }

    private void limits(Settings settings) {
        out.println();
        out.println("Limits");
        out.println("  most for one film   " + dollars(settings.providers().maxCostUsd()));
        out.println("  most for one day    " + dollars(settings.dailyBudgetUsd()));
        out.println("  ask the user above "
                + settings.spending().confirmAboveUsd().map(usd -> usd + " USD").orElse("no amount"));
        out.println("  choice of provider  " + settings.providers().preferred().orElse("auto")
                + (settings.providers().order().isEmpty()
                        ? ""
                        : ", in this order: " + settings.providers().order()));
        out.println("  exempt hosts        "
                + (settings.network().allowHosts().isEmpty()
                        ? "none"
                        : String.join(", ", settings.network().allowHosts())));
        out.println("  log level           " + settings.logs().level());
    }

    private boolean bucket(Settings settings) {
        out.println();
        out.println("Bucket");
        BucketReport report = BucketReport.of(settings);
        out.println("  " + report.line());
        report.problem().ifPresent(problem -> out.println("PROBLEM  " + problem));
        return report.problem().isEmpty();
    }

    private static String dollars(Optional<BigDecimal> amount) {
        return amount.map(usd -> usd.toPlainString() + " USD").orElse("no limit");
    }

    private void clients() {
        out.println();
        out.println("Clients: doctor --client NAME prints the configuration, --write as well puts it there");
        new ClientSetup(out, System.err).overview();
        out.println();
    }
}
