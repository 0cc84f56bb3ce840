package dev.wanvideo.provider;

import java.util.List;
import java.util.Optional;

/** One provider that a plan looked at, and why it was or was not taken. */
public record Considered(String provider, boolean taken, List<String> reasons) {
    private static final String NOT_CONFIGURED = "not configured: set ";

    public Considered {
        reasons = List.copyOf(reasons);
    }

    /** Why a provider that lacks this variable cannot be asked. */
    static String notConfigured(String variable) {
        return NOT_CONFIGURED + variable;
    }

    /** The variable that alone stands in the way. */
    public Optional<String> missing() {
        return reasons.size() == 1 && reasons.get(0).startsWith(NOT_CONFIGURED)
                ? Optional.of(reasons.get(0).substring(NOT_CONFIGURED.length()))
                : Optional.empty();
    }
}
