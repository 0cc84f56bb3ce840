package dev.wanvideo.task;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadStep;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.MediaKind;
import java.util.List;
import java.util.Optional;

/** Uploads of pictures that a {@link ScriptedGateway} carries out. */
record PictureUploads(String scope) implements Uploads {
    @Override
    public Optional<String> objection(MediaKind kind, String type, long bytes) {
        return kind == MediaKind.IMAGE ? Optional.empty() : Optional.of(scope + " takes pictures only");
    }

    @Override
    public UploadStep first(UploadFile file) {
        throw new UnsupportedOperationException("the gateway is scripted");
    }

    @Override
    public UploadStep next(UploadFile file, List<ApiReply> answers) {
        throw new UnsupportedOperationException("the gateway is scripted");
    }
}
