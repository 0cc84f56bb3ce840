package dev.wanvideo.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol revisions that are spoken: those after {@code initialize}, and the stateless one. */
public final class ProtocolVersions {

    /** The one in which every request stands for itself, without {@code initialize}. */
    public static final String STATELESS = "2026-07-28";

    /** The newest after {@code initialize}, answered to a client that asks there for one that is not spoken here. */
    public static final String LATEST = "2025-11-25";

    private static final String[] SPOKEN = {"2024-11-05", "2025-03-26", "2025-06-18", LATEST};

    private ProtocolVersions() {}

    /** The version that {@code initialize} answers to a client that asked for this one. */
    public static String negotiate(@Nullable String requested) {
        for (String version : SPOKEN) {
            if (version.equals(requested)) {
                return version;
            }
        }
        return LATEST;
    }

    /** Whether the version is one of those spoken after {@code initialize}. */
    public static boolean isSpoken(String version) {
        return List.of(SPOKEN).contains(version);
    }

    /** Those spoken after {@code initialize}, oldest first. */
    public static List<String> all() {
        return List.of(SPOKEN);
    }

    /** Those of both eras as a JSON array, newest first. */
    public static String json() {
        StringBuilder json = new StringBuilder("[\"" + STATELESS + "\"");
        for (int i = SPOKEN.length - 1; i >= 0; i--) {
            json.append(",\"").append(SPOKEN[i]).append('"');
        }
        return json.append(']').toString();
    }
}
