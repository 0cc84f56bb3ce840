package dev.wanvideo.mcp;

import dev.wanvideo.media.Look;
import dev.wanvideo.media.Mend;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestMedia;
import dev.wanvideo.video.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a look at every picture, clip and voice of a request found. */
final class MediaLooks {

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> mended = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Category> categories = EnumSet.noneOf(Category.class);
    private final Map<String, MediaFacts> facts = new HashMap<>();

    private MediaLooks() {}

    /** Looks at all of them, and goes on when one cannot be used, so that the caller learns of all at once. */
    static MediaLooks at(ReferenceVideoRequest request, ReferenceFiles files) throws InterruptedException {
        List<RequestMedia> media = RequestMedia.of(request);
        Map<String, Look> found =
                files.look(media, Mend.wished(request.switches().fixMedia()));
        MediaLooks looks = new MediaLooks();
        for (RequestMedia one : media) {
            looks.add(one.field(), one.source(), found.get(one.field()));
        }
        return looks;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What is known about them, for those who must judge or price them. */
    MediaFindings findings() {
        return new MediaFindings(facts, mended);
    }

    /** The one kind of trouble that all refused media share; a bad request where they differ. */
    Category category() {
        return categories.size() == 1 ? categories.iterator().next() : Category.INVALID_REQUEST;
    }

    private void mend(String field, MediaSource source, MediaFacts before, String words) {
        warnings.add(field + " " + words);
        mended.add(source.text());
        facts.put(source.text(), afterMending(before));
    }

    /** Type and opacity are known beforehand; size and length fit every host, and are told once it is mended. */
    private static MediaFacts afterMending(MediaFacts before) {
        String type = before.type().equals("image/jpeg") ? before.type() : "image/png";
        return new MediaFacts(type, 0, Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty());
    }

    private void add(String field, MediaSource source, @Nullable Look look) {
        if (look instanceof Look.Seen seen) {
            facts.put(source.text(), seen.facts());
            seen.mending().ifPresent(words -> mend(field, source, seen.facts(), words));
            seen.doubt().ifPresent(words -> warnings.add(field + ": " + words));
        } else if (look instanceof Look.Unprobed unprobed) {
            warnings.add(field + ": " + unprobed.why());
        } else if (look instanceof Look.Refused refused) {
            violations.add(Violation.of(field, source.text(), refused.limit() + " (" + refused.message() + ")"));
            categories.add(refused.category());
        }
    }
}
