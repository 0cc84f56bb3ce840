package dev.wanvideo.media;

/** How far a reference may be changed so that it can be used. */
public enum Mend {
    /** Not at all: it is taken as it is, or refused. */
    NOTHING,
    /**
     * A picture is scaled down, turned upright, laid on white and encoded anew where that makes it fit for every host.
     * What would lose or invent something is refused all the same, and so is every clip and voice that does not fit.
     */
    PICTURES;

    /** The caller's wish. */
    public static Mend wished(boolean wished) {
        return wished ? PICTURES : NOTHING;
    }
}
