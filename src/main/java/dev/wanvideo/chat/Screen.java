package dev.wanvideo.chat;

import java.nio.file.Path;

/** What a person sees of a conversation. Called from several threads. */
public interface Screen {
    /** The next piece of the model's answer. */
    void text(String part);

    /** The model calls a tool. */
    void calling(String tool);

    /** How far the film of the call in flight is, 0 to 100. */
    void progress(int percent, String words);

    /** The call is over. */
    void returned();

    /** A film lies here. */
    void film(Path path);

    /** One sentence of this program's own. */
    void note(String sentence);

    /** The turn is over: what comes next begins on a new line. */
    void end();
}
