package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders from which local references may be read. Symbolic links are resolved before the check, and what lies
 * outside is refused in the same words whether it exists or not.
 */
public final class MediaRoots {
    private static final String LIMIT = "a regular file inside the allowed folders (WAN_VIDEO_MEDIA_ROOTS; default:"
            + " Pictures, Videos, Movies, Music, Downloads and Desktop of the home folder, and the output folder)";

    private static final String LIMIT_FOR_OTHERS = "an https address that anybody can open";

    private final List<Path> roots;
    private final Path home;
    private final List<Path> closed;
    private final String limit;

    /**
     * @param roots allowed folders; those that do not exist allow nothing
     * @param home what {@code ~} stands for
     */
    public MediaRoots(List<Path> roots, Path home) {
        this(roots, home, List.of(), LIMIT);
    }

    private MediaRoots(List<Path> roots, Path home, List<Path> closed, String limit) {
        this.roots = List.copyOf(roots);
        this.home = home;
        this.closed = List.copyOf(closed);
        this.limit = limit;
    }

    /**
     * For callers of other machines, whose files these are not.
     *
     * @param roots folders that are open to them all the same
     * @param closed folders that are not even where they lie in an open one: films of others
     */
    public static MediaRoots forOthers(List<Path> roots, Path home, List<Path> closed) {
        return new MediaRoots(roots, home, closed, LIMIT_FOR_OTHERS);
    }

    /** The folders that are allowed when nothing is configured; the output folder comes on top. */
    public static List<Path> usual(Path home) {
        return Stream.of("Pictures", "Videos", "Movies", "Music", "Downloads", "Desktop")
                .map(home::resolve)
                .toList();
    }

    /** The regular file that a caller's text names, with all symbolic links resolved. */
    public Path resolve(String text) throws MediaProblem {
        if (roots.isEmpty() && limit.equals(LIMIT_FOR_OTHERS)) {
            throw problem(
                    Category.INVALID_REQUEST,
                    "files of the server's machine are not read for you, and those of yours are not on it");
        }
        Path path = LocalText.path(text, home)
                .orElseThrow(() -> problem(Category.INVALID_REQUEST, "the path is not written correctly"));
        Path real = path.isAbsolute() ? absolute(path) : relative(path);
        checkRegular(real);
        return real;
    }

    /**
     * The bytes of the regular file that a caller's text names: of the very file that was checked, whatever is put in
     * its place or in that of its folders later.
     */
    FileBytes open(String text) throws MediaProblem, InterruptedException {
        Path real = resolve(text);
        Path root = rootOf(real).orElseThrow(this::missing);
        try {
            return FileBytes.of(RootedFile.open(root, real));
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException | SecurityException e) {
            throw missing();
        }
    }

    private Path absolute(Path path) throws MediaProblem {
        Optional<Path> real = real(path);
        if (real.isPresent() && allowed(real.get())) {
            return real.get();
        }
        throw real.isEmpty() && allowed(existingPart(path))
                ? missing()
                : problem(Category.INVALID_REQUEST, "the file is outside the allowed folders");
    }

    /** A server's working folder is chance, so relative paths start at the allowed folders. */
    private Path relative(Path path) throws MediaProblem {
        return roots.stream()
                .flatMap(root -> real(root.resolve(path)).stream())
                .filter(this::allowed)
                .findFirst()
                .orElseThrow(() -> problem(
                        Category.NOT_FOUND,
                        "no allowed folder holds a file of this relative path; give the absolute path"));
    }

    private boolean allowed(@Nullable Path real) {
        return real != null && rootOf(real).isPresent() && !isClosed(real);
    }

    private boolean isClosed(Path real) {
        return closed.stream().flatMap(folder -> real(folder).stream()).anyMatch(real::startsWith);
    }

    private Optional<Path> rootOf(Path real) {
        return roots.stream()
                .flatMap(root -> real(root).stream())
                .filter(real::startsWith)
                .findFirst();
    }

    private static @Nullable Path existingPart(Path path) {
        Path part = path.getParent();
        while (part != null) {
            Optional<Path> real = real(part);
            if (real.isPresent()) {
                return real.get();
            }
            part = part.getParent();
        }
        return null;
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private void checkRegular(Path real) throws MediaProblem {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw missing();
        }
        if (attributes.isDirectory()) {
            throw problem(Category.INVALID_REQUEST, "the path leads to a folder, not to a file");
        }
        if (!attributes.isRegularFile()) {
            throw problem(Category.INVALID_REQUEST, "the path leads to a device or a pipe, not to a regular file");
        }
        if (!Files.isReadable(real)) {
            throw problem(Category.INVALID_REQUEST, "the file may not be read by this program");
        }
    }

    private MediaProblem missing() {
        return problem(Category.NOT_FOUND, "there is no such file, or it may not be read");
    }

    private MediaProblem problem(Category category, String message) {
        return new MediaProblem(category, message, limit);
    }
}
