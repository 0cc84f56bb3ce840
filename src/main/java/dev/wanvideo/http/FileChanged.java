package dev.wanvideo.http;

import java.io.IOException;

/** A file is not what it was when its upload was decided; nobody has got all of it. */
final class FileChanged extends IOException {
    static final String WORDS = "the file changed while it was being sent";
    private static final long serialVersionUID = 1L;

    FileChanged() {
        super(WORDS);
    }
}
