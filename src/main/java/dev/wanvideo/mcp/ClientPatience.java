package dev.wanvideo.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long clients are known to bear one call. One of which nothing is known is answered within {@link #USUAL}, as several
 * give up after 60 s whatever is told meanwhile.
 *
 * <p>What is known of a name may be untrue of the program behind it, so a client that broke off a longer call is not held
 * longer again while this process lives.
 */
final class ClientPatience {
    static final Duration USUAL = Duration.ofSeconds(Limits.WAIT_SECONDS);

    /** Longer than nearly every film takes; a call that lasts for ever would hide a film that never comes. */
    private static final Duration LONG = Duration.ofMinutes(10);

    static final List<Known> KNOWN = List.of(
            new Known(
                    "claude-code",
                    LONG,
                    true,
                    "Breaks off after 30 min without a sign (5 min over HTTP), and every progress notification is one:"
                            + " https://github.com/vfarcic/dot-ai/pull/708, read 2026-11-21. Desktop programs built on it"
                            + " ask for no progress and give up after 60 s:"
                            + " https://github.com/anthropics/claude-code/issues/58687, read 2026-11-21."),
            new Known(
                    "Visual Studio Code",
                    Duration.ofMinutes(4),
                    false,
                    "Sets no limit, but answers after five minutes were not shown:"
                            + " https://github.com/microsoft/vscode/issues/274094, read 2026-11-21."),
            new Known(
                    "JetBrains-",
                    Duration.ofSeconds(25),
                    false,
                    "Copilot there gives up after 30 s:"
                            + " https://github.com/microsoft/copilot-intellij-feedback/issues/1935, read 2026-11-21."),
            new Known(
                    "stdio: ",
                    Duration.ofSeconds(4),
                    false,
                    "What the OpenAI Agents SDK for JavaScript calls itself; it gives up after 5 s unless"
                            + " clientSessionTimeoutSeconds is set:"
                            + " https://app.unpkg.com/@openai/agents-core@0.4.15/files/dist/shims/mcp-server/node.js,"
                            + " read 2026-11-21."));

    private final Set<Known> disproved = ConcurrentHashMap.newKeySet();

    /**
     * How long a call is held.
     *
     * @param name what the client calls itself, empty when it did not say
     * @param told whether the client is told of progress
     * @param asked what the caller asked for; the most that can be asked for means: as long as it takes
     */
    Duration held(String name, boolean told, Duration asked) {
        Duration borne = known(name)
                .filter(known -> told || !known.whenTold())
                .map(Known::bears)
                .orElse(USUAL);
        return asked.compareTo(USUAL) >= 0 || asked.compareTo(borne) > 0 ? borne : asked;
    }

    /** What this client should ask for next time, in whole seconds. */
    int advised(String name) {
        Duration borne = known(name).map(Known::bears).orElse(USUAL);
        return (int) (borne.compareTo(USUAL) < 0 ? borne : USUAL).toSeconds();
    }

    /** Tells that a call was broken off by its client after so long. */
    void brokenOff(String name, Duration after) {
        if (after.compareTo(USUAL) > 0) {
            known(name).ifPresent(disproved::add);
        }
    }

    private Optional<Known> known(String name) {
        return KNOWN.stream()
                .filter(known -> name.startsWith(known.begins()))
                .filter(known -> !disproved.contains(known))
                .findFirst();
    }

    /**
     * What is known of one client.
     *
     * @param begins how the name begins by which it introduces itself
     * @param whenTold whether it bears that only of a call of whose progress it is told
     * @param source where that stands, and when it was read
     */
    record Known(String begins, Duration bears, boolean whenTold, String source) {}
}
