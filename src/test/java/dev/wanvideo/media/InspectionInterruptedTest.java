package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.wanvideo.video.MediaKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that is stopped in the middle of a look blames no file. */
final class InspectionInterruptedTest {
    static Stream<Arguments> looks() {
        return Stream.of("png", "jpeg", "bmp")
                .flatMap(type -> Stream.of(Mend.values())
                        .flatMap(mend -> IntStream.range(0, 12).mapToObj(read -> arguments(type, mend, read))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isNoDamage(String type, Mend mend, int read) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), type, file);
        InterruptedBytes bytes = new InterruptedBytes(file.toByteArray(), read);
        boolean finished = false;
        try {
            Inspection.of(bytes, MediaKind.IMAGE, mend);
            finished = true;
        } catch (InterruptedException e) {
            // As it should be.
        } finally {
            assertThat(Thread.interrupted()).isEqualTo(bytes.ended());
        }
        assertThat(finished).isEqualTo(!bytes.ended());
    }

    /** Whose reader is interrupted at one of its reads, which closes the file. */
    private static final class InterruptedBytes implements Bytes {
        private final byte[] file;
        private int left;

        InterruptedBytes(byte[] file, int left) {
            this.file = file;
            this.left = left;
        }

        @Override
        public long length() {
            return file.length;
        }

        boolean ended() {
            return left < 0;
        }

        @Override
        public byte[] upTo(long offset, int count) throws IOException {
            left--;
            if (left < 0) {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }
            int from = (int) Math.min(offset, file.length);
            return Arrays.copyOfRange(file, from, (int) Math.min(file.length, (long) from + count));
        }
    }
}
