package dev.wanvideo.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A network that one server alone is in, where every address of a list is this machine's and has a {@link Watchman}. */
record PrivateNetwork(List<String> addresses, Path visits) {
    private static final List<String> OWN = List.of("unshare", "-rnpf", "--kill-child", "--mount-proc");

    /** Runs a command in it, as soon as all addresses were reached. */
    List<String> command(List<String> command) {
        StringBuilder script = new StringBuilder("set -e\nip link set lo up\n");
        for (String address : addresses) {
            script.append(
                    address.contains(":")
                            ? "ip addr replace " + address + "/128 dev lo nodad\n"
                            : "ip addr replace " + address + "/32 dev lo\n");
        }
        String watchman = Product.java() + " -cp '" + Product.target().resolve("test-classes") + "' "
                + Watchman.class.getName() + " '" + visits + "' " + String.join(" ", addresses);
        script.append("mkfifo '" + visits + ".ready'\n" + watchman + " >'" + visits + ".ready' &\n");
        script.append("read line <'" + visits + ".ready'\n[ \"$line\" = ready ]\nexec \"$@\"");
        List<String> all = new ArrayList<>(OWN);
        all.addAll(List.of("sh", "-c", script.toString(), "sh"));
        all.addAll(command);
        return all;
    }

    /** The addresses that somebody connected to, in order. */
    List<String> visited() {
        try (Stream<String> lines = Files.lines(visits)) {
            return lines.toList();
        } catch (IOException e) {
            throw new AssertionError("the watchman's list cannot be read", e);
        }
    }

    /** Whether this machine allows it; else why not. */
    static boolean possible() {
        List<String> probe = new ArrayList<>(OWN);
        probe.addAll(List.of("sh", "-c", "ip link set lo up && ip addr add 10.0.0.1/32 dev lo && mkfifo --version"));
        Ran ran = Ran.of(probe, Path.of("/"), Map.of("PATH", SearchPath.text()), Duration.ofSeconds(20));
        return ran.exit() == 0;
    }
}
