package dev.wanvideo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,0", "bytes=5-,5,99", "bytes=-10,90,99", "bytes=-1000,0,99", "bytes=90-1000,90,99"})
    void readsWhatIsAskedFor(String header, long first, long last) {
        ByteRange range = ByteRange.read(header, 100).orElseThrow();
        assertThat(range).isEqualTo(new ByteRange(first, last));
        assertThat(range.within(100)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=-0", "bytes=200-300"})
    void knowsWhatIsNotThere(String header) {
        assertThat(ByteRange.read(header, 100).orElseThrow().within(100)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=9-5", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", ""})
    void takesWhatItDoesNotUnderstandForTheWholeFile(String header) {
        assertThat(ByteRange.read(header, 100)).isEmpty();
    }
}
