package dev.wanvideo.media.animatic;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Decodes clips with the {@code ffmpeg} found on the path. */
final class FfmpegClip implements ClipReader.Source {
    private static final long MOST_SECONDS = 20;
    private static final long MOST_SECONDS_FOR_A_FILM = 60;
    private static final int MOST_SIDE = 8192;

    private final int longestSide;
    private final BooleanSupplier stopped;

    FfmpegClip(int longestSide, BooleanSupplier stopped) {
        this.longestSide = longestSide;
        this.stopped = stopped;
    }

    @Override
    public List<BufferedImage> frames(Path clip) throws IOException {
        return decoded(clip, "fps=" + ClipReader.FRAMES_PER_SECOND, ClipReader.MOST_FRAMES, MOST_SECONDS);
    }

    /** The frames at these times, which ascend in equal steps. */
    List<BufferedImage> moments(Path film, List<Double> seconds) throws IOException {
        String first = String.format(Locale.ROOT, "isnan(prev_selected_t)*gte(t,%.3f)", seconds.get(0));
        String next = String.format(Locale.ROOT, "gte(t-prev_selected_t,%.3f)", 2 * seconds.get(0) - 0.002);
        // The last part numbers what was selected anew: the gaps would be filled with copies otherwise.
        String filter = "select='" + first + "+" + next + "',setpts=N/FRAME_RATE/TB";
        return decoded(film, filter, seconds.size(), MOST_SECONDS_FOR_A_FILM);
    }

    private List<BufferedImage> decoded(Path clip, String filter, int frames, long mostSeconds) throws IOException {
        Process process = new ProcessBuilder(command(clip, filter, frames))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(mostSeconds, TimeUnit.SECONDS));
        try (InputStream out = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            process.getOutputStream().close();
            return pixmaps(out);
        } finally {
            deadline.cancel(false);
            process.destroyForcibly();
        }
    }

    /** Nothing but the file itself is opened, whatever a crafted file points to. */
    private List<String> command(Path clip, String filter, int frames) {
        String side = Integer.toString(longestSide);
        String scale = filter + ",scale=w='min(iw," + side + ")':h='min(ih," + side
                + ")':force_original_aspect_ratio=decrease";
        return List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                "mov,mp4,matroska,webm,avi",
                "-i",
                "file:" + clip.toAbsolutePath(),
                "-an",
                "-vf",
                scale,
                "-frames:v",
                Integer.toString(frames),
                "-f",
                "image2pipe",
                "-c:v",
                "ppm",
                "-pix_fmt",
                "rgb24",
                "-");
    }

    private List<BufferedImage> pixmaps(InputStream in) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        while (!stopped.getAsBoolean() && in.read() == 'P' && in.read() == '6') {
            in.read();
            int width = number(in);
            int height = number(in);
            number(in);
            frames.add(picture(in, width, height));
        }
        return frames;
    }

    private static int number(InputStream in) throws IOException {
        int value = 0;
        for (int digit = in.read(); digit >= '0' && digit <= '9'; digit = in.read()) {
            value = value * 10 + digit - '0';
            if (value > MOST_SIDE) {
                throw new IOException("a frame is larger than was asked for");
            }
        }
        return value;
    }

    private static BufferedImage picture(InputStream in, int width, int height) throws IOException {
        byte[] rgb = in.readNBytes(width * height * 3);
        if (width * height == 0 || rgb.length < width * height * 3) {
            throw new IOException("a frame is cut off");
        }
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
