package dev.wanvideo.access;

import java.io.IOException;
import java.net.URI;

/** The way to documents of an authorization server. */
public interface KeyFetch {

    /**
     * The text at an address of https.
     *
     * @throws IOException when it does not come, for whatever reason
     */
    String fetch(URI address) throws IOException;
}
