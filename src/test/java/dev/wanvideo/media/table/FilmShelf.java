package dev.wanvideo.media.table;

import static dev.wanvideo.media.table.Recipe.clip;

import java.util.ArrayList;
import java.util.List;

/** Clips of every kind that people have. */
final class FilmShelf {
    private static final String SCENE = "-f lavfi -i testsrc2=size=320x240:rate=15:duration=2";

    private FilmShelf() {}

    static List<Recipe> recipes() {
        List<Recipe> all = new ArrayList<>();
        all.addAll(indexes());
        all.addAll(fragments());
        all.addAll(turned());
        all.addAll(pictures());
        all.addAll(tracks());
        all.addAll(containers());
        return all;
    }

    private static List<Recipe> indexes() {
        return List.of(
                copied("index-last.mp4", ""),
                copied("index-first.mp4", "-movflags +faststart"),
                copied("index-last-no-sound.mp4", "-an"),
                copied("cut-by-edit-list.mp4", "-ss 1.3"),
                clip(
                        "late-sound.mp4",
                        (kitchen, target) -> kitchen.ffmpeg(
                                target,
                                "-i " + kitchen.film() + " -itsoffset 1.5 -i " + kitchen.film()
                                        + " -map 0:v -map 1:a -c copy")),
                clip(
                        "index-behind-video-of-2-mb.mp4",
                        (kitchen, target) -> kitchen.ffmpeg(
                                target,
                                "-f lavfi -i nullsrc=size=320x240:rate=15:duration=2,geq=random(1)*255:128:128"
                                        + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -qp 1")));
    }

    private static List<Recipe> fragments() {
        return List.of(
                copied("fragments.mp4", "-movflags frag_keyframe+empty_moov"),
                copied("fragments-first-in-index.mp4", "-movflags frag_keyframe"),
                copied("fragments-dash.mp4", "-movflags frag_keyframe+empty_moov+dash"),
                copied("fragments-one-sidx.mp4", "-movflags frag_keyframe+empty_moov+dash+global_sidx"),
                copied("fragments-no-mfra.mp4", "-movflags frag_keyframe+empty_moov+skip_trailer"),
                copied("fragments-cmaf.mp4", "-movflags cmaf+frag_keyframe -an"),
                copied("fragments-own-base.mp4", "-movflags frag_keyframe+empty_moov+default_base_moof"),
                clip(
                        "fragments-streamed.mp4",
                        (kitchen, target) -> kitchen.piped(
                                target,
                                "-i " + kitchen.film() + " -c copy -movflags frag_keyframe+empty_moov -f mp4")));
    }

    private static List<Recipe> turned() {
        return List.of(
                copied("turned-90.mp4", "-metadata:s:v rotate=90"),
                copied("turned-180.mp4", "-metadata:s:v rotate=180"),
                copied("turned-270.mov", "-metadata:s:v rotate=270"),
                encoded("wide-pixels.mp4", "-vf setsar=4/3 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"));
    }

    private static List<Recipe> pictures() {
        return List.of(
                encoded(
                        "hevc.mp4",
                        "-frames:v 20 -c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params log-level=none"),
                encoded("odd-sides.mp4", "-vf scale=321:241 -c:v libx264 -preset ultrafast -pix_fmt yuv444p"),
                encoded("ten-bit.mp4", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p10le"),
                encoded("mpeg4.mp4", "-c:v mpeg4"),
                encoded("vp9.mp4", "-frames:v 20 -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 300k"),
                encoded("av1.mp4", "-c:v libsvtav1 -preset 12 -pix_fmt yuv420p"),
                encoded("29.97.mp4", "-r 30000/1001 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"),
                encoded(
                        "changing-pace.mp4",
                        "-vf setpts='if(lt(N,15),N,15+(N-15)*3)/15/TB' -vsync vfr -c:v libx264 -preset ultrafast"
                                + " -pix_fmt yuv420p"),
                clip(
                                "long.mp4",
                                (kitchen, target) -> kitchen.ffmpeg(
                                        target,
                                        "-f lavfi -i testsrc2=size=320x240:rate=1:duration=60 -c:v libx264 -preset ultrafast"
                                                + " -pix_fmt yuv420p"))
                        .refused("it lasts 60.0 seconds, which is too long"),
                clip(
                                "small.mp4",
                                (kitchen, target) -> kitchen.ffmpeg(
                                        target,
                                        "-f lavfi -i testsrc2=size=160x120:rate=10:duration=2 -c:v libx264 -preset ultrafast"
                                                + " -pix_fmt yuv420p"))
                        .refused("it has 160x120 pixels, which is too small"));
    }

    private static List<Recipe> tracks() {
        return List.of(
                copied("sound-only.mp4", "-vn").refused("the file holds no moving picture"),
                copied("sound-only.mov", "-vn").refused("the file holds no moving picture"),
                clip(
                        "longer-sound.mp4",
                        (kitchen, target) -> kitchen.ffmpeg(
                                target,
                                "-i " + kitchen.film()
                                        + " -f lavfi -i sine=duration=8 -map 0:v -map 1:a -c:v copy -c:a aac")),
                clip("subtitles.mp4", (kitchen, target) -> {
                    var lines = target.resolveSibling("lines.srt");
                    java.nio.file.Files.writeString(lines, "1\n00:00:00,500 --> 00:00:02,000\nHello\n\n");
                    kitchen.ffmpeg(target, "-i " + kitchen.film() + " -i " + lines + " -c copy -c:s mov_text");
                }),
                copied("time-code.mov", "-timecode 01:00:00:00"),
                clip(
                        "cover.mp4",
                        (kitchen, target) -> kitchen.ffmpeg(
                                target,
                                "-i " + kitchen.film() + " -i " + kitchen.photo()
                                        + " -map 0 -map 1 -c copy -disposition:v:1 attached_pic")));
    }

    private static List<Recipe> containers() {
        return List.of(
                copied("plain.mov", ""),
                copied("pcm-sound.mov", "-c:a pcm_s16le"),
                encoded("prores.mov", "-frames:v 20 -c:v prores_ks -profile:v 0"),
                copied("apple.m4v", "-f ipod"),
                encoded("phone.3gp", "-vf scale=352:288 -c:v h263"),
                encoded("web.webm", "-frames:v 5 -c:v libvpx -deadline realtime -cpu-used 8")
                        .refused("a WebM video, which cannot"),
                copied("matroska.mkv", "").refused("a Matroska video, which cannot"),
                copied("old.avi", "").refused("an AVI video, which cannot"),
                copied("broadcast.ts", "").refused("not a video"));
    }

    private static Recipe copied(String name, String how) {
        return clip(
                name,
                (kitchen, target) -> kitchen.ffmpeg(target, ("-i " + kitchen.film() + " -c copy " + how).strip()));
    }

    private static Recipe encoded(String name, String how) {
        return clip(name, (kitchen, target) -> kitchen.ffmpeg(target, SCENE + " " + how));
    }
}
