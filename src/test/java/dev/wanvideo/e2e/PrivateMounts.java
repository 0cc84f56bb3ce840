package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Disks that one server alone sees, and the way to its files from outside. */
final class PrivateMounts {
    private static final int BLOCK = 4096;

    private PrivateMounts() {}

    /** Runs a shell script with mounts of its own and then the command, as one process. */
    static List<String> command(String script, List<String> command) {
        List<String> all =
                new ArrayList<>(List.of("unshare", "-m", "sh", "-c", "set -e\n" + script + "\nexec \"$@\"", "sh"));
        all.addAll(command);
        return all;
    }

    /** A disk of this size at a folder that is there. */
    static String disk(Path folder, String size) {
        return "mount -t tmpfs -o size=" + size + " none '" + folder + "'";
    }

    /** Makes a folder that is there read-only. */
    static String readOnly(Path folder) {
        return "mount --bind '" + folder + "' '" + folder + "'; mount -o remount,bind,ro '" + folder + "'";
    }

    /** A path as the process sees it. */
    static Path inside(ProcessHandle process, Path path) {
        return Path.of("/proc", Long.toString(process.pid()), "root")
                .resolve(Path.of("/").relativize(path));
    }

    /** Takes all the room that is left beside this file, but for so many bytes. */
    static void fill(Path file, int spared) {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[BLOCK]);
                written += BLOCK;
            }
        } catch (IOException full) {
            spare(file, Math.max(0, written - spared));
        }
    }

    private static void spare(Path file, long size) {
        try (var channel = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
