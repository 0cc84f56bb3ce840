package dev.wanvideo.app;

import java.nio.file.Path;
import java.util.List;

/**
 * Where things lie on this machine.
 *
 * @param user the person's home folder
 * @param home data folder of this program
 * @param output finished films
 * @param mediaRoots folders from which local references may be read
 * @param sharedRoots those of them from which callers of other machines may have references read
 */
record Folders(Path user, Path home, Path output, List<Path> mediaRoots, List<Path> sharedRoots) {
    Folders {
        mediaRoots = List.copyOf(mediaRoots);
        sharedRoots = List.copyOf(sharedRoots);
    }
}
