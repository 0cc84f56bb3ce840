package dev.wanvideo.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which calls a fault may strike. */
public enum Calls {
    /** Those that would order a job; a call that is refused as wrong is none of them. */
    CREATE,
    /** All others, e.g. looks at a job. */
    POLL,
    /** Every one. */
    ANY;

    /** The word that flags and the control door carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Calls> named(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    boolean include(boolean create) {
        return switch (this) {
            case CREATE -> create;
            case POLL -> !create;
            case ANY -> true;
        };
    }
}
