package dev.wanvideo.app;

import dev.wanvideo.app.client.Client;
import dev.wanvideo.app.client.ClientFile;
import dev.wanvideo.app.client.StartCommand;
import dev.wanvideo.app.client.Unchangeable;
import dev.wanvideo.app.client.UserPlaces;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Helps a person to put this very program into a client. */
final class ClientSetup {
    private static final int WRONG_WORDS = 2;

    private final PrintWriter out;
    private final PrintStream err;
    private final StartCommand start =
            StartCommand.of(Path.of(System.getProperty("java.class.path")), ServerProcess.java());
    private final UserFolders user = SettingsReader.user();
    private final UserPlaces places = new UserPlaces(
            System.getProperty("os.name", ""), user.home(), new Environment(Map.of(), System.getenv(), Map.of())::get);

    ClientSetup(PrintWriter out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A line for each client. */
    void overview() {
        for (Client client : Client.values()) {
            out.printf("  %-15s %-15s %s%n", client.id(), client.title(), client.file(places));
        }
    }

    /** Prints or writes the configuration of one client; returns the exit code. */
    int run(@Nullable String name, boolean write) throws IOException {
        Optional<Client> client = Optional.ofNullable(name).flatMap(Client::named);
        if (client.isEmpty()) {
            err.println("--client must be one of " + Client.ids() + ".");
            return WRONG_WORDS;
        }
        return write ? written(client.get()) : printed(client.get());
    }

    private int printed(Client client) {
        client.lines(start, places).forEach(out::println);
        out.println(keys());
        return 0;
    }

    private int written(Client client) throws IOException {
        Path file = client.file(places);
        try {
            ClientFile.Written done = new ClientFile(client, file, Clock.systemDefaultZone()).write(start);
            out.println((done.changed() ? "Written: " : "It is there already: ") + file);
            done.backup().ifPresent(backup -> out.println("As it was: " + backup));
            out.println("Restart " + client.title() + ". " + keys());
            return 0;
        } catch (Unchangeable e) {
            err.println(file + " is left as it is: " + e.getMessage() + ". Put this into it by hand:");
            client.lines(start, places).forEach(err::println);
            return 1;
        }
    }

    private String keys() {
        return "Keys of providers belong into " + user.data().resolve("config.properties")
                + ", for all clients, or into an env block of the entry, for one; without any it makes free previews.";
    }
}
