package dev.wanvideo.access;

/**
 * In whose name a request comes; what one of them began is out of reach of the others.
 *
 * @param name by which the store knows whose a task is
 */
public record Principal(String name) {

    /** Whoever uses this machine: the one who started the process, or who reaches its loopback unasked. */
    public static final Principal LOCAL = new Principal("local");

    private static final String OF_TOKEN = "token:";
    private static final String OF_ISSUER = "oauth:";

    public Principal {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a principal has a name");
        }
    }

    /** Whom the operator gave a token. */
    static Principal ofToken(String name) {
        return new Principal(OF_TOKEN + name);
    }

    /** Whom an authorization server knows; the same subject of another server is somebody else. */
    static Principal ofIssuer(String issuer, String subject) {
        return new Principal(OF_ISSUER + issuer + " " + subject);
    }

    /** Whether it is the user of this machine, whose disk is the server's. */
    public boolean isLocal() {
        return name.equals(LOCAL.name);
    }
}
