package dev.wanvideo.media;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the format of a picture gives it an alpha channel, used or not, told from its first bytes; empty where they do
 * not tell.
 *
 * <p>Sources: https://www.w3.org/TR/png-3/ (11.2.1, 11.3.1), https://developers.google.com/speed/webp/docs/riff_container
 * and /webp_lossless_bitstream_specification,
 * https://learn.microsoft.com/en-us/windows/win32/api/wingdi/ns-wingdi-bitmapv5header (read 2026-11-20).
 */
final class Transparency {
    private static final Set<Long> PNG_WITH_ALPHA = Set.of(4L, 6L);
    private static final int WEBP_ALPHA = 0x10;
    private static final int WEBP_ANIMATION = 2;
    private static final int WEBP_WIPED = 1;
    private static final int WEBP_IN_PLACE = 2;

    /** The first header of a bitmap that has a mask for an alpha channel. */
    private static final int BMP_WITH_MASKS = 56;

    private Transparency() {}

    static Optional<Boolean> of(Bytes file, ContentType type) throws IOException {
        return switch (type) {
            case PNG -> Optional.of(PNG_WITH_ALPHA.contains(file.big(25, 1)) || pngNamesAClearColour(file));
            case WEBP -> webp(file);
            case BMP ->
                Optional.of(
                        file.little(14, 4) >= BMP_WITH_MASKS && file.little(28, 2) == 32 && file.little(66, 4) != 0);
            case JPEG -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static boolean pngNamesAClearColour(Bytes file) throws IOException {
        PartCount chunks = new PartCount();
        long at = 8;
        while (file.length() - at >= 12) {
            chunks.next();
            String chunk = file.name(at + 4);
            if (chunk.equals("tRNS") || chunk.equals("IDAT")) {
                return chunk.equals("tRNS");
            }
            at += 12 + file.big(at, 4);
        }
        return false;
    }

    private static Optional<Boolean> webp(Bytes file) throws IOException {
        return switch (file.name(12)) {
            case "VP8X" -> extended(file, (int) file.big(20, 1));
            case "VP8L" -> Optional.of(lossless(file, 12));
            case "VP8 " -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Encoders promise an alpha channel to animations that need it to leave standing what is; then the frames are asked. */
    private static Optional<Boolean> extended(Bytes file, int flags) throws IOException {
        boolean promised = (flags & WEBP_ALPHA) != 0;
        return promised && (flags & WEBP_ANIMATION) != 0 ? animated(file) : Optional.of(promised);
    }

    private static Optional<Boolean> animated(Bytes file) throws IOException {
        PartCount chunks = new PartCount();
        int frames = 0;
        for (long at = 30; file.length() - at >= 40; at += 8 + (file.little(at + 4, 4) + 1 & ~1L)) {
            chunks.next();
            if (!file.atHand(at, 40)) {
                return Optional.empty();
            }
            if (!file.name(at).equals("ANMF")) {
                continue;
            }
            int manner = (int) file.big(at + 23, 1);
            boolean covering = frames++ == 0 || (manner & WEBP_IN_PLACE) != 0;
            if (covering && clear(file, at + 24)) {
                return Optional.of(true);
            }
            // What does not reach the edges, or is wiped away, leaves a background that players draw as they like.
            if (frames == 1 && !covers(file, at + 14) || (manner & WEBP_WIPED) != 0) {
                return Optional.empty();
            }
        }
        return frames == 0 ? Optional.empty() : Optional.of(false);
    }

    private static boolean clear(Bytes file, long frame) throws IOException {
        return file.name(frame).equals("ALPH") || file.name(frame).equals("VP8L") && lossless(file, frame);
    }

    private static boolean covers(Bytes file, long sides) throws IOException {
        return file.little(sides, 6) == file.little(24, 6);
    }

    private static boolean lossless(Bytes file, long chunk) throws IOException {
        return (file.little(chunk + 9, 4) >> 28 & 1) != 0;
    }
}
