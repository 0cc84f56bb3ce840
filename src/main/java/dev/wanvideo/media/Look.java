package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;

/** What a first look at a reference told. */
public sealed interface Look {
    /** It is there, and of the right kind and size. */
    record Seen(MediaFacts facts) implements Look {}

    /** Nothing speaks against it, but its content was not looked at. */
    record Unprobed(String why) implements Look {}

    /** It cannot be used; the message names no path that the caller did not give. */
    record Refused(Category category, String message, String limit) implements Look {}
}
