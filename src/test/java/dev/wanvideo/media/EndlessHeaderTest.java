package dev.wanvideo.media;

import static dev.wanvideo.media.Samples.ascii;
import static dev.wanvideo.media.Samples.big;
import static dev.wanvideo.media.Samples.box;
import static dev.wanvideo.media.Samples.concat;
import static dev.wanvideo.media.Samples.little;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.MediaKind;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers made to be walked through for ever. */
final class EndlessHeaderTest {
    private static final int MOST = 4_000_000;
    private static final int BYTES_OF_A_READ = 64;
    private static final int MEGABYTE = 1024 * 1024;

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("fill bytes of a JPEG", MediaKind.IMAGE, filled(19 * MEGABYTE, new byte[] {-1, -40, -1})),
                Arguments.of("empty chunks of a PNG", MediaKind.IMAGE, png()),
                Arguments.of("empty chunks of a WEBP", MediaKind.IMAGE, webp()),
                Arguments.of("tiny blocks of a GIF", MediaKind.IMAGE, gif()),
                Arguments.of("empty chunks of a WAV", MediaKind.VOICE, wav()),
                Arguments.of("empty boxes of an MP4", MediaKind.VIDEO, boxes()),
                Arguments.of("tables of an MP4 that lie about their length", MediaKind.VIDEO, tables(40)),
                Arguments.of(
                        "tables of an MP4 that are as long as they say", MediaKind.VIDEO, tables(32 + 12 * 65_535)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void areGivenUpSoon(String name, MediaKind kind, byte[] content) throws Exception {
        for (Mend mend : Mend.values()) {
            CountedBytes bytes = new CountedBytes(content);
            try {
                assertThat(Inspection.of(bytes, kind, mend)).isNotNull();
            } catch (MediaProblem refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
            assertThat(bytes.cost).as("%s, %s", name, mend).isLessThan(MOST);
        }
    }

    /** A file in memory that counts how often, and for how much, it is asked. */
    private static final class CountedBytes implements Bytes {
        private final byte[] content;
        private long cost;

        CountedBytes(byte[] content) {
            this.content = content;
        }

        @Override
        public long length() {
            return content.length;
        }

        @Override
        public byte[] upTo(long offset, int count) {
            cost += 1 + count / BYTES_OF_A_READ;
            int from = (int) Math.min(offset, content.length);
            return Arrays.copyOfRange(content, from, (int) Math.min(offset + count, content.length));
        }
    }

    private static byte[] filled(int length, byte[] head) {
        byte[] whole = new byte[length];
        Arrays.fill(whole, (byte) 0xff);
        System.arraycopy(head, 0, whole, 0, head.length);
        return whole;
    }

    private static byte[] png() {
        byte[] start = Arrays.copyOf(Samples.picture("png", 300, 300), 33);
        return concat(start, repeated(concat(big(0), ascii("abcd"), big(0)), 1_600_000));
    }

    private static byte[] webp() {
        byte[] chunks = repeated(concat(ascii("ABCD"), little(0)), 2_400_000);
        byte[] head = concat(ascii("VP8X"), little(10), new byte[] {0x12, 0, 0, 0}, sides(), sides());
        return concat(ascii("RIFF"), little(4 + head.length + chunks.length), ascii("WEBP"), head, chunks);
    }

    private static byte[] sides() {
        return new byte[] {0x2b, 1, 0};
    }

    private static byte[] gif() {
        byte[] head = concat(ascii("GIF89a"), new byte[] {44, 1, 44, 1, 0, 0, 0, 0x21, -1});
        return concat(head, repeated(new byte[] {1, 7}, 20 * MEGABYTE));
    }

    private static byte[] wav() {
        byte[] head = concat(ascii("RIFF"), little(-1), ascii("WAVE"));
        return concat(head, repeated(concat(ascii("abcd"), little(0)), 1_900_000));
    }

    private static byte[] boxes() {
        return concat(Samples.ftyp("isom"), repeated(box("free"), 5_000_000));
    }

    private static byte[] tables(int length) {
        byte[] table = box("sidx", new byte[8], big(1000), new byte[8], new byte[] {0, 0, -1, -1});
        byte[] padded = concat(big(length), Arrays.copyOfRange(table, 4, table.length), new byte[length]);
        byte[] tables = repeated(Arrays.copyOf(padded, length), Math.min(19_000, 60 * MEGABYTE / length));
        byte[] header = box("mvhd", new byte[12], big(1000), new byte[84]);
        byte[] index = box("moov", header, box("mvex"), track());
        return concat(Samples.ftyp("isom"), index, tables, box("mdat", new byte[MEGABYTE]));
    }

    private static byte[] track() {
        byte[] matrix = concat(big(0x10000), new byte[12], big(0x10000), new byte[12], big(0x40000000));
        byte[] header = box("tkhd", new byte[40], matrix, big(640 << 16), big(360 << 16));
        return box("trak", header, box("mdia", box("hdlr", new byte[8], ascii("vide"), new byte[13])));
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] whole = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, whole, i * part.length, part.length);
        }
        return whole;
    }
}
