package dev.wanvideo.media.table;

import dev.wanvideo.media.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks ffprobe about films and sounds and ImageMagick about pictures. */
final class Oracle {
    private static final Set<String> LYING = Set.of("LeftTop", "RightTop", "RightBottom", "LeftBottom");

    private static final String ASKED = "%m|%w|%h|%[channels]|%[orientation]|%[png:IHDR.color-type-orig]\n";

    /** Colour types with an alpha channel; ImageMagick leaves out one that is nowhere clear. */
    private static final Set<String> SEE_THROUGH_PNG = Set.of("4", "6");

    private static final Map<String, String> PICTURES = Map.of(
            "JPEG", "image/jpeg",
            "PNG", "image/png",
            "WEBP", "image/webp",
            "BMP", "image/bmp",
            "BMP3", "image/bmp",
            "GIF", "image/gif",
            "TIFF", "image/tiff",
            "HEIC", "image/heic");

    private static final String ENTRIES = "format=format_name,duration:format_tags=major_brand"
            + ":stream=codec_type,width,height,sample_aspect_ratio,avg_frame_rate"
            + ":stream_side_data=rotation:stream_disposition=attached_pic:packet=pts_time,duration_time";

    private static final Map<String, String> FORMATS = Map.of(
            "wav", "audio/wav",
            "mp3", "audio/mpeg",
            "flac", "audio/flac",
            "ogg", "audio/ogg",
            "aac", "audio/aac",
            "avi", "video/x-msvideo",
            "matroska,webm", "video/x-matroska");

    private Oracle() {}

    static Told of(Path file) throws IOException, InterruptedException {
        Optional<Told> picture = identified(file);
        return picture.isPresent() ? picture.get() : probed(file);
    }

    private static Optional<Told> identified(Path file) throws IOException, InterruptedException {
        String[] told;
        try {
            told = Programs.text(List.of("identify", "-format", ASKED, file + "[0]"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split("\\|", -1);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        boolean lies = LYING.contains(told[4]);
        boolean alpha = told[3].strip().split(" ")[0].endsWith("a") || SEE_THROUGH_PNG.contains(told[5]);
        boolean newer = told[0].equals("HEIC") && probed(file).type().equals("image/avif");
        return newer || !PICTURES.containsKey(told[0])
                ? Optional.empty()
                : Optional.of(new Told(
                        PICTURES.get(told[0]),
                        Optional.of(lies ? told[2] + "x" + told[1] : told[1] + "x" + told[2]),
                        Optional.of(alpha),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Files.size(file)));
    }

    private static Told probed(Path file) throws IOException, InterruptedException {
        try {
            return played(
                    file,
                    Programs.text(List.of(
                            "ffprobe", "-v", "error", "-of", "flat", "-show_entries", ENTRIES, file.toString())));
        } catch (IOException unreadable) {
            return Told.nothing(Files.size(file));
        }
    }

    private static Told played(Path file, String flat) throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        flat.lines().map(line -> line.split("=", 2)).forEach(pair -> told.put(pair[0], pair[1].replace("\"", "")));
        Optional<String> picture = streams(told, "video").stream()
                .filter(stream -> !"1".equals(told.get(stream + "disposition.attached_pic")))
                .findFirst();
        boolean sound = !streams(told, "audio").isEmpty();
        return new Told(
                type(told),
                picture.map(stream -> shown(told, stream)),
                Optional.empty(),
                seconds(told),
                picture.map(stream -> frame(told.get(stream + "avg_frame_rate")))
                        .orElse(0.0),
                picture.map(stream -> sound),
                Files.size(file));
    }

    private static String type(Map<String, String> told) {
        String format = told.getOrDefault("format.format_name", "");
        return format.startsWith("mov,") ? branded(told) : FORMATS.getOrDefault(format, "");
    }

    private static String branded(Map<String, String> probed) {
        String brand = probed.getOrDefault("format.tags.major_brand", "");
        return switch (brand.strip()) {
            case "qt" -> "video/quicktime";
            case "heic" -> "image/heic";
            case "avif" -> "image/avif";
            case "M4A" -> "audio/mp4";
            default -> "video/mp4";
        };
    }

    private static List<String> streams(Map<String, String> probed, String type) {
        return java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> "streams.stream." + i + ".")
                .filter(stream -> type.equals(probed.get(stream + "codec_type")))
                .toList();
    }

    /** Pixels may be wider than high, and the whole may lie on its side. */
    private static String shown(Map<String, String> probed, String stream) {
        long width = Long.parseLong(probed.get(stream + "width"));
        String height = probed.get(stream + "height");
        String[] ratio =
                probed.getOrDefault(stream + "sample_aspect_ratio", "1:1").split(":");
        if (ratio.length == 2 && !ratio[1].equals("0")) {
            width = Math.round(width * Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1]));
        }
        boolean lies = probed.getOrDefault(stream + "side_data_list.side_data.0.rotation", "0")
                .endsWith("90");
        lies |= probed.getOrDefault(stream + "side_data_list.side_data.0.rotation", "0")
                .endsWith("270");
        return lies ? height + "x" + width : width + "x" + height;
    }

    private static double frame(String rate) {
        String[] parts = rate.split("/");
        return Double.parseDouble(parts[0]) == 0 ? 0 : Double.parseDouble(parts[1]) / Double.parseDouble(parts[0]);
    }

    /** By counting: of sounds and films in pieces the lengths that headers tell are often guesses. */
    private static Optional<Double> seconds(Map<String, String> told) {
        double start = Double.MAX_VALUE;
        double end = 0;
        for (int i = 0; told.containsKey("packets.packet." + i + ".pts_time"); i++) {
            String packet = "packets.packet." + i + ".";
            double shown = number(told.get(packet + "pts_time"));
            start = Math.min(start, Math.max(0, shown));
            end = Math.max(end, shown + number(told.get(packet + "duration_time")));
        }
        return Optional.of(end > start ? end - start : number(told.get("format.duration")))
                .filter(s -> s > 0);
    }

    private static double number(@Nullable String text) {
        return text == null || text.equals("N/A") ? 0 : Double.parseDouble(text);
    }
}
