package dev.wanvideo.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which addresses may be reached: https and public ones, and those that the user exempted. Its objections are
 * sentences for the caller; they never show what a name resolves to.
 */
public final class AddressGuard {
    private static final String ONLY_PUBLIC = "; only public addresses are read";

    private final Set<String> allowed;

    /** With the hosts and addresses that are exempt from the https and private-address rules. */
    public AddressGuard(Set<String> allowed) {
        this.allowed = allowed.stream().map(HostText::canonical).collect(Collectors.toUnmodifiableSet());
    }

    /** Why this address may not be reached, judged by its text alone; empty when nothing speaks against it. */
    public Optional<String> objection(URI uri) {
        return formObjection(uri).or(() -> hostObjection(uri));
    }

    /** Why nothing may connect to this resolved address; empty when it is public or exempt. */
    public Optional<String> objection(InetAddress address) {
        return allowed.contains(HostText.canonical(address.getHostAddress()))
                ? Optional.empty()
                : AddressBlocks.kind(address).map(kind -> "the host name leads to " + kind + ONLY_PUBLIC);
    }

    /** Whether the user exempted this host, whatever it resolves to. */
    boolean exempts(String host) {
        return allowed.contains(HostText.canonical(host));
    }

    private static Optional<String> formObjection(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("only https addresses are read");
        }
        String authority = uri.getRawAuthority();
        if (authority != null && authority.contains("@")) {
            return Optional.of("an address must not hold a user name or a password");
        }
        if (uri.getHost() == null) {
            return Optional.of("the host is missing, or is not written as a plain name or address");
        }
        return uri.getPort() == 0 || uri.getPort() > 65535
                ? Optional.of("the port is not one of 1-65535")
                : Optional.empty();
    }

    private Optional<String> hostObjection(URI uri) {
        String host = HostText.canonical(uri.getHost());
        if (allowed.contains(host)) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("the address begins with http:; only https addresses are read");
        }
        Optional<InetAddress> address = HostText.address(host);
        return address.isPresent()
                ? AddressBlocks.kind(address.get()).map(kind -> host + " is " + kind + ONLY_PUBLIC)
                : nameObjection(host);
    }

    private static Optional<String> nameObjection(String host) {
        if (HostText.disguisedAddress(host)) {
            return Optional.of(host + " is not written as a plain name or address");
        }
        return HostText.innerName(host)
                ? Optional.of(host + " is a name of this machine or of an inner network" + ONLY_PUBLIC)
                : Optional.empty();
    }
}
