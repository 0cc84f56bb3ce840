package dev.wanvideo.mcp;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant. */
final class NearestName {
    private NearestName() {}

    /** The known name that is a slip, another case or a part away from what was written; empty when none is. */
    static Optional<String> of(String written, Collection<String> known) {
        String wanted = plain(written);
        return known.stream()
                .filter(name -> distance(wanted, plain(name)) <= tolerance(name) || contains(wanted, plain(name)))
                .min(Comparator.comparing((String name) -> !words(name).contains(wanted))
                        .thenComparingInt(name -> distance(wanted, plain(name))));
    }

    /** {@code ratio} is a word of {@code aspect_ratio}, but only letters of {@code duration}. */
    private static List<String> words(String name) {
        return List.of(name.split("_"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static int tolerance(String name) {
        return Math.max(1, name.length() / 4);
    }

    private static boolean contains(String a, String b) {
        return a.length() > 3 && b.length() > 3 && (a.contains(b) || b.contains(a));
    }

    /** Levenshtein's distance: letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            advance(row, a.charAt(i - 1), b, i);
        }
        return row[b.length()];
    }

    private static void advance(int[] row, char letter, String b, int rowNumber) {
        int diagonal = row[0];
        row[0] = rowNumber;
        for (int j = 1; j <= b.length(); j++) {
            int changed = diagonal + (letter == b.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
