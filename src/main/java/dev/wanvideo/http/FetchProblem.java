package dev.wanvideo.http;

import java.util.Objects;

/** A fetch that brought nothing, with a sentence for the caller that holds neither paths nor the address's query. */
public final class FetchProblem extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it was; this package knows no other package, so callers translate. */
    public enum Kind {
        /** The guard forbids the address, or one that it redirects to. */
        FORBIDDEN,
        /** The host name leads nowhere. */
        UNRESOLVED,
        /** The server has no such thing, or does not show it to us. */
        NOT_FOUND,
        /** Longer than the limit. */
        TOO_LARGE,
        /** The time was up. */
        TIMEOUT,
        /** The server could not be reached, broke off, or says that it is in trouble. */
        UNAVAILABLE,
        /** The server does not keep to HTTP as we read it. */
        PROTOCOL,
        /** The body could not be kept on this machine. */
        DISK
    }

    private final Kind kind;

    FetchProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Words for the caller, never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What kind of trouble it was. */
    public Kind kind() {
        return kind;
    }
}
