package dev.wanvideo.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum Fault {
    /** The connection ends before anything is done: nothing billed. */
    RESET(Stage.REFUSAL, Calls.ANY),
    /** Too many calls, with {@code Retry-After}. */
    RATE_LIMIT(Stage.REFUSAL, Calls.ANY),
    /** Too many calls, and not a word on when to come back. */
    RATE_LIMIT_SILENT(Stage.REFUSAL, Calls.ANY),
    /** The key is not known any more. */
    UNAUTHORIZED(Stage.REFUSAL, Calls.ANY),
    /** The account is empty. */
    NO_CREDIT(Stage.REFUSAL, Calls.ANY),
    /** Overloaded, nothing accepted. */
    UNAVAILABLE(Stage.REFUSAL, Calls.ANY),
    /** 307 to another host: {@code localhost}, where {@code /_elsewhere} counts who comes. */
    REDIRECT(Stage.REFUSAL, Calls.ANY),
    /** The prompt is not welcome, said at once. */
    CONTENT_AT_CREATE(Stage.REFUSAL, Calls.CREATE),
    /** Accepted and billed, then the connection ends without an answer. */
    BILL_THEN_DROP(Stage.ANSWER, Calls.CREATE),
    /** Accepted and billed, then the provider's word for a fault of its own. */
    ERROR_AFTER_BILLING(Stage.ANSWER, Calls.CREATE),
    /** Carried out, then half of the answer and the end of the connection. */
    CUT(Stage.ANSWER, Calls.CREATE),
    /** Carried out and never answered, until one side closes. */
    HANG(Stage.ANSWER, Calls.CREATE),
    /** Carried out, then JSON with its second half missing, as a whole answer. */
    MALFORMED(Stage.ANSWER, Calls.CREATE),
    /** Carried out, then a web page with the honest status. */
    HTML(Stage.ANSWER, Calls.CREATE),
    /** Carried out, then a proxy's web page with 502. */
    HTML_502(Stage.ANSWER, Calls.CREATE),
    /** Carried out, then 100 MB of JSON. */
    HUGE(Stage.ANSWER, Calls.CREATE),
    /** The answer comes late, whatever it is. */
    SLOW(Stage.DELAY, Calls.ANY),
    /** The job fails over its content when its time is over. */
    CONTENT_AT_POLL(Stage.JOB, Calls.ANY),
    /** The job shows a status word that nobody documented until it is done. */
    UNKNOWN_STATUS(Stage.JOB, Calls.ANY),
    /** The same, and it is never done. */
    UNKNOWN_STATUS_FOR_EVER(Stage.JOB, Calls.ANY),
    /** The job is not known any more from the next look on. */
    VANISH(Stage.JOB, Calls.ANY),
    /** The film's address leads nowhere. */
    GONE(Stage.FILM, Calls.ANY),
    /** The film's address has died, as signed ones do: 403. */
    LINK_EXPIRED(Stage.FILM, Calls.ANY),
    /** The connection ends in mid-film, at the film's first download. */
    TRUNCATED_FILM(Stage.FILM, Calls.ANY);

    private final Stage stage;
    private final Calls usual;

    Fault(Stage stage, Calls usual) {
        this.stage = stage;
        this.usual = usual;
    }

    /** The word that flags and the control door carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault with this word. */
    public static Optional<Fault> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Fault::word).toList();
    }

    Stage stage() {
        return stage;
    }

    /** The calls that it strikes when nobody says which. */
    public Calls usual() {
        return usual;
    }

    /** Where on the way of a job a fault takes hold. */
    enum Stage {
        /** Before anything is done. */
        REFUSAL,
        /** After everything is done. */
        ANSWER,
        /** Beside either. */
        DELAY,
        /** In the job itself. */
        JOB,
        /** At the download. */
        FILM
    }
}
