package dev.wanvideo.video;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that open a shot, e.g. {@code Shot 1 [0-3s]} or {@code 镜头1 [0-3秒]}.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 */
record ShotHeader(int start, int end, int number, double from, double to) {
    private static final String OPENING = "(?<!" + Spelling.WORD + ")(?:shot|镜头)\\h{0,2}(?<number>[0-9]{1,3})";
    private static final String TIME = "(?:[0-9]{1,2}:)?[0-9]{1,4}(?:[.,][0-9]{1,3})?";
    private static final String UNIT = "\\h?(?:seconds?|secs?|s|秒)?\\h?";
    private static final String BRACKET = "[\\[［【(（]\\h?";
    private static final Pattern TIMED = Pattern.compile(
            OPENING + "\\h{0,2}[:：,，]?\\h{0,2}" + BRACKET + "(?<from>" + TIME + ")" + UNIT
                    + "(?:[-‐‑–—−~～至到]|to)\\h?(?<to>" + TIME + ")" + UNIT + "[\\]］】)）]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIMED =
            Pattern.compile(OPENING + "\\h{0,2}[:：](?!\\h{0,2}" + BRACKET + "[0-9])", Pattern.CASE_INSENSITIVE);

    /** Every opening that says a time, in reading order. */
    static List<ShotHeader> timed(String text) {
        List<ShotHeader> headers = new ArrayList<>();
        Matcher matcher = TIMED.matcher(text);
        while (matcher.find()) {
            headers.add(new ShotHeader(
                    matcher.start(),
                    matcher.end(),
                    Integer.parseInt(matcher.group("number")),
                    seconds(matcher.group("from")),
                    seconds(matcher.group("to"))));
        }
        return headers;
    }

    /** The numbers of shots that say what happens and not when. */
    static List<Integer> untimed(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = UNTIMED.matcher(text);
        while (matcher.find()) {
            numbers.add(Integer.parseInt(matcher.group("number")));
        }
        return numbers;
    }

    /** {@code 3}, {@code 0.5}, {@code 0,5} or {@code 1:30}. */
    private static double seconds(String written) {
        int colon = written.indexOf(':');
        double rest = Double.parseDouble(written.substring(colon + 1).replace(',', '.'));
        return colon < 0 ? rest : 60 * Integer.parseInt(written.substring(0, colon)) + rest;
    }
}
