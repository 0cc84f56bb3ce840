package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.MediaKind;
import java.util.List;
import java.util.Optional;

/** How a host takes files: pure functions, one call after another. An upload costs nothing and may be repeated. */
public interface Uploads {
    /**
     * Why a file of this kind cannot go here, in words such as {@code takes PNG, JPEG and WebP pictures only}; empty
     * when it can.
     *
     * @param type MIME type by content
     */
    Optional<String> objection(MediaKind kind, String type, long bytes);

    /**
     * What the addresses of uploads are good for beside the account, e.g. a host and a model: an address that was given
     * elsewhere is not used here.
     */
    default String scope() {
        return "";
    }

    /** What to do first. */
    UploadStep first(UploadFile file);

    /**
     * What to do after these answers.
     *
     * @param answers to the calls so far, oldest first; at least one
     */
    UploadStep next(UploadFile file, List<ApiReply> answers);
}
