package dev.wanvideo.access;

/** In whose name a request comes; what one of them began is out of reach of the others. */
public record Principal(String name) {

    /** Whoever reaches this machine's loopback: its user, as far as a server can tell. */
    public static final Principal LOCAL = new Principal("local");

    public Principal {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a principal has a name");
        }
    }
}
