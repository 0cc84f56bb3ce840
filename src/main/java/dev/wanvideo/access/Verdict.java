package dev.wanvideo.access;

/** What came of looking at a token. */
public sealed interface Verdict {

    record Admitted(Grant grant) implements Verdict {}

    /** It is nobody's, or no longer, or not for this server. */
    record Unknown() implements Verdict {}

    /** Nobody can tell at the moment. */
    record Undecided() implements Verdict {}
}
