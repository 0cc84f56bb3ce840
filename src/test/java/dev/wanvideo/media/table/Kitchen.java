package dev.wanvideo.media.table;

import dev.wanvideo.media.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where media files are made, from a few that all others are made of. */
final class Kitchen {
    private final Path stock;

    private Kitchen(Path stock) {
        this.stock = stock;
    }

    /** Makes what the others are made of; tests that need it are skipped where a program is missing. */
    static Kitchen in(Path stock) throws IOException, InterruptedException {
        Kitchen kitchen = new Kitchen(stock);
        String scene = "testsrc2=size=640x480:rate=1:duration=1";
        kitchen.ffmpeg(stock.resolve("opaque.png"), "-f lavfi -i " + scene + " -frames:v 1 -pix_fmt rgb24");
        kitchen.ffmpeg(
                stock.resolve("clear.png"),
                "-f lavfi -i " + scene + " -frames:v 1 -vf format=rgba,colorchannelmixer=aa=0.5 -pix_fmt rgba");
        kitchen.convert(stock.resolve("photo.jpg"), stock.resolve("opaque.png") + " -quality 90");
        kitchen.ffmpeg(
                stock.resolve("film.mp4"),
                "-f lavfi -i testsrc2=size=640x360:rate=30:duration=5 -f lavfi -i sine=duration=5"
                        + " -c:v libx264 -preset ultrafast -bf 2 -g 30 -pix_fmt yuv420p -c:a aac -b:v 1200k");
        kitchen.ffmpeg(stock.resolve("noise.wav"), "-f lavfi -i anoisesrc=d=7.3:r=44100:seed=1 -ac 1");
        return kitchen;
    }

    Path opaque() {
        return stock.resolve("opaque.png");
    }

    Path clear() {
        return stock.resolve("clear.png");
    }

    Path photo() {
        return stock.resolve("photo.jpg");
    }

    /** Five seconds of 640x360 with B-frames and sound, its index at the end. */
    Path film() {
        return stock.resolve("film.mp4");
    }

    /** 7.3 seconds of noise. */
    Path noise() {
        return stock.resolve("noise.wav");
    }

    /** Writes a file with ffmpeg; the arguments are parted by blanks. */
    void ffmpeg(Path target, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(Arrays.asList(arguments.split(" ")));
        command.add(target.toString());
        Programs.run(command);
    }

    /** The same into a pipe, so that the writer cannot go back to fill in lengths. */
    void piped(Path target, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin"));
        command.addAll(Arrays.asList(arguments.split(" ")));
        command.add("pipe:1");
        Files.write(target, Programs.run(command));
    }

    /** Writes a file with ImageMagick; the format follows the name of the target unless that begins with one. */
    void convert(Path target, String arguments) throws IOException, InterruptedException {
        convert(target.toString(), arguments);
    }

    void convert(String target, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Programs.firstOf("convert-im6.q16", "magick", "convert")));
        command.addAll(Arrays.asList(arguments.split(" ")));
        command.add(target);
        Programs.run(command);
    }

    /** Writes a part of what another recipe makes. */
    static void write(Path target, byte[]... parts) throws IOException {
        Files.write(target, Bits.concat(parts));
    }
}
