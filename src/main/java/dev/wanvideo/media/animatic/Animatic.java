package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Downloaded;
import dev.wanvideo.media.MediaProblem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/** Draws a script as a moving storyboard and writes it as a film that plays everywhere. */
public final class Animatic {
    /** Share of the work that is over when the cast is ready. */
    private static final int CAST_READY = 6;

    private static final int ALL_FRAMES = 99;

    private final Path letters;
    private Optional<Typeface> typeface = Optional.empty();

    /** @param letters folder for the bundled typeface; created when first needed */
    public Animatic(Path letters) {
        this.letters = letters;
        CodecLog.attach();
    }

    /** Loaded with the first film, then kept: loading costs time and a temporary file. */
    private synchronized Typeface typeface() throws IOException {
        if (typeface.isEmpty()) {
            typeface = Optional.of(Typeface.load(letters));
        }
        return typeface.orElseThrow();
    }

    /**
     * Writes a complete MP4 at {@code target}, replacing what is there, and leaves nothing when it fails.
     *
     * @throws CancellationException when the progress says so or the thread is interrupted
     * @throws MediaProblem when a picture cannot be drawn
     */
    public RenderedFilm render(AnimaticScript script, Path target, RenderProgress progress)
            throws IOException, MediaProblem {
        boolean finished = false;
        try {
            RenderedFilm film = film(script, target, new Report(progress));
            finished = true;
            return film;
        } finally {
            if (!finished) {
                Files.deleteIfExists(target);
            }
        }
    }

    /** Six moments of a film that somebody else made, as far as it can be decoded here; takes seconds. */
    public FilmSheet sheet(Path film, Downloaded facts) {
        List<Double> moments = FilmMoments.spread(facts.seconds().orElse(0.0), ContactSheet.CELLS);
        List<BufferedImage> frames =
                new FilmMoments(Poster.LONGEST_SIDE, Thread.currentThread()::isInterrupted).at(film, moments);
        if (frames.isEmpty()) {
            return FilmSheet.none(Undecodable.why(film, facts.codec()));
        }
        try {
            Palette palette = Palette.pick(new SplittableRandom(0));
            ContactSheet sheet = new ContactSheet(new Look(facts.size(), typeface(), palette));
            for (int i = 0; i < frames.size(); i++) {
                sheet.add(frames.get(i), moments.get(i));
            }
            byte[] poster = Poster.jpeg(frames.get(Math.min(Poster.MOMENT, frames.size() - 1)));
            return FilmSheet.of(new Stills(sheet.jpeg(), poster));
        } catch (IOException e) {
            return FilmSheet.none("it could not be drawn on this machine");
        }
    }

    private RenderedFilm film(AnimaticScript script, Path target, Report report) throws IOException, MediaProblem {
        report.proceed(0);
        SplittableRandom random = new SplittableRandom(script.seed());
        Look look = new Look(script.size(), typeface(), Palette.pick(random));
        Timeline timeline = new Timeline(script);
        CastRoom room = new CastRoom(look, report::stopped);
        Optional<BufferedImage> opening = room.opening(script.startImage());
        List<CastPicture> cast = cast(script, room, report);
        Director director = new Director(script, look, cast, random);
        FramePainter painter = new FramePainter(script, look, timeline, director::shot, opening);
        ContactSheet sheet = new ContactSheet(look);
        AvcEncoder encoder = new AvcEncoder(script.size());
        List<Integer> keyFrames = timeline.keyFrames();
        Mp4Plan plan = new Mp4Plan(
                script.size(), script.framesPerSecond(), script.seconds(), keyFrames, encoder.configuration());
        Set<Integer> keys = new HashSet<>(keyFrames);
        List<Integer> moments = timeline.moments(ContactSheet.CELLS);
        int onPoster = moments.get(Math.min(Poster.MOMENT, moments.size() - 1));
        Optional<BufferedImage> poster = Optional.empty();
        try (Mp4Writer writer = new Mp4Writer(target, plan)) {
            for (int frame = 0; frame < timeline.frames(); frame++) {
                report.proceed(CAST_READY + frame * (ALL_FRAMES - CAST_READY) / timeline.frames());
                painter.paint(frame);
                if (moments.contains(frame)) {
                    sheet.add(painter.canvas(), timeline.secondsAt(frame));
                }
                if (frame == onPoster) {
                    poster = Optional.of(Poster.copy(painter.canvas()));
                }
                writer.add(encoder.encode(painter.pixels(), keys.contains(frame)));
            }
            writer.finish();
        }
        Stills stills = new Stills(sheet.jpeg(), Poster.jpeg(poster.orElseThrow()));
        RenderedFilm film = new RenderedFilm(script.size(), script.seconds(), stills, notes(cast));
        report.proceed(100);
        return film;
    }

    private static List<CastPicture> cast(AnimaticScript script, CastRoom room, Report report) throws MediaProblem {
        List<CastPicture> cast = new ArrayList<>();
        for (CastMember member : script.cast()) {
            report.proceed(cast.size() * CAST_READY / script.cast().size());
            cast.add(room.ready(member));
        }
        return cast;
    }

    private static List<String> notes(List<CastPicture> cast) {
        return cast.stream()
                .filter(picture -> !picture.readable())
                .map(picture ->
                        "The clip \"" + picture.label() + "\" is not shown: neither this server nor an ffmpeg on"
                                + " its PATH could decode it, so a card stands in for it.")
                .toList();
    }

    /** Tells each percent once, and stops the render when it is no longer wanted. */
    private static final class Report {
        private final RenderProgress progress;
        private int told = -1;

        Report(RenderProgress progress) {
            this.progress = progress;
        }

        boolean stopped() {
            return progress.cancelled() || Thread.currentThread().isInterrupted();
        }

        void proceed(int percent) {
            if (stopped()) {
                throw new CancellationException("the render was cancelled");
            }
            if (percent > told) {
                told = percent;
                progress.at(percent);
            }
        }
    }
}
