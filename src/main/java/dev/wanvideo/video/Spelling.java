package dev.wanvideo.video;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The spellings in which prompts name references. */
final class Spelling {
    /** Letters of scripts that part words by spaces, and digits: these carry a word on across what looks like its end. */
    static final String WORD = "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}_]";

    private static final String STARTS = "(?<!" + WORD + ")";
    private static final String DIGIT = "[0-9０-９]";

    // "an image 2 metres wide" speaks of any image; a label takes no article.
    private static final String NO_ARTICLE = "(?<!" + STARTS + "an?\\h)";

    // "video 3 times as long", "视频5秒", "video 16:9": a measure; taking it for a label would refuse a sound prompt.
    private static final String MEASURE =
            "times|seconds?|secs?|minutes?|hours?|days?|years?|metres?|meters?|feet|pixels?|percent";
    private static final String NO_MEASURE =
            "(?!" + WORD + "|[.:]" + DIGIT + "|\\h?-?(?:" + MEASURE + ")(?!" + WORD + ")|\\h?[%％秒倍]|\\h?分钟)";

    private static final String NAME = STARTS + "[@＠](?<name>\\p{L}[\\p{L}\\p{M}\\p{N}_-]*+)";
    private static final String ENGLISH =
            STARTS + NO_ARTICLE + "(?<word>image|video|character)\\h{0,2}(?<number>" + DIGIT + "++)" + NO_MEASURE;

    // 地图 is a map.
    private static final String CHINESE = "(?<han>(?<!地)图|视频)\\h{0,2}(?<hanNumber>" + DIGIT + "++)" + NO_MEASURE;
    private static final String SOLE =
            STARTS + "(?:the\\h{1,2})?reference\\h{1,2}(?<sole>image|video)(?!" + WORD + "|\\h{0,2}" + DIGIT + ")";

    /** Any of the above; the groups {@code name}, {@code word}, {@code han} and {@code sole} tell which. */
    static final Pattern ANY =
            Pattern.compile(String.join("|", NAME, ENGLISH, CHINESE, SOLE), Pattern.CASE_INSENSITIVE);

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Spelling() {}

    /** The kind that a word stands for; empty for words that stand for a reference of any kind. */
    static Optional<MediaKind> kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "image", "图" -> Optional.of(MediaKind.IMAGE);
            case "video", "视频" -> Optional.of(MediaKind.VIDEO);
            default -> Optional.empty();
        };
    }

    /** Whether a name may end at this offset although letters follow: in a script without spaces, or at a dash. */
    static boolean mayEnd(String run, int offset) {
        return run.substring(offset).chars().allMatch(c -> c == '-' || c == '_')
                || UNSPACED.contains(UnicodeScript.of(run.codePointAt(offset)));
    }
}
