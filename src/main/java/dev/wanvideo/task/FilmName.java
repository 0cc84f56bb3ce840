package dev.wanvideo.task;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A file name that a person recognises, e.g. {@code 2026-11-20 anna-and-robot-dance 5tz0k1.mp4}. */
final class FilmName {
    private static final int LONGEST_SLUG = 40;
    private static final int ID_CHARACTERS = 6;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{ASCII}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private FilmName() {}

    static String of(LocalDate day, String prompt, String id) {
        return of(day, prompt, id, PathText::writable);
    }

    /** Keeps to letters that every system takes when the file system or the locale refuses those of the prompt. */
    static String of(LocalDate day, String prompt, String id, Predicate<String> possible) {
        String slug = slug(FilmTitle.of(prompt));
        String chosen = possible.test(slug) ? slug : slug(FOREIGN.matcher(slug).replaceAll("-"));
        return day + " " + chosen + " " + id.substring(id.length() - ID_CHARACTERS) + ".mp4";
    }

    /** The first words of a title in letters and digits of any script, at most 40 characters. */
    static String slug(String title) {
        String plain =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        String words = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String slug = cut(trimmed(OTHER.matcher(words).replaceAll("-")));
        return slug.isEmpty() ? "film" : slug;
    }

    private static String cut(String slug) {
        if (slug.codePointCount(0, slug.length()) <= LONGEST_SLUG) {
            return slug;
        }
        int end = slug.offsetByCodePoints(0, LONGEST_SLUG);
        int word = slug.lastIndexOf('-', end);
        return trimmed(slug.substring(0, word > 0 ? word : end));
    }

    private static String trimmed(String slug) {
        return EDGES.matcher(slug).replaceAll("");
    }
}
