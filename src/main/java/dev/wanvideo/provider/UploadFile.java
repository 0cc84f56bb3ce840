package dev.wanvideo.provider;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file to upload, without its place on this machine.
 *
 * @param name ASCII letters, digits, dots and dashes, made from content and type; never the caller's
 * @param type MIME type by content
 * @param sha256 of the content, in hexadecimal
 */
public record UploadFile(String name, String type, long bytes, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int TOLD = 16;

    public UploadFile {
        if (!NAME.matcher(name).matches() || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("an upload is named by its content");
        }
    }

    /** Named after its content and its type. */
    public static UploadFile of(String type, long bytes, String sha256) {
        String ending = extension(type).map(letters -> "." + letters).orElse("");
        return new UploadFile(sha256.substring(0, TOLD) + ending, type, bytes, sha256);
    }

    private static Optional<String> extension(String type) {
        return switch (type) {
            case "image/jpeg" -> Optional.of("jpg");
            case "image/png" -> Optional.of("png");
            case "image/bmp" -> Optional.of("bmp");
            case "image/webp" -> Optional.of("webp");
            case "image/gif" -> Optional.of("gif");
            case "video/mp4" -> Optional.of("mp4");
            case "video/quicktime" -> Optional.of("mov");
            case "audio/wav" -> Optional.of("wav");
            case "audio/mpeg" -> Optional.of("mp3");
            case "audio/flac" -> Optional.of("flac");
            default -> Optional.empty();
        };
    }
}
