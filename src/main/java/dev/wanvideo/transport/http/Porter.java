package dev.wanvideo.transport.http;

import dev.wanvideo.transport.Answer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who addresses this server by a name of its own, from no web page or from one that may: otherwise any page in
 * a browser of this machine could use the server, by a name that leads to this machine (DNS rebinding).
 */
final class Porter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> SCHEMES = List.of("http://", "https://");

    private final Set<String> hosts;
    private final Set<String> origins;

    Porter(HttpSettings settings) {
        this.hosts = settings.allowedHosts();
        this.origins = settings.allowedOrigins();
    }

    /** Why the request is not let in, null when it is. */
    @Nullable
    Refusal check(HttpHeaders headers) {
        List<String> named = headers.getAll(HttpHeaderNames.HOST);
        if (named.size() != 1) {
            return Refusal.of(400, "Send one Host");
        }
        if (!isOurs(named.get(0))) {
            return new Refusal(
                    403, Answer.INVALID_REQUEST, "This server is not reached by that Host; see --allow-host");
        }
        List<String> from = headers.getAll(HttpHeaderNames.ORIGIN);
        if (from.size() > 1 || !from.stream().allMatch(this::isWelcome)) {
            return new Refusal(
                    403, Answer.INVALID_REQUEST, "Pages of that Origin may not use this server; see --allow-origin");
        }
        return null;
    }

    /** Whether a page of this origin may read answers, as somebody said expressly. */
    boolean isAllowed(String origin) {
        return origins.contains(origin);
    }

    private boolean isOurs(String host) {
        String name = withoutPort(host);
        return LOOPBACK.contains(name) || hosts.contains(name);
    }

    private boolean isWelcome(String origin) {
        return isAllowed(origin)
                || SCHEMES.stream()
                        .filter(origin::startsWith)
                        .anyMatch(scheme -> LOOPBACK.contains(withoutPort(origin.substring(scheme.length()))));
    }

    /** The name in lower case; what is no name with or without a port stays what it is. */
    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > 0
                && colon < host.length() - 1
                && host.chars().skip(colon + 1).allMatch(digit -> digit >= '0' && digit <= '9');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
