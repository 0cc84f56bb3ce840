package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.S3Settings;
import dev.wanvideo.provider.S3Settings.Style;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BucketReaderTest {
    private static final Map<String, String> NEEDED = Map.of(
            "WAN_VIDEO_S3_ENDPOINT", "https://s3.eu-central-1.amazonaws.com/",
            "WAN_VIDEO_S3_REGION", "eu-central-1",
            "WAN_VIDEO_S3_BUCKET", "my-films",
            "WAN_VIDEO_S3_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "WAN_VIDEO_S3_SECRET_ACCESS_KEY", "very/secret+1");

    @Test
    void noBucketIsNoProblem() {
        BucketReader reader = reader(Map.of());

        assertThat(reader.read()).isEmpty();
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void whatIsNotSetIsAsUsual() {
        S3Settings bucket = reader(NEEDED).read().orElseThrow();

        assertThat(bucket.endpoint()).isEqualTo(URI.create("https://s3.eu-central-1.amazonaws.com"));
        assertThat(bucket.prefix()).isEqualTo("wan-video/");
        assertThat(bucket.links().style()).isEqualTo(Style.PATH);
        assertThat(bucket.links().publicEndpoint()).isEmpty();
        assertThat(bucket.links().lives()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void everythingCanBeSet() {
        S3Settings bucket = reader(with(Map.of(
                        "WAN_VIDEO_S3_ENDPOINT", "http://10.0.0.5:9000/s3",
                        "WAN_VIDEO_S3_PUBLIC_ENDPOINT", "https://media.example.com",
                        "WAN_VIDEO_S3_PREFIX", "/a/b",
                        "WAN_VIDEO_S3_STYLE", "host",
                        "WAN_VIDEO_S3_LINK_HOURS", "168")))
                .read()
                .orElseThrow();

        assertThat(bucket.endpoint()).isEqualTo(URI.create("http://10.0.0.5:9000/s3"));
        assertThat(bucket.prefix()).isEqualTo("a/b/");
        assertThat(bucket.links().style()).isEqualTo(Style.HOST);
        assertThat(bucket.links().publicEndpoint()).hasValue(URI.create("https://media.example.com"));
        assertThat(bucket.links().lives()).isEqualTo(Duration.ofDays(7));
        assertThat(reader(with(Map.of("WAN_VIDEO_S3_PREFIX", "/")))
                        .read()
                        .orElseThrow()
                        .prefix())
                .isEmpty();
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        BucketReader reader = reader(Map.of("WAN_VIDEO_S3_BUCKET", "my-films", "WAN_VIDEO_S3_REGION", "x"));

        assertThat(reader.read()).isEmpty();
        assertThat(reader.problems())
                .containsExactly("A bucket needs WAN_VIDEO_S3_ENDPOINT, WAN_VIDEO_S3_ACCESS_KEY_ID,"
                        + " WAN_VIDEO_S3_SECRET_ACCESS_KEY too; until then none is used.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENDPOINT          | s3.amazonaws.com
            ENDPOINT          | ftp://s3.example.com
            ENDPOINT          | https://user:word@s3.example.com
            ENDPOINT          | https://s3.example.com/?a=b
            ENDPOINT          | https://s3.example.com/#a
            PUBLIC_ENDPOINT   | anywhere
            BUCKET            | a/../b
            BUCKET            | -_-
            REGION            | eu west
            ACCESS_KEY_ID     | two words
            SECRET_ACCESS_KEY | very secret
            PREFIX            | ../a
            PREFIX            | a//b
            PREFIX            | a?b
            STYLE             | virtual
            LINK_HOURS        | 00
            LINK_HOURS        | 169
            LINK_HOURS        | 1.5
            LINK_HOURS        | -1
            """)
    void aValueThatCannotBeIsNamedAndNotShown(String name, String value) {
        BucketReader reader = reader(with(Map.of("WAN_VIDEO_S3_" + name, value)));

        assertThat(reader.read()).isEmpty();
        assertThat(reader.problems())
                .singleElement()
                .asString()
                .startsWith("WAN_VIDEO_S3_" + name + " is not ")
                .endsWith("; until it is mended, no bucket is used.")
                .doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "${user_config.bucket}"})
    void whatWasNeverFilledInIsAbsent(String value) {
        Map<String, String> all = new HashMap<>();
        NEEDED.keySet().forEach(name -> all.put(name, value));

        assertThat(reader(all).read()).isEmpty();
        assertThat(reader(all).problems()).isEmpty();
    }

    private static BucketReader reader(Map<String, String> variables) {
        return new BucketReader(new Environment(Map.of(), variables, Map.of()));
    }

    private static Map<String, String> with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(others);
        return all;
    }
}
