package dev.wanvideo.media;

import dev.wanvideo.http.WebAddress;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaSource;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a caller wrote for a picture, clip or voice: an address or a local path. */
public final class SourceText {
    static final String LIMIT = "an https address, or a local path (absolute, ~/… or file://…)";

    /** Two letters at least: one is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 8000;

    private SourceText() {}

    /** The source that the text names; nothing is looked up. Any other scheme than http, https and file is a problem. */
    public static MediaSource parse(String text) throws MediaProblem {
        String bare = text.strip();
        // Before its length is judged: models hand over whole pictures in this way.
        if (bare.regionMatches(true, 0, "data:", 0, 5)) {
            throw problem("data: addresses are not read; save the file and give its path");
        }
        if (bare.isEmpty() || bare.length() > LONGEST || CONTROL.matcher(bare).find()) {
            throw problem("the address or path is empty, too long, or holds control characters");
        }
        Matcher scheme = SCHEME.matcher(bare);
        return scheme.matches()
                ? withScheme(scheme.group(1).toLowerCase(Locale.ROOT), bare)
                : new MediaSource.Local(bare);
    }

    private static MediaSource withScheme(String scheme, String text) throws MediaProblem {
        return switch (scheme) {
            case "file" -> new MediaSource.Local(text);
            case "http", "https" ->
                WebAddress.parse(text)
                        .map(MediaSource.Remote::new)
                        .orElseThrow(() -> problem("the address is not written correctly"));
            default -> throw problem("addresses that begin with " + scheme + ": are not read");
        };
    }

    private static MediaProblem problem(String message) {
        return new MediaProblem(Category.INVALID_REQUEST, message, LIMIT);
    }
}
