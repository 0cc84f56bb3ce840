package dev.wanvideo.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Decides which addresses may be reached: https and public ones, and those that the user exempted. */
public final class AddressGuard {
    private final Set<String> allowed;

    /** With the hosts and addresses that are exempt from the https and private-address rules. */
    public AddressGuard(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** Why this address may not be reached, judged by its text alone; empty when nothing speaks against it. */
    public Optional<String> objection(URI uri) {
        throw new IllegalStateException(uri + " " + allowed);
    }

    /** Why nothing may connect to this resolved address; empty when it is public or exempt. */
    public Optional<String> objection(InetAddress address) {
        throw new IllegalStateException(address + " " + allowed);
    }
}
