package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.hostile.HostileRow;
import dev.wanvideo.hostile.HostileRow.Kind;
import dev.wanvideo.hostile.Lair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of the table, given for each argument that takes a picture, clip or voice, to a packaged server in a network
 * of its own, where an address of each private kind is this machine's and counts its visitors.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class HostileTableTest {
    private static final String PUBLIC = "93.184.215.14";
    private static final String PUBLIC_OF_IPV6 = "2606:4700:4700:0:0:0:0:1111";
    private static final List<String> ADDRESSES = List.of(
            PUBLIC,
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "100.100.100.200",
            "127.255.255.254",
            "168.63.129.16",
            "169.254.1.1",
            "169.254.169.254",
            "169.254.170.2",
            "172.16.0.1",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "198.18.0.1",
            "203.0.113.1",
            "::1",
            "fc00::1",
            "fd00::1",
            "fd00:ec2::254",
            "fec0::1",
            "64:ff9b::7f00:1",
            "2001:db8::1",
            "2001:0:7f00:1::",
            "2002:7f00:1::1",
            "2606:4700::5efe:a00:1",
            PUBLIC_OF_IPV6);

    @TempDir
    Path folder;

    private Lair lair;
    private PrivateNetwork network;
    private Path hosts;

    @BeforeEach
    void furnish() throws Exception {
        Needs.network();
        lair = Lair.under(folder);
        network = new PrivateNetwork(ADDRESSES, folder.resolve("visits"));
        hosts = Files.writeString(folder.resolve("hosts"), "");
    }

    @Test
    void reachesNothingThroughAnyRow() throws IOException {
        List<HostileRow> rows = HostileRow.of(Kind.values());
        assertThat(rows).hasSizeGreaterThanOrEqualTo(80);
        SoftAssertions softly = new SoftAssertions();
        try (RawPipe server = RawPipe.open(premises(), command())) {
            assertThat(call(server, "image", lair.inside() + "/good.png").isError())
                    .isFalse();
            for (HostileRow row : rows) {
                check(softly, row, server);
            }
        }
        softly.assertAll();
        assertThat(network.visited())
                .as("visitors, but for those of the public")
                .isNotEmpty()
                .containsOnly(PUBLIC, PUBLIC_OF_IPV6);
        System.err.println(told(rows));
    }

    @Test
    void reachesNothingThroughANameThatChangesAllTheTime() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger changes = new AtomicInteger();
        Thread nameServer = new Thread(() -> change(over, changes), "name-server");
        try (RawPipe server = RawPipe.open(premises(), command())) {
            nameServer.start();
            String source = "https://rebind.example:" + Watchman.PORT + "/a.png";
            int refused = 0;
            for (int calls = 0; calls < 300 || refused < 20 || network.visited().size() < 20; calls++) {
                refused += call(server, "image", source).text().contains("only public addresses are read") ? 1 : 0;
            }
        } finally {
            over.set(true);
            nameServer.join();
        }
        assertThat(network.visited()).containsOnly(PUBLIC);
        System.err.println("a name that changed " + changes + " times led to the public address "
                + network.visited().size() + " times and inside 0 times");
    }

    /** Leads the name out and in by turns, as fast as the disk allows. */
    private void change(AtomicBoolean over, AtomicInteger changes) {
        Path next = folder.resolve("next");
        try {
            while (!over.get()) {
                String address = changes.getAndIncrement() % 2 == 0 ? PUBLIC : "169.254.169.254";
                Files.writeString(next, address + " rebind.example\n");
                Files.move(next, hosts, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the name cannot be changed", e);
        }
    }

    private void check(SoftAssertions softly, HostileRow row, RawPipe server) throws IOException {
        String source = row.source(places());
        // Nothing at all in an argument that may be left out is no hostile value of it.
        List<String> arguments =
                source.isBlank() ? List.of("image", "video") : List.of("image", "video", "voice", "start_image");
        for (String argument : arguments) {
            for (List<String> answer : row.leadsTo()) {
                lead(row.host().orElseThrow(), answer);
                if (!answer.equals(row.leadsTo().get(row.leadsTo().size() - 1))) {
                    call(server, argument, source);
                }
            }
            Reply reply = call(server, argument, source);
            String what = row + " as " + argument + ": " + reply.text();
            softly.assertThat(reply.isError()).as(what).isTrue();
            softly.assertThat(reply.text()).as(what).contains("Nothing was submitted or charged.");
        }
    }

    /** What the server's name service says from now on. */
    private void lead(String host, List<String> addresses) throws IOException {
        Files.writeString(
                hosts,
                addresses.stream().map(address -> address + " " + host + "\n").collect(Collectors.joining()));
    }

    /** With leave to mend, which reads more of a file than none. */
    private Reply call(RawPipe server, String argument, String source) {
        String good = lair.inside() + "/good.png";
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put(argument.equals("video") ? "video" : "image", good);
        Map<String, Object> film = new HashMap<>();
        film.put("prompt", "The reference waves.");
        film.put("dry_run", true);
        film.put("fix_media", true);
        film.put("references", List.of(reference));
        (argument.equals("start_image") ? film : reference).put(argument, source);
        return server.call("create_reference_video", film);
    }

    private Map<String, String> places() {
        Map<String, String> places = new HashMap<>(lair.places());
        places.put("port", Integer.toString(Watchman.PORT));
        return places;
    }

    private Premises premises() {
        return Premises.in(folder.resolve("server"))
                .with("WAN_VIDEO_MEDIA_ROOTS", lair.inside().toString());
    }

    /** Names come from a file that changes, and no answer is kept; memory is short for what swells. */
    private List<String> command() {
        return network.command(Hostile.java("-Xmx128m", "-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=0"));
    }

    private static String told(List<HostileRow> rows) {
        return rows.size() + " hostile rows "
                + rows.stream().collect(Collectors.groupingBy(HostileRow::kind, Collectors.counting()))
                + ", each as image, video, voice and start_image: 0 taken, 0 connections to " + (ADDRESSES.size() - 2)
                + " addresses that are not public";
    }
}
