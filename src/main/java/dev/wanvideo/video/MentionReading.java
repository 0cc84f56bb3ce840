package dev.wanvideo.video;

import java.util.List;

/** What a prompt says about references. */
record MentionReading(List<Mention> mentions, List<Violation> violations, List<String> warnings) {
    MentionReading {
        mentions = List.copyOf(mentions);
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    static MentionReading of(String text, List<Reference> references) {
        return new MentionReader(text, new ReferenceRoll(references)).read();
    }
}
