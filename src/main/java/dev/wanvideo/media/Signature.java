package dev.wanvideo.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises a format by the first bytes of a file; names and what servers claim play no part. */
final class Signature {
    /** How many first bytes it wants to see. */
    static final int LENGTH = 4096;

    private static final Map<String, ContentType> FIRST_WORDS = Map.ofEntries(
            Map.entry("\u00ff\u00d8\u00ff", ContentType.JPEG),
            Map.entry("\u0089PNG\r\n\u001a\n", ContentType.PNG),
            Map.entry("GIF87a", ContentType.GIF),
            Map.entry("GIF89a", ContentType.GIF),
            Map.entry("II*\0", ContentType.TIFF),
            Map.entry("MM\0*", ContentType.TIFF),
            Map.entry("fLaC", ContentType.FLAC),
            Map.entry("OggS", ContentType.OGG),
            Map.entry("ID3", ContentType.MP3),
            Map.entry("%PDF-", ContentType.PDF),
            Map.entry("PK\u0003\u0004", ContentType.ZIP));

    private static final Map<String, ContentType> RIFF_FORMS =
            Map.of("WEBP", ContentType.WEBP, "WAVE", ContentType.WAV, "AVI ", ContentType.AVI);

    /** Films from before the {@code ftyp} box begin with one of these. */
    private static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private Signature() {}

    /** The format, if it is one that we tell apart. */
    static Optional<ContentType> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return FIRST_WORDS.entrySet().stream()
                .filter(e -> text.startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> container(text))
                .or(() -> bitmap(text))
                .or(() -> soundFrame(head))
                .or(() -> webPage(text));
    }

    private static Optional<ContentType> container(String text) {
        if (text.length() < 12) {
            return Optional.empty();
        }
        if (text.startsWith("RIFF") || text.startsWith("RF64")) {
            return Optional.ofNullable(RIFF_FORMS.get(text.substring(8, 12)));
        }
        if (text.startsWith("\u001a\u0045\u00df\u00a3")) {
            return Optional.of(text.contains("webm") ? ContentType.WEBM : ContentType.MKV);
        }
        String box = text.substring(4, 8);
        if (box.equals("ftyp")) {
            return Optional.of(brand(text));
        }
        return OLD_QUICKTIME.contains(box) ? Optional.of(ContentType.MOV) : Optional.empty();
    }

    private static ContentType brand(String text) {
        int end = Math.min(text.length(), text.charAt(2) * 256 + text.charAt(3));
        String brands = end > 8 ? text.substring(8, end) : "";
        return switch (text.substring(8, 12)) {
            case "qt  " -> ContentType.MOV;
            case "M4A ", "M4B ", "M4P " -> ContentType.M4A;
            case "avif", "avis" -> ContentType.AVIF;
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" ->
                brands.contains("avif") ? ContentType.AVIF : ContentType.HEIC;
            default -> ContentType.MP4;
        };
    }

    /** Two letters are little to go by, so the length of the header that follows must be one that exists. */
    private static Optional<ContentType> bitmap(String text) {
        boolean fits = text.startsWith("BM")
                && text.length() > 18
                && Set.of(12, 40, 52, 56, 64, 108, 124).contains((int) text.charAt(14))
                && text.startsWith("\0\0\0", 15);
        return fits ? Optional.of(ContentType.BMP) : Optional.empty();
    }

    /** Eleven set bits are little to go by, so a second frame must follow where the first one ends. */
    private static Optional<ContentType> soundFrame(byte[] head) {
        if (head.length > 6 && (head[0] & 0xff) == 0xff && (head[1] & 0xf6) == 0xf0) {
            return Optional.of(ContentType.AAC);
        }
        return Mp3Frame.at(head, 0)
                .flatMap(first -> Mp3Frame.at(head, first.bytes()))
                .map(second -> ContentType.MP3);
    }

    private static Optional<ContentType> webPage(String text) {
        String start = text.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? Optional.of(ContentType.HTML)
                : Optional.empty();
    }
}
