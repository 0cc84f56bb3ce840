package dev.wanvideo.media;

import dev.wanvideo.video.MediaKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file formats that are told apart, usable or not, so that a refusal can name what it refuses. */
enum ContentType {
    JPEG("image/jpeg", "a JPEG picture", MediaKind.IMAGE),
    PNG("image/png", "a PNG picture", MediaKind.IMAGE),
    WEBP("image/webp", "a WEBP picture", MediaKind.IMAGE),
    BMP("image/bmp", "a BMP picture", MediaKind.IMAGE),
    GIF("image/gif", "a GIF picture", MediaKind.IMAGE),
    TIFF("image/tiff", "a TIFF picture", MediaKind.IMAGE),
    HEIC("image/heic", "a HEIC picture", MediaKind.IMAGE),
    AVIF("image/avif", "an AVIF picture", MediaKind.IMAGE),
    MP4("video/mp4", "an MP4 video", MediaKind.VIDEO),
    MOV("video/quicktime", "a MOV video", MediaKind.VIDEO),
    WEBM("video/webm", "a WebM video", MediaKind.VIDEO),
    MKV("video/x-matroska", "a Matroska video", MediaKind.VIDEO),
    AVI("video/x-msvideo", "an AVI video", MediaKind.VIDEO),
    WAV("audio/wav", "a WAV sound", MediaKind.VOICE),
    MP3("audio/mpeg", "an MP3 sound", MediaKind.VOICE),
    FLAC("audio/flac", "a FLAC sound", MediaKind.VOICE),
    OGG("audio/ogg", "an Ogg sound", MediaKind.VOICE),
    AAC("audio/aac", "an AAC sound", MediaKind.VOICE),
    M4A("audio/mp4", "an M4A sound", MediaKind.VOICE),
    HTML("text/html", "a web page (HTML)", null),
    PDF("application/pdf", "a PDF document", null),
    ZIP("application/zip", "a ZIP archive", null);

    private final String mime;
    private final String words;
    private final Optional<MediaKind> kind;

    ContentType(String mime, String words, @Nullable MediaKind kind) {
        this.mime = mime;
        this.words = words;
        this.kind = Optional.ofNullable(kind);
    }

    /** The one that is known by this MIME type. */
    static ContentType ofMime(String mime) {
        return Arrays.stream(values())
                .filter(type -> type.mime.equals(mime))
                .findFirst()
                .orElseThrow();
    }

    String mime() {
        return mime;
    }

    /** With its article, e.g. {@code a PNG picture}. */
    String words() {
        return words;
    }

    /** What it can be to a film; empty for what is no media at all. */
    Optional<MediaKind> kind() {
        return kind;
    }
}
