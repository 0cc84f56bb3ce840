package dev.wanvideo.video;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Goes through one prompt once, and tells each mention from what only looks like one. */
final class MentionReader {
    private static final int MOST_DIGITS = 6;

    private final String text;
    private final ReferenceRoll roll;
    private final Matcher matcher;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    MentionReader(String text, ReferenceRoll roll) {
        this.text = text;
        this.roll = roll;
        this.matcher = Spelling.ANY.matcher(text);
    }

    MentionReading read() {
        int next = 0;
        while (matcher.find(next)) {
            next = readMatch();
        }
        roll.indices()
                .filter(index -> mentions.stream().noneMatch(m -> m.reference() == index))
                .forEach(this::warnOfUnmentioned);
        return new MentionReading(mentions, List.copyOf(violations), List.copyOf(warnings));
    }

    /** Takes in what was found, and returns where to go on. */
    private int readMatch() {
        if (matcher.group("name") != null) {
            return readName(matcher.start(), matcher.group("name"));
        }
        if (matcher.group("sole") != null) {
            readSole();
        } else {
            readNumber(matcher.start());
        }
        return matcher.end();
    }

    private int readName(int sign, String run) {
        String name =
                roll.named(run).isPresent() ? run : roll.nameBeginning(run).orElse("");
        int end = sign + 1 + name.length();
        if (!name.isEmpty()) {
            roll.named(name).ifPresent(index -> mentions.add(new Mention(sign, end, index)));
            return end;
        }
        if (matcher.find(end) && matcher.start() == end && matcher.group("sole") == null) {
            readNumber(sign); // "@Image1"
            return matcher.end();
        }
        tellUnknownName("@" + run);
        return end;
    }

    private void tellUnknownName(String written) {
        String names = roll.names();
        if (names.isEmpty()) {
            warnings.add(written + " is taken as plain text: no reference has a name; to name one, write "
                    + roll.numbers() + ".");
        } else {
            violations.add(Violation.of(Field.PROMPT.word(), written, names));
        }
    }

    private void readNumber(int start) {
        boolean chinese = matcher.group("han") != null;
        String word = matcher.group(chinese ? "han" : "word");
        String digits = matcher.group(chinese ? "hanNumber" : "number");
        // Numbers too long for an int are out of range like any other.
        int number = digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
        Optional<MediaKind> kind = Spelling.kind(word);
        roll.numbered(kind, number)
                .ifPresentOrElse(
                        index -> mentions.add(new Mention(start, matcher.end(), index)),
                        () -> violations.add(Violation.of(
                                Field.PROMPT.word(), text.substring(start, matcher.end()), existing(kind))));
    }

    private String existing(Optional<MediaKind> kind) {
        int entries = roll.references().size();
        return kind.isEmpty() && entries > 0 ? "character1 to character" + entries : "only " + roll.numbers();
    }

    private void readSole() {
        MediaKind kind = Spelling.kind(matcher.group("sole")).orElseThrow();
        long count = roll.count(kind);
        if (count == 1) {
            roll.numbered(Optional.of(kind), 1)
                    .ifPresent(index -> mentions.add(new Mention(matcher.start(), matcher.end(), index)));
        } else {
            warnings.add("\"" + matcher.group() + "\" is taken as plain text: there are " + count
                    + " of that kind; to name a reference, write " + roll.numbers() + ".");
        }
    }

    private void warnOfUnmentioned(int index) {
        String name =
                roll.references().get(index).name().map(n -> "@" + n + " or ").orElse("");
        warnings.add("references[" + index + "] is never mentioned in the prompt; write " + name + roll.number(index)
                + " where it appears.");
    }
}
