package dev.wanvideo.provider;

import java.net.URI;
import java.util.Optional;

/** Reads the address of a finished film out of an answer. */
public final class FilmAddress {
    private FilmAddress() {}

    /** The address; empty when it is not an absolute http or https one. */
    public static Optional<URI> read(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return Optional.of(uri).filter(u -> web && u.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
