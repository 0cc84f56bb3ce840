package dev.wanvideo.video;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A prompt as it was understood: which references it names where, in any of the spellings WAN 2.7 users write, and
 * which shots it tells.
 */
public final class Prompt {
    private final String text;
    private final MentionReading reading;
    private final ShotScript script;
    private final CraftDoubts craft;

    private Prompt(String text, MentionReading reading, ShotScript script, CraftDoubts craft) {
        this.text = text;
        this.reading = reading;
        this.script = script;
        this.craft = craft;
    }

    /** Reads a prompt that speaks about these references. */
    public static Prompt read(String text, List<Reference> references) {
        MentionReading reading = MentionReading.of(text, references);
        return new Prompt(text, reading, ShotScript.of(text), new CraftDoubts(text, reading.mentions(), references));
    }

    /** The prompt as written. */
    public String text() {
        return text;
    }

    /** Every place that names a reference, in reading order. */
    public List<Mention> mentions() {
        return reading.mentions();
    }

    /** The shots as written; empty when the prompt tells none. */
    public List<Shot> shots() {
        return script.shots();
    }

    /** What is said before the first shot; the entire prompt when it tells none. */
    public String overall() {
        return script.overall();
    }

    /** The names and numbers that stand for no reference. */
    public List<Violation> violations() {
        return reading.violations();
    }

    /** What is probably not meant, such as a reference that is never mentioned, or known to go wrong. */
    public List<String> warnings() {
        return Stream.concat(reading.warnings().stream(), craft.all().stream()).toList();
    }

    /** What does not fit in the shots of a film of this length; the film is made all the same. */
    public List<String> shotWarnings(long seconds) {
        return script.warnings(seconds);
    }

    /** Shots that cover a film of this length without a gap, at least one, each with a caption. */
    public List<Shot> timeline(long seconds) {
        return script.timeline(seconds);
    }

    /** What {@code shot_type} means when nobody set it: several takes when the prompt tells two shots or more. */
    public ShotType shotType() {
        return shots().size() > 1 ? ShotType.MULTI : ShotType.SINGLE;
    }

    /** The prompt with each mention replaced by what a dialect calls its reference. */
    public String render(Function<Mention, String> spelling) {
        StringBuilder rendered = new StringBuilder(text.length());
        int copied = 0;
        for (Mention mention : mentions()) {
            rendered.append(text, copied, mention.start()).append(spelling.apply(mention));
            copied = mention.end();
        }
        return rendered.append(text, copied, text.length()).toString();
    }
}
