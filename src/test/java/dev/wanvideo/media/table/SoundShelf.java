package dev.wanvideo.media.table;

import static dev.wanvideo.media.table.Recipe.voice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Voices of every kind that people have. */
final class SoundShelf {
    private SoundShelf() {}

    static List<Recipe> recipes() {
        List<Recipe> all = new ArrayList<>();
        all.addAll(waves());
        all.addAll(layers());
        all.addAll(others());
        return all;
    }

    private static List<Recipe> waves() {
        return List.of(
                from("plain.wav", ""),
                from("24-bit.wav", "-c:a pcm_s24le -ar 48000"),
                from("float.wav", "-c:a pcm_f32le"),
                from("8-bit.wav", "-c:a pcm_u8 -ar 8000"),
                from("telephone.wav", "-c:a pcm_alaw -ar 8000"),
                from("six-channels.wav", "-ac 6"),
                from("packed.wav", "-c:a adpcm_ms -ar 22050"),
                from("64-bit.wav", "-rf64 always"),
                from("tagged.wav", "-metadata title=A_title -metadata comment=Some_words"),
                voice("streamed.wav", (kitchen, target) -> kitchen.piped(target, "-i " + kitchen.noise() + " -f wav")),
                voice(
                        "streamed-24-bit.wav",
                        (kitchen, target) ->
                                kitchen.piped(target, "-i " + kitchen.noise() + " -c:a pcm_s24le -ac 2 -f wav")),
                voice(
                                "long.wav",
                                (kitchen, target) ->
                                        kitchen.ffmpeg(target, "-f lavfi -i sine=duration=45:sample_rate=8000"))
                        .refused("it lasts 45.0 seconds, which is too long"));
    }

    private static List<Recipe> layers() {
        return List.of(
                from("constant.mp3", "-b:a 128k"),
                from("constant-320.mp3", "-b:a 320k -ac 2"),
                from("variable.mp3", "-q:a 2"),
                from("constant-untold.mp3", "-b:a 320k -write_xing 0 -id3v2_version 0"),
                from("variable-untold.mp3", "-q:a 0 -ac 2 -write_xing 0 -id3v2_version 0"),
                from("low-rate.mp3", "-ar 22050 -b:a 32k"),
                from("lowest-rate.mp3", "-ar 8000 -b:a 16k"),
                tagged("tag-of-200-kb.mp3", "-q:a 2", Bits.id3v2(200_000), new byte[0]),
                tagged("tag-of-2-mb.mp3", "-q:a 2", Bits.id3v2(2_000_000), new byte[0]),
                tagged("tag-behind.mp3", "-b:a 128k", new byte[0], Bits.id3v1()),
                tagged("tag-behind-untold.mp3", "-b:a 320k -write_xing 0", new byte[0], Bits.id3v1()));
    }

    private static List<Recipe> others() {
        return List.of(
                voice("cut.mp3", (kitchen, target) -> {
                    Path whole = target.resolveSibling("whole-for-cut.mp3");
                    kitchen.ffmpeg(whole, "-i " + kitchen.noise() + " -q:a 2");
                    Files.write(target, Bits.without(20_000, whole));
                }),
                from("plain.flac", ""),
                from("24-bit.flac", "-sample_fmt s32 -ar 48000"),
                voice(
                        "streamed.flac",
                        (kitchen, target) -> kitchen.piped(target, "-i " + kitchen.noise() + " -f flac")),
                voice(
                        "covered.flac",
                        (kitchen, target) -> kitchen.ffmpeg(
                                target,
                                "-i " + kitchen.noise() + " -i " + kitchen.photo()
                                        + " -map 0 -map 1 -c:v copy -disposition:v attached_pic")),
                from("vorbis.ogg", "").refused("an Ogg sound, which cannot"),
                from("opus.ogg", "-c:a libopus").refused("an Ogg sound, which cannot"),
                from("apple.m4a", "").refused("an M4A sound, which cannot"),
                from("plain.aac", "").refused("an AAC sound, which cannot"));
    }

    private static Recipe from(String name, String how) {
        return voice(name, (kitchen, target) -> kitchen.ffmpeg(target, ("-i " + kitchen.noise() + " " + how).strip()));
    }

    private static Recipe tagged(String name, String how, byte[] before, byte[] behind) {
        return voice(name, (kitchen, target) -> {
            Path plain = target.resolveSibling("plain-for-" + name);
            kitchen.ffmpeg(plain, "-i " + kitchen.noise() + " " + how + " -id3v2_version 0");
            Kitchen.write(target, before, Files.readAllBytes(plain), behind);
        });
    }
}
