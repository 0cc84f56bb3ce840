package dev.wanvideo.media.table;

import dev.wanvideo.video.MediaKind;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How one file of the table is made.
 *
 * @param name file name, which may lie about its content
 * @param kind what the file is offered as
 * @param refusal a part of the sentence by which the file is refused; empty when it can be used
 * @param maker writes the file
 */
record Recipe(String name, MediaKind kind, String refusal, Maker maker) {
    /** Writes one file. */
    interface Maker {
        void make(Kitchen kitchen, Path target) throws IOException, InterruptedException;
    }

    static Recipe picture(String name, Maker maker) {
        return new Recipe(name, MediaKind.IMAGE, "", maker);
    }

    static Recipe clip(String name, Maker maker) {
        return new Recipe(name, MediaKind.VIDEO, "", maker);
    }

    static Recipe voice(String name, Maker maker) {
        return new Recipe(name, MediaKind.VOICE, "", maker);
    }

    Recipe refused(String words) {
        return new Recipe(name, kind, words, maker);
    }

    boolean usable() {
        return refusal.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
