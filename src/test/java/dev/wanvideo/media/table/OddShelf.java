package dev.wanvideo.media.table;

import static dev.wanvideo.media.table.Recipe.clip;
import static dev.wanvideo.media.table.Recipe.picture;
import static dev.wanvideo.media.table.Recipe.voice;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are damaged, empty or not what their names say. */
final class OddShelf {
    private OddShelf() {}

    static List<Recipe> recipes() {
        List<Recipe> all = new ArrayList<>(damaged());
        all.addAll(lying());
        return all;
    }

    private static List<Recipe> damaged() {
        return List.of(
                picture("empty.png", (kitchen, target) -> Files.write(target, new byte[0]))
                        .refused("the file is empty"),
                clip("empty.mp4", (kitchen, target) -> Files.write(target, new byte[0]))
                        .refused("the file is empty"),
                picture("cut.png", (kitchen, target) -> Files.write(target, Bits.without(5000, kitchen.opaque())))
                        .refused("cut off"),
                picture("cut-large.png", (kitchen, target) -> {
                            Path whole = target.resolveSibling("whole-for-cut.png");
                            kitchen.convert(whole, "-quality 10 -size 500x400 xc:gray -seed 1 +noise Random");
                            Files.write(target, Bits.without(20_000, whole));
                        })
                        .refused("cut off"),
                picture("cut-large.jpg", (kitchen, target) -> {
                            Path whole = target.resolveSibling("whole-for-cut.jpg");
                            kitchen.convert(whole, "-size 500x400 xc:gray -seed 1 +noise Random");
                            Files.write(target, Bits.without(20_000, whole));
                        })
                        .refused("cut off"),
                picture("cut.jpg", (kitchen, target) -> Files.write(target, Bits.without(5000, kitchen.photo())))
                        .refused("cut off"),
                picture("cut.webp", (kitchen, target) -> {
                            Path whole = target.resolveSibling("whole-for-cut.webp");
                            kitchen.convert(whole, kitchen.opaque().toString());
                            Files.write(target, Bits.without(1000, whole));
                        })
                        .refused("cut off"),
                picture("cut.bmp", (kitchen, target) -> {
                            Path whole = target.resolveSibling("whole-for-cut.bmp");
                            kitchen.convert(whole, kitchen.opaque().toString());
                            Files.write(target, Bits.without(1000, whole));
                        })
                        .refused("cut off"),
                clip(
                                "cut-before-index.mp4",
                                (kitchen, target) -> Files.write(target, Bits.without(20_000, kitchen.film())))
                        .refused("cut off"),
                clip("cut-behind-index.mp4", (kitchen, target) -> {
                            Path whole = target.resolveSibling("whole-for-cut.mp4");
                            kitchen.ffmpeg(whole, "-i " + kitchen.film() + " -c copy -movflags +faststart");
                            Files.write(target, Bits.without(20_000, whole));
                        })
                        .refused("cut off"),
                voice("cut.wav", (kitchen, target) -> Files.write(target, Bits.without(30_000, kitchen.noise())))
                        .refused("cut off"));
    }

    private static List<Recipe> lying() {
        return List.of(
                copied("drawing.jpg", Kitchen::opaque, "picture", ""),
                copied("photograph.png", Kitchen::photo, "picture", ""),
                copied("film.jpg", Kitchen::film, "picture", "an MP4 video, not a picture; it belongs in `video`"),
                copied("sound.mp4", Kitchen::noise, "clip", "a WAV sound, not a video; it belongs in `voice`"),
                copied("photograph.mp3", Kitchen::photo, "voice", "a JPEG picture, not a voice recording"),
                copied("film.mov", Kitchen::film, "clip", ""),
                clip(
                                "page.mp4",
                                (kitchen, target) ->
                                        Files.writeString(target, "<!DOCTYPE html><html><title>Log in</title></html>"))
                        .refused("a web page (HTML), which cannot be used here"),
                picture("archive.png", OddShelf::archive).refused("a ZIP archive, which cannot be used here"),
                picture("paper.jpg", (kitchen, target) -> Files.writeString(target, "%PDF-1.4\n1 0 obj\n"))
                        .refused("a PDF document, which cannot be used here"),
                picture("words.png", (kitchen, target) -> Files.writeString(target, "not a picture at all, only words"))
                        .refused("its content is not a picture, whatever its name says"),
                voice("noise.mp3", (kitchen, target) -> Files.write(target, Bits.grain(50_000)))
                        .refused("its content is not a voice recording, whatever its name says"));
    }

    private static void archive(Kitchen kitchen, Path target) throws java.io.IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("opaque.png"));
            Files.copy(kitchen.opaque(), zip);
        }
    }

    private static Recipe copied(
            String name, java.util.function.Function<Kitchen, Path> of, String kind, String refusal) {
        Recipe.Maker maker = (kitchen, target) -> Files.copy(of.apply(kitchen), target);
        Recipe recipe = kind.equals("picture")
                ? picture(name, maker)
                : kind.equals("clip") ? clip(name, maker) : voice(name, maker);
        return recipe.refused(refusal);
    }
}
