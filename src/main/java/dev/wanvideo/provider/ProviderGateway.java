package dev.wanvideo.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Speaks to remote providers, each with its key. No method throws for what a provider or a network does. */
public interface ProviderGateway {
    /** No submission waits longer for its answer, which may be a whole film. */
    Duration LONGEST_SUBMISSION = Duration.ofMinutes(20);

    /**
     * Sends a submission, once.
     *
     * @param film where the film goes if the answer is the film itself; does not exist yet
     */
    SubmitOutcome submit(String provider, OutgoingRequest request, Path film) throws InterruptedException;

    /** Looks at a task. */
    PollOutcome poll(String provider, String taskId) throws InterruptedException;

    /**
     * Uploads a file, which costs nothing.
     *
     * @param host a provider's id or {@link UploadHost#BUCKET}
     * @param path where the file lies
     */
    UploadOutcome upload(String host, UploadFile file, Path path) throws InterruptedException;

    /** Asks a provider to stop a task. */
    CancelAnswer cancel(String provider, String taskId) throws InterruptedException;

    /** Ids of the account's latest tasks; empty where the provider has no list or it could not be read. */
    Optional<Set<String>> tasks(String provider) throws InterruptedException;

    /** Whether the provider has a list at all. */
    boolean lists(String provider);

    /**
     * Takes a place in the line for one call of this kind, shared by all tasks of the account; zero when it may be made
     * now, else when to ask again, no place being taken.
     */
    Duration reserve(String provider, Kind kind);

    /** How the provider calls back; empty where it does not, or was not told where to. */
    default Optional<Callbacks> callbacks(String provider) {
        return Optional.empty();
    }

    /** The kinds of call that providers limit separately. */
    enum Kind {
        SUBMIT,
        POLL
    }
}
