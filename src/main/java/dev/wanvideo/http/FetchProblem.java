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
    private final int status;
    private final boolean passing;

    FetchProblem(Kind kind, String message) {
        this(kind, message, 0, kind == Kind.TIMEOUT);
    }

    private FetchProblem(Kind kind, String message, int status, boolean passing) {
        super(message);
        this.kind = kind;
        this.status = status;
        this.passing = passing;
    }

    /** One that a status means. */
    static FetchProblem answered(Kind kind, String message, int status) {
        return new FetchProblem(kind, message, status, kind == Kind.UNAVAILABLE);
    }

    /** One that may be over when the same is tried again. */
    static FetchProblem passing(Kind kind, String message) {
        return new FetchProblem(kind, message, 0, true);
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

    /** The HTTP status that told of it; 0 when none did. */
    public int status() {
        return status;
    }

    /** Whether it says nothing about the file, since it may be over when the same is tried again. */
    public boolean passing() {
        return passing;
    }
}
