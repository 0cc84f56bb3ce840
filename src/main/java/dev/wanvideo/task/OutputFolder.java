package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether a folder can take files. */
final class OutputFolder {
    // Less than this is not worth calling free.
    private static final long FULL_BELOW = 1 << 20;

    // One name for all processes, so that what a killed one left is removed by the next.
    private static final String PROBE = ".wan-video-probe.part";

    private OutputFolder() {}

    /**
     * Makes the folder when missing and writes a file into it, which is removed again.
     *
     * @param purpose what the folder is to a person, e.g. {@code data folder}
     * @param setting what chooses another one
     */
    static void require(Path folder, String purpose, String setting) {
        try {
            Files.createDirectories(folder);
            Path probe = folder.resolve(PROBE);
            try {
                Files.write(probe, new byte[] {1});
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new StoreUnavailable(
                    full(folder)
                            ? "The disk of the " + purpose + " is full: free some space there, then try again."
                            : "The " + purpose + " cannot be written: make it writable or set " + setting
                                    + " to another folder.",
                    e);
        }
    }

    static boolean full(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL_BELOW;
        } catch (IOException e) {
            return false;
        }
    }
}
