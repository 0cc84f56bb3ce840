package dev.wanvideo.provider;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A provider's own side of its wire, for the sandbox: as strict about requests as its documents say, and answering as
 * they show. It holds no state and does no I/O; jobs, time, money and faults are the sandbox's.
 */
public interface EmulatedWire {
    /** The key of a call, from the header that this provider reads; empty when there is none. */
    Optional<String> key(EmulatedCall call);

    /** Whether a call goes to an address that it was given and that is proof enough; no key may go there. */
    default boolean signed(EmulatedCall call) {
        return false;
    }

    /** Answers one call whose key is in order; {@link Trouble#NO_SUCH_CALL} in its words for what it does not have. */
    EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs);

    /**
     * What it posts to the address that came with an order, now that the job stands so; empty where it posts nothing.
     *
     * @param id of this call
     */
    default Optional<EmulatedCallback> callback(EmulatedJobs.Job job, String id, Instant now) {
        return Optional.empty();
    }

    /** The secrets that a caller must know, by the names of their options. */
    default Map<String, String> secrets() {
        return Map.of();
    }

    /** Says in this provider's words that something is wrong. */
    EmulatedAnswer trouble(Trouble trouble, String message);

    /** What can go wrong at a provider. */
    enum Trouble {
        /** The key is missing or wrong. */
        UNAUTHORIZED,
        /** The account is empty. */
        NO_CREDIT,
        /** Too many calls. */
        RATE_LIMITED,
        /** The prompt or a picture is not welcome; said at once. */
        CONTENT_REFUSED,
        /** A field is wrong; the message says which. */
        INVALID,
        /** No such task. */
        NO_SUCH_TASK,
        /** No such path or method. */
        NO_SUCH_CALL,
        /** A fault of the provider. */
        INTERNAL,
        /** Overloaded; nothing was accepted. */
        UNAVAILABLE
    }
}
