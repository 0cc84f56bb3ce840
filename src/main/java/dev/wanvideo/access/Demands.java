package dev.wanvideo.access;

import org.jspecify.annotations.Nullable;

/** Which scope a request takes. */
public interface Demands {

    /**
     * The scope that a request of JSON-RPC takes; null when everybody who is known may send it.
     *
     * @param name of what is called, where the method calls something by name
     */
    @Nullable
    Scope of(String method, @Nullable String name);
}
