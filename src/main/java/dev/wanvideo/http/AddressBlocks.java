package dev.wanvideo.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The address blocks that are not the public internet, after the registries
 * https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry (read 2026-11-20).
 */
final class AddressBlocks {
    private static final List<Block> V4 = List.of(
            block("0.0.0.0", 8, "an address of this machine"),
            block("10.0.0.0", 8, "a private network address"),
            block("100.64.0.0", 10, "an address of a provider's inner network"),
            block("127.0.0.0", 8, "an address of this machine"),
            block("169.254.0.0", 16, "a link-local address"),
            // Public by its number, and yet the host of every virtual machine there:
            // https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 (read 2026-11-21).
            block("168.63.129.16", 32, "an address of a provider's inner network"),
            block("172.16.0.0", 12, "a private network address"),
            block("192.0.0.0", 24, "a reserved address"),
            block("192.0.2.0", 24, "an address for documentation"),
            block("192.88.99.0", 24, "a reserved address"),
            block("192.168.0.0", 16, "a private network address"),
            block("198.18.0.0", 15, "an address for benchmarks"),
            block("198.51.100.0", 24, "an address for documentation"),
            block("203.0.113.0", 24, "an address for documentation"),
            block("224.0.0.0", 4, "a multicast address"),
            block("240.0.0.0", 4, "a reserved address"));

    private static final List<Block> V6 = List.of(
            block("::1", 128, "an address of this machine"),
            block("fc00::", 7, "a private network address"),
            block("fe80::", 10, "a link-local address"),
            block("ff00::", 8, "a multicast address"),
            block("2001::", 23, "a reserved address"),
            block("2001:db8::", 32, "an address for documentation"),
            block("3fff::", 20, "an address for documentation"));

    /** All that has been given out for the public so far; what lies outside is reserved for something else. */
    private static final Block V6_PUBLIC = block("2000::", 3, "public");

    /** Blocks that carry an IPv4 address at a byte offset; a packet sent there may end at that address. */
    private static final Block NAT64 = block("64:ff9b::", 96, "NAT64");

    private static final int NAT64_OFFSET = 12;
    private static final Block SIX_TO_FOUR = block("2002::", 16, "6to4");
    private static final int SIX_TO_FOUR_OFFSET = 2;

    /** The second half of an ISATAP address (RFC 5214, 6.1), but for the bit that tells worldwide numbers. */
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};

    private static final int ISATAP_OFFSET = 8;
    private static final int WORLDWIDE = 2;

    private AddressBlocks() {}

    /** What kind of non-public address this is, with its article; empty for a public one. */
    static Optional<String> kind(InetAddress address) {
        return address instanceof Inet4Address ? first(V4, address.getAddress()) : kindOfV6(address.getAddress());
    }

    private static Optional<String> kindOfV6(byte[] address) {
        if (NAT64.holds(address)) {
            return kind(v4Within(address, NAT64_OFFSET));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return kind(v4Within(address, SIX_TO_FOUR_OFFSET));
        }
        return first(V6, address)
                .or(() -> isatap(address) ? kind(v4Within(address, ISATAP_OFFSET + 4)) : Optional.empty())
                .or(() -> V6_PUBLIC.holds(address) ? Optional.empty() : Optional.of("a reserved address"));
    }

    private static boolean isatap(byte[] address) {
        byte[] mark = Arrays.copyOfRange(address, ISATAP_OFFSET, ISATAP_OFFSET + ISATAP.length);
        mark[0] &= (byte) ~WORLDWIDE;
        return Arrays.equals(mark, ISATAP);
    }

    private static Optional<String> first(List<Block> blocks, byte[] address) {
        return blocks.stream().filter(b -> b.holds(address)).map(Block::what).findFirst();
    }

    private static InetAddress v4Within(byte[] address, int offset) {
        return address(Arrays.copyOfRange(address, offset, offset + 4));
    }

    private static Block block(String base, int bits, String what) {
        try {
            return new Block(InetAddress.getByName(base).getAddress(), bits, what);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(base, e);
        }
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    /** A network: the first {@code bits} bits of {@code base}. */
    private static final class Block {
        private final byte[] base;
        private final int bits;
        private final String what;

        Block(byte[] base, int bits, String what) {
            this.base = base;
            this.bits = bits;
            this.what = what;
        }

        String what() {
            return what;
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            int mask = 0xff00 >> (bits % 8) & 0xff;
            return Arrays.equals(base, 0, whole, address, 0, whole)
                    && (mask == 0 || (base[whole] & mask) == (address[whole] & mask));
        }
    }
}
