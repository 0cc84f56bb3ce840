package dev.wanvideo.media;

import java.nio.file.Path;
import java.util.List;

/** The folders from which local references may be read. */
public final class MediaRoots {
    private final List<Path> roots;
    private final Path home;

    /**
     * @param roots allowed folders; those that do not exist allow nothing
     * @param home what {@code ~} stands for
     */
    public MediaRoots(List<Path> roots, Path home) {
        this.roots = List.copyOf(roots);
        this.home = home;
    }

    /** The folders that are allowed when nothing is configured; the output folder comes on top. */
    public static List<Path> usual(Path home) {
        return List.of("Pictures", "Videos", "Movies", "Music", "Downloads", "Desktop").stream()
                .map(home::resolve)
                .toList();
    }

    /** The regular file that a caller's text names, with all symbolic links resolved. */
    public Path resolve(String text) throws MediaProblem {
        throw new IllegalStateException(text + roots + home);
    }
}
