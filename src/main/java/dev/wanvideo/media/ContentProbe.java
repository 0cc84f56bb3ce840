package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a local file is by its content and holds it against the limits for its use. */
final class ContentProbe {
    private final MediaKind kind;
    private final MediaLimits limits;

    ContentProbe(MediaLimits limits) {
        this.kind = limits.kind();
        this.limits = limits;
    }

    /**
     * What is known of a file that can be used.
     *
     * @param doubt what could not be told, and why, as a sentence without its end
     */
    record Finding(MediaFacts facts, Optional<String> doubt) {}

    /** The facts of a local file that can be used; anything else is a problem in words. */
    MediaFacts probe(Path file) throws MediaProblem, InterruptedException {
        try (FileBytes bytes = FileBytes.open(file)) {
            return probe(bytes).facts();
        } catch (IOException e) {
            Interruption.check();
            throw unreadable();
        }
    }

    /** The facts of a file that can be used, as far as its bytes can be had; anything else is a problem in words. */
    Finding probe(Bytes bytes) throws MediaProblem, InterruptedException {
        try {
            checkLength(bytes);
            Finding found = finding(bytes, type(bytes));
            Optional<String> objection = limits.objection(found.facts());
            if (objection.isPresent()) {
                throw problem(Category.INVALID_REQUEST, objection.get());
            }
            return found;
        } catch (EOFException e) {
            Interruption.check();
            throw problem(Category.INVALID_REQUEST, "the file is cut off: its end is missing");
        } catch (IOException e) {
            Interruption.check();
            throw unreadable();
        }
    }

    MediaProblem unreadable() {
        return problem(Category.INVALID_REQUEST, "the file cannot be read as " + noun(kind) + "; it may be damaged");
    }

    /** A file is not to blame for bytes that could not be had: then its type is all that is known. */
    private Finding finding(Bytes bytes, ContentType type) throws MediaProblem, IOException {
        try {
            MediaFacts facts = facts(bytes, type);
            Optional<String> doubt = Doubts.about(facts, kind, bytes);
            return new Finding(facts, doubt.isPresent() ? doubt : end(bytes, type));
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            if (bytes.lack().isEmpty()) {
                throw e;
            }
            MediaFacts facts = new MediaFacts(type.mime(), told(bytes), Optional.empty(), Optional.empty());
            return new Finding(facts, Doubts.about(facts, kind, bytes));
        }
    }

    private Optional<String> end(Bytes bytes, ContentType type) throws IOException {
        try {
            return kind == MediaKind.IMAGE ? PictureEnd.doubt(bytes, type) : Optional.empty();
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return Optional.of("whether its end is there could not be told: "
                    + bytes.lack().orElse("it could not be read"));
        }
    }

    private void checkLength(Bytes bytes) throws MediaProblem {
        long length = bytes.length();
        if (length == 0) {
            throw problem(Category.INVALID_REQUEST, "the file is empty");
        }
        if (bytes.lengthTold() && length > limits.bytes()) {
            throw problem(Category.INVALID_REQUEST, "the file has " + length + " bytes, which is too large");
        }
    }

    private ContentType type(Bytes bytes) throws MediaProblem, IOException {
        Optional<ContentType> found = Signature.of(bytes.upTo(0, Signature.LENGTH));
        ContentType type = found.orElseThrow(() ->
                problem(Category.INVALID_REQUEST, "its content is not " + noun(kind) + ", whatever its name says"));
        if (limits.types().contains(type)) {
            return type;
        }
        String what = "its content is " + type.words();
        if (type.kind().isEmpty() || type.kind().get() == kind) {
            throw problem(Category.UNSUPPORTED, what + ", which cannot be used here");
        }
        throw problem(Category.INVALID_REQUEST, what + ", not " + noun(kind) + "; it belongs in " + place(type));
    }

    private MediaFacts facts(Bytes bytes, ContentType type) throws MediaProblem, IOException {
        return switch (kind) {
            case IMAGE -> picture(bytes, type);
            case VIDEO -> film(bytes, type);
            case VOICE -> new MediaFacts(type.mime(), told(bytes), Optional.empty(), SoundLength.of(type, bytes));
        };
    }

    private MediaFacts picture(Bytes bytes, ContentType type) throws MediaProblem, IOException {
        PictureEnd.check(bytes, type);
        Optional<FrameSize> size = PictureHeader.size(bytes, type);
        if (size.isEmpty()) {
            throw problem(Category.INVALID_REQUEST, "it is less than two pixels wide or high");
        }
        Optional<Boolean> transparent = Transparency.of(bytes, type);
        return new MediaFacts(type.mime(), told(bytes), size, Optional.empty(), transparent, Optional.empty());
    }

    private MediaFacts film(Bytes bytes, ContentType type) throws MediaProblem, IOException {
        Mp4BoxReader.Film film = new Mp4BoxReader(bytes).read();
        if (!film.picture()) {
            throw problem(Category.INVALID_REQUEST, "the file holds no moving picture");
        }
        Optional<Boolean> audio = Optional.of(film.sound());
        return new MediaFacts(type.mime(), told(bytes), film.size(), film.seconds(), Optional.empty(), audio);
    }

    private static long told(Bytes bytes) {
        return bytes.lengthTold() ? bytes.length() : 0;
    }

    private MediaProblem problem(Category category, String message) {
        return new MediaProblem(category, message, limits.words());
    }

    private static String noun(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "a picture";
            case VIDEO -> "a video";
            case VOICE -> "a voice recording";
        };
    }

    private static String place(ContentType type) {
        return type.kind()
                .map(kind -> "`" + kind.name().toLowerCase(Locale.ROOT) + "`")
                .orElse("no argument");
    }
}
