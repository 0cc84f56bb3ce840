package dev.wanvideo.e2e;

import java.util.function.Function;

/** What every client is asked to do, in this order; the last one ends the conversation. */
enum MatrixCase {
    LISTS("lists", Conversation::lists),
    MAKES_A_FILM("makes a film", Conversation::makesAFilm),
    HEARS_PROGRESS("hears progress", Conversation::hearsProgress),
    READS_AN_ERROR("reads an error", Conversation::readsAnError),
    CANCELS_A_FILM("cancels a film", Conversation::cancelsAFilm),
    CANCELS_A_CALL("cancels a call", Conversation::cancelsACall),
    SPEAKS_ITS_ERA("speaks", Conversation::speaksItsEra);

    private final String title;
    private final Function<Conversation, String> check;

    MatrixCase(String title, Function<Conversation, String> check) {
        this.title = title;
        this.check = check;
    }

    String title() {
        return title;
    }

    /** Does it; the answer is a word for the table, or nothing. */
    String in(Conversation conversation) {
        return check.apply(conversation);
    }
}
