package dev.wanvideo.kill;

/** Why it is still not known whether a provider took a film on. */
enum Doubt {
    NO_LIST("at providers without a list"),
    LIST_NOT_READ("whose list could not be read before the submission"),
    NOT_TAKEN_ON("not taken on, which no list tells before a quarter of an hour"),
    AMBIGUOUS("where the list may mean another task as well"),
    OUT_OF_SIGHT("too far down the list"),
    TOLD_BY_LIST("that the list tells");

    private final String words;

    Doubt(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
