package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import java.util.Optional;

/** What a first look at a reference told. */
public sealed interface Look {
    /**
     * It is there and can be used.
     *
     * @param facts about the file as it lies there
     * @param mending what will be done to it first, in words that follow its name: {@code will be turned upright}
     * @param doubt what of it could not be told, and why
     */
    record Seen(MediaFacts facts, Optional<String> mending, Optional<String> doubt) implements Look {}

    /** Nothing speaks against it, but its content was not looked at. */
    record Unprobed(String why) implements Look {}

    /** It cannot be used; the message names no path that the caller did not give. */
    record Refused(Category category, String message, String limit) implements Look {}
}
