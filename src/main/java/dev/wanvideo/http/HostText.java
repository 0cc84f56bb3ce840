package dev.wanvideo.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host of an address as text: one spelling for each, and what can be said of it without a name lookup. */
final class HostText {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern PLAIN_V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    /** Browsers and C libraries read a host whose last label looks like this as a number in some base. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    /** Names that by rule or habit lead inside a network: RFC 6761, RFC 6762, RFC 8375, ICANN's private-use list. */
    private static final Pattern INNER_NAME = Pattern.compile(
            "[^.]*|(.*\\.)?(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\\.arpa)");

    private HostText() {}

    /** Lower case, without brackets and the trailing dot; addresses in the one spelling of the JDK. */
    static String canonical(String host) {
        String bare = host.strip().toLowerCase(Locale.ROOT);
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        String name = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return address(name).map(InetAddress::getHostAddress).orElse(name);
    }

    /** The address that a canonical host spells out, if it does; never looks a name up. */
    static Optional<InetAddress> address(String host) {
        if (!PLAIN_V4.matcher(host).matches() && !V6.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether a canonical host that is no plain address could be read as one in some notation. */
    static boolean disguisedAddress(String host) {
        return ENDS_IN_NUMBER.matcher(host).matches() || host.contains(":") || host.contains("%");
    }

    /** Whether a canonical name leads inside this machine or a network by its very spelling. */
    static boolean innerName(String host) {
        return INNER_NAME.matcher(host).matches();
    }
}
