package dev.wanvideo.mcp;

import dev.wanvideo.task.Film;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The picture by which a model sees a film. */
final class ContactSheet {
    private static final Logger LOG = LoggerFactory.getLogger(ContactSheet.class);

    private ContactSheet() {}

    /** The film's sheet in Base64; empty when it is gone or too large for a result. */
    static Optional<String> inline(Film film) {
        return film.sheet().flatMap(ContactSheet::read);
    }

    private static Optional<String> read(Path sheet) {
        try {
            if (Files.size(sheet) > Limits.INLINE_PICTURE_BYTES) {
                return Optional.empty();
            }
            return Optional.of(Base64.getEncoder().encodeToString(Files.readAllBytes(sheet)));
        } catch (IOException e) {
            LOG.info("A contact sheet cannot be read any more; the answer goes without it");
            return Optional.empty();
        }
    }
}
