package dev.wanvideo.task;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native code, unpacked once into the home: the driver would unpack it into the temp folder at every start and
 * leave it there when the process is killed.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PATH_PROPERTY = "org.sqlite.lib.path";
    private static final String TEMP_PROPERTY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /**
     * Loads the unpacked library, or lets the driver unpack its own copy where that cannot be.
     *
     * <p>Loaded here and not by the first connection: the driver remembers a failure for good, but a person may free the
     * disk and ask again.
     *
     * @throws StoreUnavailable when the library can be put nowhere
     */
    static synchronized void use(Path home) {
        if (System.getProperty(PATH_PROPERTY) == null) {
            point(home);
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            LOG.debug("SQLite's library was not loaded", e);
            throw new StoreUnavailable(
                    "SQLite's native library can be put neither into the data folder nor into the temp folder: free some"
                            + " space there, or set WAN_VIDEO_HOME to a folder that can be written.",
                    e);
        }
    }

    private static void point(Path home) {
        try {
            Path folder = folder(home);
            unpack(folder);
            System.setProperty(PATH_PROPERTY, folder.toString());
            // The driver looks through its temp folder at every start, and there may be none.
            System.setProperty(TEMP_PROPERTY, folder.toString());
        } catch (IOException e) {
            LOG.info("SQLite's library was not unpacked into the data folder; the driver unpacks its own copy");
        }
    }

    /** Each version has its own folder, because servers of two versions may share a home. */
    static Path folder(Path home) {
        String system = OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-');
        return home.resolve("native").resolve(SQLiteJDBCLoader.getVersion() + "-" + system);
    }

    /** Puts the whole library into the folder unless it is there; two processes may do so at once. */
    static Path unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        URL packed = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (packed == null) {
            throw new IOException("no library for this system");
        }
        Path target = folder.resolve(name);
        if (!Files.exists(target)
                || Files.size(target) != packed.openConnection().getContentLengthLong()) {
            Files.createDirectories(folder);
            copy(packed, Files.createTempFile(folder, "unpacking", ".part"), target);
        }
        return target;
    }

    private static void copy(URL packed, Path part, Path target) throws IOException {
        try (InputStream in = packed.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
