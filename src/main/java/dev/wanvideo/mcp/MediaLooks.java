package dev.wanvideo.mcp;

import dev.wanvideo.media.Look;
import dev.wanvideo.media.Mend;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a look at every picture, clip and voice of a request found. */
final class MediaLooks {
    private final ReferenceFiles files;
    private final Mend mend;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Category> categories = EnumSet.noneOf(Category.class);

    private MediaLooks(ReferenceFiles files, Mend mend) {
        this.files = files;
        this.mend = mend;
    }

    /** Looks at all of them, and goes on when one cannot be used, so that the caller learns of all at once. */
    static MediaLooks at(ReferenceVideoRequest request, ReferenceFiles files) throws InterruptedException {
        MediaLooks looks = new MediaLooks(files, Mend.wished(request.switches().fixMedia()));
        List<Reference> references = request.references();
        for (int i = 0; i < references.size(); i++) {
            looks.at("references[" + i + "].", references.get(i));
        }
        if (request.startImage().isPresent()) {
            looks.at("start_image", request.startImage().get(), MediaKind.IMAGE);
        }
        return looks;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The one kind of trouble that all refused media share; a bad request where they differ. */
    Category category() {
        return categories.size() == 1 ? categories.iterator().next() : Category.INVALID_REQUEST;
    }

    private void at(String place, Reference reference) throws InterruptedException {
        at(place + reference.kind().name().toLowerCase(Locale.ROOT), reference.media(), reference.kind());
        if (reference.voice().isPresent()) {
            at(place + "voice", reference.voice().get(), MediaKind.VOICE);
        }
    }

    private void at(String field, MediaSource source, MediaKind kind) throws InterruptedException {
        Look look = files.look(source, kind, mend);
        if (look instanceof Look.Seen seen) {
            seen.mending().ifPresent(words -> warnings.add(field + " " + words));
        } else if (look instanceof Look.Unprobed unprobed) {
            warnings.add(field + ": " + unprobed.why());
        } else if (look instanceof Look.Refused refused) {
            violations.add(Violation.of(field, source.text(), refused.limit() + " (" + refused.message() + ")"));
            categories.add(refused.category());
        }
    }
}
