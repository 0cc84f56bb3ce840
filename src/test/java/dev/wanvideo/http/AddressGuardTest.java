package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.hostile.HostileRow;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(Set.of());

    @ParameterizedTest
    @MethodSource("hostileAddresses")
    void refusesEveryHostileAddressByItsText(HostileRow row) {
        String text = row.source(Map.of("port", "8443"));

        assertThat(WebAddress.parse(text).filter(uri -> guard.objection(uri).isEmpty()))
                .isEmpty();
    }

    private static List<HostileRow> hostileAddresses() {
        return HostileRow.of(HostileRow.Kind.URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/a",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/plain,x",
                "jar:https://example.com/a!/b",
                "example.com/a",
                "https:example.com",
                "https:///a",
                "//example.com/a"
            })
    void refusesWhatIsNoWebAddress(String text) {
        assertThat(guard.objection(URI.create(text))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "https://EXAMPLE.com./a.png",
                "https://example.com:8443/a",
                "https://1.1.1.1/a",
                "https://[2606:4700:4700::1111]/a",
                "https://bücher.example/ein bild.png",
                "https://xn--bcher-kva.example/a",
                "https://cdn-1.example.co.uk/a?sig=%2Fabc&x=1",
                "https://0x1f.example.com/a",
                "https://172.15.0.1/",
                "https://172.32.0.1/",
                "https://100.63.255.255/",
                "https://100.128.0.1/",
                "https://[64:ff9b::101:101]/"
            })
    void letsPublicAddressesThrough(String text) {
        assertThat(guard.objection(WebAddress.parse(text).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.88.99.1",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "3fff::1",
                "5f00::1",
                "fd00:ec2::254",
                "168.63.129.16",
                "2606:4700::5efe:a00:1",
                "2606:4700::200:5efe:7f00:1",
                "2606:4700::5efe:a9fe:a9fe"
            })
    void refusesResolvedAddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(guard.objection(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.9.9",
                "2606:4700:4700::1111",
                "2002:808:808::1",
                "64:ff9b::808:808",
                "2606:4700::5efe:808:808",
                "168.63.129.15"
            })
    void acceptsResolvedAddressesThatArePublic(String address) throws UnknownHostException {
        assertThat(guard.objection(InetAddress.getByName(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8099/a",
                "http://studio.internal/a",
                "http://STUDIO.internal./a",
                "http://[::1]:80/a"
            })
    void exemptsTheHostsThatTheUserNamed(String text) {
        AddressGuard lenient = new AddressGuard(Set.of("127.0.0.1", "Studio.Internal", "[::1]"));

        assertThat(lenient.objection(URI.create(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://2130706433/",
                "http://a.studio.internal/",
                "http://example.com/",
                "http://studio.internal@127.0.0.1/",
                "ftp://127.0.0.1/"
            })
    void exemptsNothingElse(String text) {
        AddressGuard lenient = new AddressGuard(Set.of("127.0.0.1", "studio.internal"));

        assertThat(lenient.objection(URI.create(text))).isPresent();
    }

    @Test
    void neverShowsWhatANameResolvesTo() throws UnknownHostException {
        assertThat(guard.objection(InetAddress.getByName("10.9.8.7")))
                .hasValue("the host name leads to a private network address; only public addresses are read");
    }
}
