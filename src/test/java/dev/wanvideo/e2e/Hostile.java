package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a server and its doctor must say where they cannot work, and how they show that they can. */
final class Hostile {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Hostile() {}

    /** The server's command with words between Java and the jar. */
    static List<String> java(String... options) {
        List<String> command = new ArrayList<>(Product.command());
        command.addAll(1, List.of(options));
        return command;
    }

    /** A command with words before it. */
    static List<String> after(List<String> words, List<String> command) {
        List<String> all = new ArrayList<>(words);
        all.addAll(command);
        return all;
    }

    /** The doctor ends with 1 and names the trouble in one line. */
    static void assertDoctorSays(Premises premises, List<String> server, String words) {
        Ran ran = doctor(premises, server);
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(1);
        assertThat(problems(ran)).as(ran.toString()).singleElement().asString().contains(words);
    }

    static void assertDoctorIsContent(Premises premises, List<String> server) {
        Ran ran = doctor(premises, server);
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(problems(ran)).isEmpty();
    }

    /** The tool says it in one line, nothing was charged, and the process lives. */
    static void assertRefused(RawPipe server, String tool, Map<String, ?> arguments, String words) {
        assertRefused(server, tool, server.call(tool, arguments), words);
    }

    private static void assertRefused(RawPipe server, String tool, Reply reply, String words) {
        assertThat(reply.isError()).as(reply.text()).isTrue();
        String message = reply.facts().path("error").path("message").asString("");
        assertThat(message).contains(words).doesNotContain("\n");
        assertThat(reply.facts().path("error").path("category").asString("")).isEqualTo("unavailable");
        assertThatMoneyIsNotGuessedAt(reply, tool);
        server.ping();
    }

    /**
     * Fills the disk, again when work that goes on gives room back, until the next film is refused for it.
     *
     * @return how many films were taken before that
     */
    static int assertRefusedOnceFull(RawPipe server, Path disk) {
        String tool = "create_reference_video";
        int taken = 0;
        PrivateMounts.fill(disk.resolve("fill-0"), 0);
        Reply reply = server.call(tool, TwoCharacters.with("seed", 100));
        while (!reply.isError() && taken < 20) {
            taken++;
            PrivateMounts.fill(disk.resolve("fill-" + taken), 0);
            reply = server.call(tool, TwoCharacters.with("seed", 100 + taken));
        }
        assertRefused(server, tool, reply, "The disk of the data folder is full");
        return taken;
    }

    /** Removes what {@link #assertRefusedOnceFull} filled the disk with. */
    static void makeRoom(Path disk) throws IOException {
        try (DirectoryStream<Path> fills = Files.newDirectoryStream(disk, "fill-*")) {
            for (Path fill : fills) {
                Files.delete(fill);
            }
        }
    }

    /** What was asked for cost nothing; what a film that is there has cost is not said. */
    private static void assertThatMoneyIsNotGuessedAt(Reply reply, String tool) {
        boolean asksForAFilm = tool.equals("create_reference_video");
        assertThat(reply.text())
                .contains(asksForAFilm ? "Nothing was submitted or charged." : "This call cost nothing");
        assertThat(reply.facts().path("cost").path("charged").asString("")).isEqualTo(asksForAFilm ? "no" : "");
    }

    /** A film is asked for and made. */
    static Reply assertMakesAFilm(RawPipe server, Map<String, ?> film) {
        Reply done = server.waitFor(create(server, film));
        assertThat(done.status()).as(done.text()).isEqualTo("succeeded");
        return done;
    }

    /** The id of a film that was asked for. */
    static String create(RawPipe server, Map<String, ?> film) {
        Reply created = server.call("create_reference_video", film);
        assertThat(created.isError()).as(created.text()).isFalse();
        return created.taskId();
    }

    private static Ran doctor(Premises premises, List<String> server) {
        Ran ran = Ran.of(after(server, List.of("doctor")), premises.root(), premises.environment(), LIMIT);
        assertThat(ran.err()).as("stderr").doesNotContain("\tat ").doesNotContain("Exception");
        return ran;
    }

    private static List<String> problems(Ran ran) {
        return ran.out().lines().filter(line -> line.contains("PROBLEM")).toList();
    }
}
