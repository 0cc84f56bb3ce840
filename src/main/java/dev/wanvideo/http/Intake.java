package dev.wanvideo.http;

import java.util.Map;

/** What takes an answer: says what is asked for, judges the head, and swallows the body. Called by the client's thread. */
interface Intake {
    /** What the head of an answer means for its body. */
    enum Verdict {
        /** It is taken. */
        TAKEN,
        /** None is wanted: all that is needed is there. */
        NEEDLESS,
        /** The question was wrong: it is put once more, in other words. */
        ASK_AGAIN
    }

    /** Headers of the question beside the usual ones. */
    Map<String, String> asks();

    /** Judges an answer that is no redirect; what brings nothing is a problem in words. */
    Verdict begin(Head head) throws FetchProblem;

    /** Takes the next piece of the body; false when no more is wanted. */
    boolean take(byte[] chunk) throws FetchProblem;
}
