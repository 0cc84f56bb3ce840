package dev.wanvideo.media.table;

import static dev.wanvideo.media.table.Recipe.picture;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of every kind that people have. */
final class PictureShelf {
    private PictureShelf() {}

    static List<Recipe> recipes() {
        List<Recipe> all = new ArrayList<>();
        all.addAll(photographs());
        all.addAll(drawings());
        all.addAll(webs());
        all.addAll(others());
        return all;
    }

    private static List<Recipe> photographs() {
        List<Recipe> all = new ArrayList<>();
        IntStream.rangeClosed(1, 8)
                .mapToObj(turn -> picture(
                        "exif-" + turn + ".jpg",
                        (kitchen, target) ->
                                Files.write(target, Bits.oriented(kitchen.photo(), turn, ByteOrder.BIG_ENDIAN))))
                .forEach(all::add);
        all.add(picture(
                "exif-6-little-endian.jpg",
                (kitchen, target) -> Files.write(target, Bits.oriented(kitchen.photo(), 6, ByteOrder.LITTLE_ENDIAN))));
        all.add(from("cmyk.jpg", "-colorspace CMYK"));
        all.add(from("progressive.jpg", "-interlace JPEG"));
        all.add(from("gray.jpg", "-colorspace Gray"));
        all.add(from("full-colour.jpg", "-sampling-factor 4:4:4 -quality 100"));
        all.add(from("restarts.jpg", "-define jpeg:restart-interval=8"));
        all.add(noise("large.jpg", "-quality 95"));
        all.add(picture(
                "long-header.jpg", (kitchen, target) -> Files.write(target, Bits.profiled(kitchen.photo(), 200_000))));
        all.add(picture(
                "tail.jpg",
                (kitchen, target) -> Kitchen.write(target, Files.readAllBytes(kitchen.photo()), new byte[9000])));
        return all;
    }

    private static List<Recipe> drawings() {
        return List.of(
                from("rgb.png", "-define png:color-type=2"),
                clear("alpha.png", "-define png:color-type=6"),
                from("alpha-all-opaque.png", "-alpha set -define png:color-type=6"),
                from("palette.png", "+dither -colors 16 -define png:color-type=3"),
                palette("palette-trns.png"),
                from("deep.png", "-depth 16 -define png:color-type=2 -define png:bit-depth=16"),
                clear("deep-alpha.png", "-depth 16 -define png:color-type=6 -define png:bit-depth=16"),
                from("gray.png", "-colorspace Gray -define png:color-type=0"),
                clear("gray-alpha.png", "-colorspace Gray -define png:color-type=4"),
                from("black-and-white.png", "-monochrome -define png:bit-depth=1"),
                from("clear-colour.png", "-transparent white -define png:color-type=2"),
                from("interlaced.png", "-interlace PNG"),
                noise("large.png", "-quality 10 -define png:color-type=2"),
                noise("large-interlaced-alpha.png", "-quality 10 -alpha set -define png:color-type=6 -interlace PNG"),
                animated("animated.png", "-f apng -plays 0"));
    }

    private static List<Recipe> webs() {
        return List.of(
                from("lossy.webp", "-quality 80"),
                from("lossless.webp", "-define webp:lossless=true"),
                clear("lossy-alpha.webp", "-quality 80"),
                clear("lossless-alpha.webp", "-define webp:lossless=true"),
                animated("animated-alpha-promised.webp", "-c:v libwebp_anim"),
                picture(
                        "animated.webp",
                        (kitchen, target) ->
                                kitchen.convert(target, "-delay 20 " + kitchen.opaque() + " -size 640x480 xc:red")),
                animated("animated-alpha.webp", "-vf format=rgba,colorchannelmixer=aa=0.5 -c:v libwebp_anim"),
                noise("large.webp", "-quality 95"),
                picture("exif-6.webp", (kitchen, target) -> turned(kitchen, target, 6)));
    }

    private static List<Recipe> others() {
        return List.of(
                picture(
                        "plain.bmp",
                        (kitchen, target) -> kitchen.convert(
                                "bmp3:" + target, kitchen.opaque().toString())),
                picture(
                        "palette.bmp",
                        (kitchen, target) -> kitchen.convert(
                                "bmp3:" + target, kitchen.opaque() + " +dither -colors 16 -type Palette")),
                clear("alpha.bmp", ""),
                picture("upside-down.bmp", (kitchen, target) -> kitchen.ffmpeg(target, "-i " + kitchen.opaque())),
                from("still.gif", "").refused("a GIF picture, which cannot be used here"),
                animated("animated.gif", "").refused("a GIF picture, which cannot be used here"),
                from("packed.tiff", "-compress lzw").refused("a TIFF picture, which cannot be used here"),
                clear("alpha.tiff", "").refused("a TIFF picture, which cannot be used here"),
                apple("phone.heic", "heic").refused("a HEIC picture, which cannot be used here"),
                apple("still.avif", "avif").refused("an AVIF picture, which cannot be used here"),
                picture(
                                "small.png",
                                (kitchen, target) -> kitchen.convert(target, kitchen.opaque() + " -resize 200x150"))
                        .refused("it has 200x150 pixels, which is too small"),
                picture(
                                "narrow.jpg",
                                (kitchen, target) -> kitchen.convert(target, kitchen.photo() + " -resize 2700x300!"))
                        .refused("it has 2700x300 pixels, which is too narrow"));
    }

    private static Recipe from(String name, String how) {
        return picture(name, (kitchen, target) -> kitchen.convert(target, (kitchen.opaque() + " " + how).strip()));
    }

    /** Not every ImageMagick has an encoder for it; the first box alone names the format. */
    private static Recipe apple(String name, String brand) {
        return picture(name, (kitchen, target) -> {
            try {
                kitchen.convert(target, kitchen.opaque() + " -resize 64x64");
            } catch (IOException noEncoder) {
                Files.write(
                        target, Bits.concat(Bits.big(20), Bits.ascii("ftyp" + brand), Bits.big(0), Bits.ascii("mif1")));
            }
        });
    }

    private static Recipe clear(String name, String how) {
        return picture(name, (kitchen, target) -> kitchen.convert(target, (kitchen.clear() + " " + how).strip()));
    }

    private static Recipe noise(String name, String how) {
        return picture(
                name,
                (kitchen, target) -> kitchen.convert(target, "-size 500x400 xc:gray -seed 1 +noise Random " + how));
    }

    private static Recipe animated(String name, String how) {
        return picture(
                name,
                (kitchen, target) ->
                        kitchen.ffmpeg(target, ("-f lavfi -i testsrc2=size=320x240:rate=3:duration=1 " + how).strip()));
    }

    /** ImageMagick would turn so few colours back into a palette without the clear one unless it is forced. */
    private static Recipe palette(String name) {
        return picture(
                name,
                (kitchen, target) -> kitchen.ffmpeg(
                        target,
                        "-i " + kitchen.clear() + " -filter_complex split[a][b];[a]palettegen=reserve_transparent=1[p];"
                                + "[b][p]paletteuse -pix_fmt pal8"));
    }

    private static void turned(Kitchen kitchen, Path target, int turn) throws IOException, InterruptedException {
        Path photograph = target.resolveSibling("of-" + target.getFileName() + ".jpg");
        Files.write(photograph, Bits.oriented(kitchen.photo(), turn, ByteOrder.BIG_ENDIAN));
        kitchen.convert(target, photograph.toString());
    }
}
