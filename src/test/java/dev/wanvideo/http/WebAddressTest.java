package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {
    private static final URI BASE = URI.create("https://example.com/a/b?c");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a\r\nb",
                "https://example.com/a\0b",
                "https://example.com/a\\b",
                "https://example.com\\a",
                "https://exa mple.com/",
                "ftp://example.com/",
                "https:/example.com/",
                "example.com/a"
            })
    void readsNothingThatTwoReadersCouldReadDifferently(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/x, https://example.com/x",
        "x y, https://example.com/a/x%20y",
        "?q, https://example.com/a/?q",
        "../x, https://example.com/x",
        "//other.example/x, https://other.example/x",
        "HTTPS://other.example/ü, https://other.example/%C3%BC",
        "https://b%C3%BC.example/, https://b%C3%BC.example/"
    })
    void followsARedirectToWhereABrowserWould(String location, String address) {
        assertThat(WebAddress.resolve(BASE, location)).hasValue(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/a", "\\\\127.0.0.1\\a", "javascript:alert(1)"})
    void followsNoRedirectToAnythingElse(String location) {
        assertThat(WebAddress.resolve(BASE, location)).isEmpty();
    }
}
