package dev.wanvideo.provider;

/** Where a provider's films are made. */
public enum Execution {
    /** On this machine, free; a cut-off run starts again. */
    LOCAL,
    /** By a paid service; a cut-off submission is never sent again blindly. */
    REMOTE
}
