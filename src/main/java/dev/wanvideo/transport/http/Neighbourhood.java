package dev.wanvideo.transport.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as it tells callers apart: whoever has an IPv6 address has a whole /64 of them. */
final class Neighbourhood {

    private static final int NETWORK_BYTES = 8;

    private Neighbourhood() {}

    static String of(@Nullable InetSocketAddress from) {
        InetAddress address = from == null ? null : from.getAddress();
        if (address == null) {
            return "unknown";
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
