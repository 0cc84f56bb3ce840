package dev.wanvideo.bench;

import java.io.IOException;

/** One thing that is measured. */
interface Chapter {
    /** As it is asked for on the command line. */
    String name();

    /** Measures, and tells it in Markdown, with a heading. */
    String text(Grounds grounds) throws IOException, InterruptedException;
}
