package dev.wanvideo.mcp;

import dev.wanvideo.task.Film;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What there is to see of a finished film, each as a resource of its own. */
enum FilmPart {
    FILM("The film", "video/mp4", 32_000_000) {
        @Override
        Optional<Path> file(Film film) {
            return Optional.of(film.path());
        }

        @Override
        Optional<String> place(Film film) {
            return Optional.of(film.place());
        }
    },
    SHEET("Contact sheet: six moments of the film", "image/jpeg", Limits.INLINE_PICTURE_BYTES) {
        @Override
        Optional<Path> file(Film film) {
            return film.sheet();
        }

        @Override
        Optional<String> place(Film film) {
            return film.sheetPlace();
        }
    },
    POSTER("Poster: one picture of the film", "image/jpeg", Limits.INLINE_PICTURE_BYTES) {
        @Override
        Optional<Path> file(Film film) {
            return film.poster();
        }

        @Override
        Optional<String> place(Film film) {
            return film.posterPlace();
        }
    };

    private final String title;
    private final String mimeType;
    private final int mostBytes;

    FilmPart(String title, String mimeType, int mostBytes) {
        this.title = title;
        this.mimeType = mimeType;
        this.mostBytes = mostBytes;
    }

    abstract Optional<Path> file(Film film);

    /** Where it lies, for a reader. */
    abstract Optional<String> place(Film film);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    String mimeType() {
        return mimeType;
    }

    /** What is longer is not put into an answer. */
    int mostBytes() {
        return mostBytes;
    }

    /** The template of its URIs. */
    String template() {
        return TaskAddress.TEMPLATE + "/" + word();
    }

    static Optional<FilmPart> named(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
}
