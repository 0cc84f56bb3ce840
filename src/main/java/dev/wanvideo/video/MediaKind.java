package dev.wanvideo.video;

/** What a media file is to a film; the argument name is the kind in lower case. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    VOICE
}
