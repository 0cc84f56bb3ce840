package dev.wanvideo.provider;

import dev.wanvideo.video.FrameSize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The jobs of one emulated provider; accepting one is what costs money. */
public interface EmulatedJobs {
    /** Accepts and bills a job. */
    Job accept(Order order);

    /** The job with this id; empty when there is none, or it was forgotten. */
    Optional<Job> find(String id);

    /** The latest jobs, newest first. */
    List<Job> latest();

    /** Where a file of this name can be read once it is kept. */
    String addressOf(String name);

    /** Keeps a file that was uploaded, under an address of {@link #addressOf} or of the provider's own scheme. */
    void keep(String address, String type, byte[] content);

    /** Whether there is a file under this address. */
    boolean holds(String address);

    /** Stops a job that waits; false when it is under way or ended. */
    boolean cancel(String id);

    /**
     * What is to be made.
     *
     * @param idStyle makes an id in the provider's style from a random UUID
     * @param usd what it costs
     * @param media addresses of references that the provider would fetch
     * @param callback where the caller wants to hear of it
     */
    record Order(
            UnaryOperator<String> idStyle,
            String prompt,
            FrameSize size,
            int seconds,
            Optional<Long> seed,
            BigDecimal usd,
            List<String> media,
            Optional<String> callback) {
        /** One that nobody wants to hear of. */
        public Order(
                UnaryOperator<String> idStyle,
                String prompt,
                FrameSize size,
                int seconds,
                Optional<Long> seed,
                BigDecimal usd,
                List<String> media) {
            this(idStyle, prompt, size, seconds, seed, usd, media, Optional.empty());
        }
    }

    /**
     * A job as it stands.
     *
     * @param unknownWord a status word that nobody documented, which it is to show instead of its own
     * @param filmUrl once it is done
     * @param failure the provider's message once it failed
     * @param order the order's facts, for answers that repeat them
     */
    record Job(
            String id,
            Phase phase,
            int percent,
            long createdEpochSeconds,
            Optional<String> unknownWord,
            Optional<String> filmUrl,
            Optional<Failure> failure,
            Order order) {}

    /** Why a job failed. */
    record Failure(boolean content, String message) {}

    /** How far a job is. */
    enum Phase {
        WAITING,
        WORKING,
        DONE,
        FAILED,
        CANCELLED
    }
}
