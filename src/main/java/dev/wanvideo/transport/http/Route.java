package dev.wanvideo.transport.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One path beside {@code /mcp} and who answers there.
 *
 * @param method GET or POST
 * @param path e.g. {@code /healthz}, or {@code /webhooks/{key}}, whose last segment is whatever the caller names
 * @param mostBytes how large the body of a request may be; 0 where none is read
 * @param callers who may come
 * @param handler called on a thread that may wait
 */
public record Route(String method, String path, int mostBytes, Callers callers, RouteHandler handler) {

    private static final Pattern PATH = Pattern.compile("(/[a-z0-9._-]+)+(/\\{[a-z]+})?");

    public Route {
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new IllegalArgumentException("a route is for GET or for POST");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a path is of small letters and ends in at most one variable: " + path);
        }
    }

    /** Who may come to a route. */
    public enum Callers {
        /** Those who address the server by a name of its own, from no foreign page, as at {@code /mcp}. */
        BY_OUR_NAME,
        /** Probes as well, which know the server by its address alone: for answers that are no secret. */
        BY_ANY_NAME,
        /** Those who come by our name with the scope admin, or anybody who does where nobody is asked who they are. */
        OPERATORS
    }

    /** Answered without a body to read. */
    public static Route get(String path, Callers callers, RouteHandler handler) {
        return new Route("GET", path, 0, callers, handler);
    }

    /** What the path of a request has in the place of the variable, empty without one; null when it is another path. */
    @Nullable
    String variable(String asked) {
        int brace = path.indexOf('{');
        if (brace < 0) {
            return asked.equals(path) ? "" : null;
        }
        boolean fits =
                asked.startsWith(path.substring(0, brace)) && asked.length() > brace && asked.indexOf('/', brace) < 0;
        return fits ? asked.substring(brace) : null;
    }

    boolean takes(String asked) {
        return method.equals(asked.toUpperCase(Locale.ROOT));
    }
}
