package dev.wanvideo.task;

import java.time.Instant;

/**
 * What all servers of one store must have in common to put a question to a person by one of them and hear the answer at
 * another. Every method may block while the store opens, and may throw {@link StoreUnavailable}.
 */
public interface Agreements {
    /** 32 random bytes, the same for all servers of the store and for as long as it lives. */
    byte[] secret();

    /**
     * Uses up a person's yes, so that none orders two films.
     *
     * @param key tells one yes from another
     * @param until when it could not be used any more anyway
     * @return false when it was used before, by whichever server
     */
    boolean use(String key, Instant until);
}
