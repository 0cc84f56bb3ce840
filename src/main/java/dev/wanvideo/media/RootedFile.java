package dev.wanvideo.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Opens a file below a folder step by step, each folder by the handle of the one before and none through a link. Who
 * puts a link in place of a file or a folder after its path was checked leads nobody out.
 */
final class RootedFile {
    private RootedFile() {}

    /**
     * The regular file at a real path.
     *
     * @param root a real path, the folder that the file must lie in or the file itself
     * @throws IOException where anything on the way is a link, or the file is not regular
     */
    static FileChannel open(Path root, Path real) throws IOException {
        if (real.equals(root)) {
            return plain(real);
        }
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            return folder instanceof SecureDirectoryStream<Path> handle
                    ? below(handle, root.relativize(real))
                    : plain(real);
        }
    }

    private static FileChannel below(SecureDirectoryStream<Path> folder, Path way) throws IOException {
        Path first = way.getName(0);
        if (way.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
                return below(next, way.subpath(1, way.getNameCount()));
            }
        }
        checkRegular(folder.getFileAttributeView(first, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes());
        return file(folder.newByteChannel(first, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /** Where the system knows no handles of folders: a link in the last place at least is not followed. */
    private static FileChannel plain(Path real) throws IOException {
        checkRegular(Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        return FileChannel.open(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static void checkRegular(BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            throw new IOException("not a regular file");
        }
    }

    private static FileChannel file(SeekableByteChannel opened) throws IOException {
        if (opened instanceof FileChannel channel) {
            return channel;
        }
        opened.close();
        throw new IOException("the system opens files in no way that is known here");
    }
}
