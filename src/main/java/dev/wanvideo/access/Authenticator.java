package dev.wanvideo.access;

/** Knows callers by the tokens they bear. */
public interface Authenticator {

    /**
     * Whose token it is; may wait for the network.
     *
     * @param token as it came
     */
    Verdict verdict(String token);
}
