package dev.wanvideo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The pictures of {@code examples/}, which travel inside the jar. */
final class Examples {
    static final List<String> PICTURES = List.of("anna.png", "robot.png", "cafe.png");

    private Examples() {}

    /** Copies the pictures into a folder, over what is there. */
    static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : PICTURES) {
            try (InputStream in = Examples.class.getResourceAsStream("examples/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the jar lacks the picture " + name);
                }
                Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
