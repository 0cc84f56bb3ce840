package dev.wanvideo.http;

import java.util.stream.Stream;

/** Addresses that try to reach what is not public, in every notation that some reader somewhere understands. */
final class HostileAddresses {
    private HostileAddresses() {}

    static Stream<String> all() {
        return Stream.concat(spellings(), Stream.concat(blocks(), names()));
    }

    /** 127.0.0.1 and friends in disguise. */
    static Stream<String> spellings() {
        return Stream.of(
                "http://127.0.0.1/",
                "https://127.0.0.1/",
                "https://127.0.0.1:8443/a.png",
                "https://127.0.0.1./",
                "https://127.0.0.1../",
                "https://localhost../",
                "https://localhost%2e/",
                "https://.localhost/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0/",
                "https://2130706433/",
                "https://2130706433./",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://0177.0.0.01/",
                "https://127.0.0.0x1/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://0X7F000001/",
                "https://0x7f.1/",
                "https://127.000.000.001/",
                "https://127.0.0.1%2f@example.com/",
                "https://%31%32%37.0.0.1/",
                "https://127%2e0.0.1/",
                "https://127.0.0.1%00.example.com/",
                "https://１２７.０.０.１/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://⑯⑨。②⑤④。⑯⑨｡②⑤④/",
                "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://lo\u00adcalhost/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::FFFF:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[::1%25lo]/",
                "https://[fe80::1%25eth0]/",
                "https://[::1]@example.com/",
                "https://good@10.0.0.1/",
                "https://example.com@127.0.0.1/",
                "https://example.com:443@127.0.0.1/",
                "https://user:password@example.com/",
                "https://@example.com/",
                "https://example.com%40127.0.0.1/",
                "https://example.com\\@127.0.0.1/",
                "https://127.0.0.1\\.example.com/",
                "https://example.com:0/#@127.0.0.1/",
                "https://example.com:0/",
                "https://example.com:99999/",
                "https://example.com:-1/",
                "https://exam\tple.com/",
                "https://127.0.0.1\r\nHost: example.com/",
                "https:/127.0.0.1/",
                "https:127.0.0.1",
                "https:\\\\127.0.0.1/",
                "https://127.0.0.1 .example.com/",
                "https://foo_bar.127.0.0.1/");
    }

    /** Every block that is not the public internet. */
    static Stream<String> blocks() {
        return Stream.of(
                        "0.0.0.0",
                        "10.0.0.1",
                        "10.255.255.255",
                        "100.64.0.1",
                        "127.255.255.254",
                        "169.254.169.254",
                        "172.16.0.1",
                        "172.31.255.255",
                        "192.0.0.192",
                        "192.0.2.1",
                        "192.168.0.1",
                        "198.18.0.1",
                        "198.51.100.1",
                        "203.0.113.1",
                        "224.0.0.1",
                        "240.0.0.1",
                        "255.255.255.255",
                        "[fc00::1]",
                        "[fd00:ec2::254]",
                        "[fe80::1]",
                        "[ff02::1]",
                        "[2001:db8::1]",
                        "[2001:0:7f00:1::]",
                        "[2002:7f00:1::]",
                        "[2002:a9fe:a9fe::1]",
                        "[64:ff9b::127.0.0.1]",
                        "[64:ff9b::a9fe:a9fe]",
                        "[64:ff9b:1::a00:1]",
                        "[::ffff:169.254.169.254]",
                        "[::ffff:0:127.0.0.1]")
                .map(host -> "https://" + host + "/");
    }

    /** Names that lead inside by their spelling. */
    static Stream<String> names() {
        return Stream.of(
                        "localhost",
                        "a.localhost",
                        "localhost.localdomain",
                        "metadata",
                        "metadata.google.internal",
                        "printer.local",
                        "router.lan",
                        "nas.home.arpa",
                        "wiki.corp",
                        "wiki.intranet")
                .map(host -> "https://" + host + "/");
    }
}
