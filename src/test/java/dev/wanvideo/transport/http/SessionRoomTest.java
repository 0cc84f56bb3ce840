package dev.wanvideo.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many sessions there may be, and for how long. */
final class SessionRoomTest {

    private static final Principal OTHER = new Principal("other");

    private long now = 1000;
    private int made;
    private final Sessions sessions = new Sessions(new Room(1, 1, 3, 2, 1, 1, 1), Duration.ofNanos(100), () -> now);

    @Test
    void forgetsTheOneThatRestsLongestWhenThereIsNoRoom() {
        Session oldest = added(Principal.LOCAL);
        now++;
        Session newer = added(Principal.LOCAL);
        now++;
        assertThat(sessions.find(Principal.LOCAL, oldest.id())).contains(oldest);
        now++;
        added(Principal.LOCAL);
        assertThat(sessions.all()).contains(oldest).doesNotContain(newer);
    }

    @Test
    void noneIsForgottenForAnotherThatIsInUse() {
        Session first = added(Principal.LOCAL);
        Session second = added(Principal.LOCAL);
        first.stream(new Outlet());
        first.connect(first.standing(), new Outlet());
        second.connect(second.standing(), new Outlet());
        assertThat(sessions.add(session(Principal.LOCAL))).isFalse();
        assertThat(sessions.add(session(OTHER))).isTrue();
    }

    @Test
    void nobodyFindsTheSessionOfAnother() {
        Session mine = added(Principal.LOCAL);
        assertThat(sessions.find(OTHER, mine.id())).isEmpty();
    }

    @Test
    void forgetsWhatHasRestedLongEnough() {
        Session resting = added(Principal.LOCAL);
        Session listening = added(Principal.LOCAL);
        listening.connect(listening.standing(), new Outlet());
        now += 101;
        sessions.sweep();
        assertThat(sessions.all()).containsExactly(listening).doesNotContain(resting);
    }

    private Session added(Principal owner) {
        Session session = session(owner);
        assertThat(sessions.add(session)).isTrue();
        return session;
    }

    private Session session(Principal owner) {
        McpStreamableServerSession sdk = new McpStreamableServerSession(
                "session-" + made++,
                ClientCapabilities.builder().build(),
                Implementation.builder("test", "1").build(),
                Duration.ofSeconds(1),
                Map.of(),
                Map.of());
        return new Session(owner, "2025-11-25", sdk, McpJsonDefaults.getMapper(), now);
    }
}
