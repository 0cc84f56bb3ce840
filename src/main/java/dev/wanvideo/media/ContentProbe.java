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

    /** The facts of a file that can be used; anything else is a problem in words. */
    MediaFacts probe(Path file) throws MediaProblem, InterruptedException {
        try (FileBytes bytes = FileBytes.open(file)) {
            checkLength(bytes.length());
            MediaFacts facts = facts(file, bytes, type(bytes));
            Optional<String> objection = limits.objection(facts);
            if (objection.isPresent()) {
                throw problem(Category.INVALID_REQUEST, objection.get());
            }
            return facts;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (EOFException e) {
            throw problem(Category.INVALID_REQUEST, "the file is cut off: its end is missing");
        } catch (IOException e) {
            throw problem(Category.INVALID_REQUEST, "the file cannot be read as " + noun(kind) + "; it may be damaged");
        }
    }

    private void checkLength(long length) throws MediaProblem {
        if (length == 0) {
            throw problem(Category.INVALID_REQUEST, "the file is empty");
        }
        if (length > limits.bytes()) {
            throw problem(Category.INVALID_REQUEST, "the file has " + length + " bytes, which is too large");
        }
    }

    private ContentType type(FileBytes bytes) throws MediaProblem, IOException {
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

    private MediaFacts facts(Path file, FileBytes bytes, ContentType type) throws MediaProblem, IOException {
        return switch (kind) {
            case IMAGE -> picture(file, bytes, type);
            case VIDEO -> film(bytes, type);
            case VOICE -> new MediaFacts(type.mime(), bytes.length(), Optional.empty(), SoundLength.of(type, bytes));
        };
    }

    private MediaFacts picture(Path file, FileBytes bytes, ContentType type) throws MediaProblem, IOException {
        PictureHeader.checkWhole(bytes, type);
        Optional<FrameSize> size = PictureHeader.size(file, type);
        if (size.isEmpty()) {
            throw problem(Category.INVALID_REQUEST, "it is less than two pixels wide or high");
        }
        return new MediaFacts(type.mime(), bytes.length(), size, Optional.empty());
    }

    private MediaFacts film(FileBytes bytes, ContentType type) throws MediaProblem, IOException {
        Mp4BoxReader.Film film = new Mp4BoxReader(bytes).read();
        if (!film.picture()) {
            throw problem(Category.INVALID_REQUEST, "the file holds no moving picture");
        }
        return new MediaFacts(type.mime(), bytes.length(), film.size(), film.seconds());
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
