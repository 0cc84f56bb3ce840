package dev.wanvideo.media.animatic;

/** Told how far a render is, and asked whether it is still wanted. */
public interface RenderProgress {
    /** Called now and then with 0-100; never goes back. */
    void at(int percent);

    /** Whether the render should stop; asked before every frame. */
    boolean cancelled();
}
