package dev.wanvideo.provider;

import java.util.regex.Pattern;

/**
 * The reasons that the service behind WAN 2.7 gives, for hosts that pass them on and document none of their own.
 *
 * <p>Source: https://www.alibabacloud.com/help/en/model-studio/error-code (read 2026-11-20).
 */
public final class ModelReasons {
    // InvalidParameter.DataInspection is another matter: media that could not be fetched or read.
    private static final Pattern CONTENT = Pattern.compile(
            "(?i)(?<!InvalidParameter\\.)(?<!during the )data.?inspection|infringement|inappropriate|sensitive|nsfw"
                    + "|moderation|content.?polic");

    private ModelReasons() {}

    /** Whether a host's words say that the prompt or a reference is not welcome. */
    public static boolean refuseContent(String words) {
        return CONTENT.matcher(words).find();
    }
}
