package dev.wanvideo.task;

import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.Shot;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a prompt by which a person recognises the film: what happens, without the words that lead up to it. */
final class FilmTitle {
    private static final Pattern LABEL = lead(
            "[\\[【(*#]*(?:overall(?: (?:style|look|mood|tone|description|scene))?|style|prompt|scene|setting"
                    + "|description|video|film|title|整体(?:风格|描述)?|总体(?:风格|描述)?|风格|场景|画面|提示词)\\h?\\d{0,3}[\\]】)*]*\\h*[:：]");

    private static final Pattern SHOT =
            lead("(?:shot|镜头)\\h?\\d{1,3}\\h*(?:[\\[［【(（][^\\]］】)）]{0,30}[\\]］】)）])?\\h*[:：,，.\\-–—]?");

    private static final Pattern FRAMING = lead(
            "(?:(?:an? |the )?(?:(?:extreme|slow|static|handheld|establishing|medium|wide|long|full|low|high|aerial|drone|tracking|cinematic|close)[ -]?){1,4}"
                    + "(?:up|shot|angle|view)?\\h*(?:of|[:：,，–—-])|全景|远景|中景|近景|特写)[:：,，]?");

    private static final Pattern ORDER = lead(
            "(?:please )?(?:make|create|generate|produce|render|film|shoot|show)(?: me)?(?: an?| the)?"
                    + "(?: [\\p{L}\\d.-]{1,20}){0,4}? (?:video|film|clip|movie|animation|scene|shot)(?: of| about| where| in which| showing| with|:)");

    private static final List<Pattern> LEADS = List.of(LABEL, SHOT, FRAMING, ORDER);

    private FilmTitle() {}

    private static Pattern lead(String words) {
        return Pattern.compile("^\\s*(?:" + words + ")\\s*", Pattern.CASE_INSENSITIVE);
    }

    /** What is said before the first shot tells how the film looks, its first shot what it is about. */
    static String of(String prompt) {
        Prompt read = Prompt.read(prompt, List.of());
        boolean styled = LABEL.matcher(read.overall()).lookingAt();
        String told = read.shots().stream()
                .filter(shot -> styled || read.overall().isBlank())
                .map(Shot::caption)
                .map(FilmTitle::withoutLeads)
                .filter(caption -> !caption.isBlank())
                .findFirst()
                .orElseGet(() -> withoutLeads(prompt));
        return told.isBlank() ? prompt : told;
    }

    private static String withoutLeads(String text) {
        String rest = text;
        for (boolean more = true; more; ) {
            more = false;
            for (Pattern lead : LEADS) {
                Matcher found = lead.matcher(rest);
                if (found.lookingAt() && found.end() > 0) {
                    rest = rest.substring(found.end());
                    more = true;
                }
            }
        }
        return rest;
    }
}
