package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells a whole film from what is none, by its boxes. */
final class FilmCheck {
    private static final Set<ContentType> FILMS = Set.of(ContentType.MP4, ContentType.MOV);

    private FilmCheck() {}

    /** What a file is if it is a whole film. */
    static Downloaded of(Path file) throws FilmTrouble, InterruptedException {
        try (FileBytes bytes = FileBytes.open(file)) {
            checkType(bytes);
            Mp4BoxReader.Film film = new Mp4BoxReader(bytes).read();
            if (!film.picture() || !film.frames() || film.size().isEmpty()) {
                throw trouble("what the link brought is a film without a moving picture");
            }
            return new Downloaded(film.size().get(), film.seconds(), bytes.length(), film.sound(), film.codec());
        } catch (EOFException e) {
            Interruption.check();
            throw trouble("the film is cut off: its end is missing");
        } catch (IOException e) {
            Interruption.check();
            throw trouble("the film cannot be read; it may be damaged");
        }
    }

    private static void checkType(FileBytes bytes) throws FilmTrouble, IOException {
        Optional<ContentType> type = Signature.of(bytes.upTo(0, Signature.LENGTH));
        if (bytes.length() == 0) {
            throw trouble("the link brought an empty file, not a film");
        }
        if (type.isEmpty() || !FILMS.contains(type.get())) {
            throw trouble("the link brought " + type.map(ContentType::words).orElse("something unknown")
                    + ", not an MP4 film");
        }
    }

    private static FilmTrouble trouble(String message) {
        return new FilmTrouble(Category.PROTOCOL, message);
    }
}
