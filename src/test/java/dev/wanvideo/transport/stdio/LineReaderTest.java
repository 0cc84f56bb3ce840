package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineReaderTest {

    @Test
    void cutsLinesWhereverTheReadsFall() throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("x".repeat(random.nextInt(i % 20 == 0 ? 100_000 : 200)) + i);
        }
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        assertThat(read(new Crumbs(bytes, random))).isEqualTo(lines);
    }

    @Test
    void takesWindowsLineEndsBlankLinesAndALastLineWithoutEnd() throws IOException {
        assertThat(read(new ByteArrayInputStream("a\r\n\r\n\nb\rc\nd".getBytes(UTF_8))))
                .containsExactly("a", "", "", "b\rc", "d");
    }

    @Test
    void givesTheLongBufferBackAfterALongLine() throws IOException {
        byte[] bytes = ("y".repeat(3_000_000) + "\nshort\n").getBytes(UTF_8);
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
        assertThat(reader.advance()).isTrue();
        assertThat(reader.buffer()).hasSizeGreaterThan(3_000_000);
        assertThat(reader.advance()).isTrue();
        assertThat(reader.buffer()).hasSizeLessThan(100_000);
    }

    @Test
    void holdsNoMoreThanTheLimitOfALineWithoutEnd() throws IOException {
        LineReader reader = new LineReader(new Endless(5L * LineReader.LIMIT));
        assertThat(reader.advance()).isTrue();
        assertThat(reader.oversized()).isNotNull();
        assertThat(reader.buffer()).hasSizeLessThan(LineReader.LIMIT + 100_000);
        assertThat(reader.advance()).isFalse();
    }

    private static List<String> read(InputStream in) throws IOException {
        LineReader reader = new LineReader(in);
        List<String> lines = new ArrayList<>();
        while (reader.advance()) {
            lines.add(new String(reader.buffer(), reader.from(), reader.to() - reader.from(), UTF_8));
        }
        return lines;
    }

    /** Gives as few bytes as it likes. */
    private static final class Crumbs extends ByteArrayInputStream {

        private final Random random;

        Crumbs(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1 + random.nextInt(5000)));
        }
    }

    /** One line that goes on and on. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'z' : -1;
        }
    }
}
