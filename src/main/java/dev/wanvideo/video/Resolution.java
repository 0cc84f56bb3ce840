package dev.wanvideo.video;

/** The quality classes of WAN 2.7. */
public enum Resolution {
    P720("720p"),
    P1080("1080p");

    private final String word;

    Resolution(String word) {
        this.word = word;
    }

    /** The word that arguments carry, e.g. {@code 720p}. */
    public String word() {
        return word;
    }
}
