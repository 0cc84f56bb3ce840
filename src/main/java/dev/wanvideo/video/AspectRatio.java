package dev.wanvideo.video;

/** Width to height of a film. */
public enum AspectRatio {
    WIDE("16:9"),
    TALL("9:16"),
    SQUARE("1:1"),
    CLASSIC("4:3"),
    CLASSIC_TALL("3:4");

    private final String word;

    AspectRatio(String word) {
        this.word = word;
    }

    /** The word that arguments carry, e.g. {@code 16:9}. */
    public String word() {
        return word;
    }
}
