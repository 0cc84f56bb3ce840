package dev.wanvideo.bench;

import dev.wanvideo.e2e.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Preview films of five seconds, warm, beside {@code ffmpeg} that encodes the same frames and does nothing else. */
final class PreviewChapter implements Chapter {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 3;
    private static final int SECONDS = 5;
    private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+\\.mp4)\"");
    private static final Pattern BENCH = Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s rtime=([0-9.]+)s");
    private static final Pattern SIZE = Pattern.compile("\"width\":(\\d+),\"height\":(\\d+)");

    private record Cost(double wall, double cpu) {}

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String text(Grounds grounds) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("## Preview films\n\n" + SECONDS
                + " s of film, warm: medians of " + ROUNDS
                + " interleaved rounds. Ours is from the call to the answer that"
                + " tells of the film: drawing, encoding, contact sheet, poster, two transactions. `ffmpeg` (libx264, as it"
                + " comes) encodes the same frames, already decoded.\n\n"
                + "| size | wan-video-mcp, wall | processor | `ffmpeg`, wall | processor | ratio, wall | ratio, processor | wall for a second of film |\n"
                + "|---|---|---|---|---|---|---|---|\n");
        for (String size : List.of("half", "full")) {
            text.append(row(grounds, size));
        }
        return text.toString();
    }

    private static String row(Grounds grounds, String size) throws IOException, InterruptedException {
        Contestant plain = grounds.plain();
        Map<String, String> environment = new HashMap<>(plain.environment());
        environment.put("PREVIEW_SIZE", size);
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        String told = "";
        try (Talk talk = new Talk(new Contestant("", plain.command(), plain.folder(), environment, "")).shakeHands()) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double cpu = Footprint.cpuSeconds(talk.pid());
                long start = System.nanoTime();
                told = TaskIds.awaited(
                        talk,
                        TaskIds.in(talk.call(
                                "{\"name\":\"create_reference_video\",\"arguments\":" + grounds.film(SECONDS) + "}")));
                Cost own = new Cost(seconds(start), Footprint.cpuSeconds(talk.pid()) - cpu);
                Cost other = encoded(grounds, told);
                if (round >= 0) {
                    ours.add(own);
                    theirs.add(other);
                }
            }
        }
        return row(told, ours, theirs);
    }

    private static String row(String told, List<Cost> ours, List<Cost> theirs) throws IOException {
        Matcher size = SIZE.matcher(told);
        if (!size.find()) {
            throw new IOException("no size in " + told);
        }
        Series wall = Series.of(ours.stream().map(Cost::wall).toList());
        Series cpu = Series.of(ours.stream().map(Cost::cpu).toList());
        Series otherWall = Series.of(theirs.stream().map(Cost::wall).toList());
        Series otherCpu = Series.of(theirs.stream().map(Cost::cpu).toList());
        return String.format(
                Locale.ROOT,
                "| %sx%s | %.2f s | %.2f s | %.2f s | %.2f s | %.2f | %.2f | %.2f s |%n",
                size.group(1),
                size.group(2),
                wall.median(),
                cpu.median(),
                otherWall.median(),
                otherCpu.median(),
                wall.ratioTo(otherWall),
                cpu.ratioTo(otherCpu),
                wall.median() / SECONDS);
    }

    private static Cost encoded(Grounds grounds, String told) throws IOException {
        Matcher path = PATH.matcher(told);
        if (!path.find()) {
            throw new IOException("no film in " + told);
        }
        Path frames = grounds.folder().resolve("frames.y4m");
        ffmpeg("-i", path.group(1), "-pix_fmt", "yuv420p", frames.toString());
        Ran ran = ffmpeg(
                "-benchmark",
                "-i",
                frames.toString(),
                "-c:v",
                "libx264",
                grounds.folder().resolve("again.mp4").toString());
        Matcher bench = BENCH.matcher(ran.err());
        if (!bench.find()) {
            throw new IOException(ran.toString());
        }
        return new Cost(
                Double.parseDouble(bench.group(3)),
                Double.parseDouble(bench.group(1)) + Double.parseDouble(bench.group(2)));
    }

    private static Ran ffmpeg(String... words) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-y", "-nostdin"));
        command.addAll(List.of(words));
        return Ran.of(command, Path.of("."), System.getenv(), Duration.ofMinutes(1));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
