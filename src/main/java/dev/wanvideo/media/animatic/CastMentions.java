package dev.wanvideo.media.animatic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of the cast in the caption of a shot. */
final class CastMentions {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final List<String> labels;
    private final List<Pattern> names;

    CastMentions(List<CastMember> cast) {
        this.labels = cast.stream().map(CastMember::label).toList();
        this.names = cast.stream().map(member -> pattern(member.label())).toList();
    }

    String label(int member) {
        return labels.get(member);
    }

    /** Mentions in the order of the text, none inside another. */
    List<Place> in(String caption) {
        List<Place> found = new ArrayList<>();
        for (int member = 0; member < names.size(); member++) {
            Matcher matcher = names.get(member).matcher(caption);
            while (matcher.find()) {
                found.add(new Place(matcher.start(), matcher.end(), member));
            }
        }
        found.sort(Comparator.comparingInt(Place::start).thenComparing(Place::end, Comparator.reverseOrder()));
        return withoutOverlaps(found);
    }

    private static List<Place> withoutOverlaps(List<Place> found) {
        List<Place> kept = new ArrayList<>();
        int end = 0;
        for (Place place : found) {
            if (place.start() >= end) {
                kept.add(place);
                end = place.end();
            }
        }
        return kept;
    }

    /** Neighbours count only where they are ASCII: scripts without blanks between words would never match otherwise. */
    private static Pattern pattern(String label) {
        StringBuilder words = new StringBuilder();
        for (String word : label.strip().split("[\\s_-]+")) {
            words.append(words.isEmpty() ? "" : "[\\s_-]*").append(Pattern.quote(word));
        }
        return Pattern.compile("@?(?<![A-Za-z0-9_])" + words + "(?![A-Za-z0-9_])", CASELESS);
    }

    /**
     * Where a member is named.
     *
     * @param member 0-based index into the cast
     */
    record Place(int start, int end, int member) {}
}
