package dev.wanvideo.provider;

/**
 * Somebody who takes files.
 *
 * @param id a provider's id, or {@link #BUCKET}
 * @param name for people
 */
public record UploadHost(String id, String name, Uploads uploads) {
    /** The id of the bucket of this server's owner. */
    public static final String BUCKET = "bucket";

    /** The bucket of this server's owner. */
    public static UploadHost bucket(Uploads uploads) {
        return new UploadHost(BUCKET, "your bucket", uploads);
    }

    /** Whether it is the bucket of this server's owner. */
    public boolean own() {
        return id.equals(BUCKET);
    }
}
