package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.FileServer;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RemoteBytesTest {
    private static final int LENGTH = 2_000_000;
    private static final byte[] FILE = new byte[LENGTH];

    static {
        new Random(3).nextBytes(FILE);
    }

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void readsAcrossTheEndOfTheHeadAsOftenAsWanted() throws Exception {
        try (FileServer server = new FileServer(FILE)) {
            Bytes bytes = open(server);
            for (int from : new int[] {RemoteBytes.HEAD - 10, RemoteBytes.HEAD - 1, RemoteBytes.HEAD - 10, 5}) {
                assertThat(bytes.at(from, 20)).isEqualTo(Arrays.copyOfRange(FILE, from, from + 20));
            }
            assertThat(server.heads()).hasSize(2);
            assertThat(server.sent()).isEqualTo(RemoteBytes.HEAD + RemoteBytes.MORE);
        }
    }

    @Test
    void readsOnePlaceFarFromTheHeadAndNoOther() throws Exception {
        try (FileServer server = new FileServer(FILE)) {
            Bytes bytes = open(server);
            assertThat(bytes.upTo(LENGTH - 10, 50)).isEqualTo(Arrays.copyOfRange(FILE, LENGTH - 10, LENGTH));
            assertThat(bytes.lack()).isEmpty();

            assertThatThrownBy(() -> bytes.at(1_000_000, 8)).isInstanceOf(IOException.class);
            assertThat(bytes.lack()).hasValueSatisfying(why -> assertThat(why).contains("too far apart"));
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void tellsTheEndOfTheFileFromWhatCannotBeHad() throws Exception {
        try (FileServer server = new FileServer(FILE)) {
            Bytes bytes = open(server);

            assertThatThrownBy(() -> bytes.at(LENGTH - 4, 8)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> bytes.at(-1, 8)).isInstanceOf(EOFException.class);
            assertThat(bytes.lack()).isEmpty();
        }
    }

    private Bytes open(FileServer server) throws Exception {
        return RemoteBytes.of(fetcher, server.uri("/a"), TimeLeft.of(Duration.ofSeconds(60)));
    }
}
