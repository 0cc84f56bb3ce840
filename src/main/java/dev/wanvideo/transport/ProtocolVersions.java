package dev.wanvideo.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol revisions that are spoken after {@code initialize}. */
public final class ProtocolVersions {

    /** The newest of them, answered to a client that asks for one that is not spoken here. */
    public static final String LATEST = "2025-11-25";

    private static final String[] SPOKEN = {"2024-11-05", "2025-03-26", "2025-06-18", LATEST};

    private ProtocolVersions() {}

    /** The version to answer to a client that asked for this one. */
    public static String negotiate(@Nullable String requested) {
        for (String version : SPOKEN) {
            if (version.equals(requested)) {
                return version;
            }
        }
        return LATEST;
    }

    /** All of them, oldest first. */
    public static List<String> all() {
        return List.of(SPOKEN);
    }

    /** All of them as a JSON array. */
    public static String json() {
        return "[\"" + String.join("\",\"", SPOKEN) + "\"]";
    }
}
