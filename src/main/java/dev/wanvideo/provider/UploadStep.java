package dev.wanvideo.provider;

import dev.wanvideo.video.Category;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What comes next in an upload. */
public sealed interface UploadStep {
    /** Make this call, then ask again with its answer. */
    record Call(OutgoingUpload call) implements UploadStep {}

    /**
     * The file is there.
     *
     * @param address what a request names it by, {@code https} or of the provider's own scheme
     * @param lives how long the address works, from now on
     */
    record Done(URI address, Duration lives) implements UploadStep {}

    /**
     * The host said no.
     *
     * @param message the host's words, with a sentence on what to do
     * @param retryAfter how long it asks to be left alone; of categories that pass by themselves the upload is repeated
     */
    record Refused(Category category, String message, Optional<Duration> retryAfter) implements UploadStep {
        /** Without a time. */
        public static Refused of(Category category, String message) {
            return new Refused(category, message, Optional.empty());
        }
    }
}
