package dev.wanvideo.provider;

import dev.wanvideo.provider.Edges.Edge;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestMedia;
import dev.wanvideo.video.SampleRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Media at a limit and just past it: type, bytes, each side, shape, length and transparency. */
final class MediaEdges {
    private static final SampleRequest SOUND = SampleRequest.sound();
    private static final long MEGABYTE = 1024 * 1024;

    private final CastConstraint.Media limit;
    private final MediaFacts fine;
    private final List<Edge> within = new ArrayList<>();
    private final List<Edge> past = new ArrayList<>();

    private MediaEdges(CastConstraint.Media limit) {
        this.limit = limit;
        this.fine = new MediaFacts(
                limit.types().get(0),
                10,
                limit.sides().map(sides -> new FrameSize(sides.from(), sides.from())),
                limit.seconds().map(seconds -> (double) seconds.from()),
                limit.kind() == MediaKind.IMAGE ? Optional.of(false) : Optional.empty(),
                Optional.empty());
    }

    static Edges of(CastConstraint.Media limit) {
        MediaEdges edges = new MediaEdges(limit);
        edges.types();
        edges.bytes();
        edges.sides();
        edges.shape();
        edges.seconds();
        edges.transparency();
        return new Edges(edges.within, edges.past);
    }

    private void types() {
        limit.types().forEach(type -> within.add(known(typed(type, fine.bytes()))));
        past.add(known(typed("application/pdf", fine.bytes())));
    }

    private void bytes() {
        long full = limit.megabytes() * MEGABYTE;
        within.add(known(typed(fine.type(), full)));
        past.add(known(typed(fine.type(), full + 1)));
    }

    private void sides() {
        limit.sides().ifPresent(sides -> {
            within.add(known(sized(sides.from(), sides.from())));
            within.add(known(sized(sides.to(), sides.to())));
            past.add(known(sized(sides.from() - 1, sides.from())));
            past.add(known(sized(sides.from(), sides.from() - 1)));
            past.add(known(sized(sides.to(), sides.to() + 1)));
            past.add(known(sized(sides.to() + 1, sides.to())));
        });
    }

    private void shape() {
        limit.steepest().ifPresent(steepest -> {
            int side = limit.sides().map(CastConstraint.Range::from).orElse(300);
            within.add(known(sized(side * steepest, side)));
            within.add(known(sized(side, side * steepest)));
            past.add(known(sized(side * steepest + 1, side)));
            past.add(known(sized(side, side * steepest + 1)));
        });
    }

    /** A tenth of a second is what encoders may add to fill a frame. */
    private void seconds() {
        limit.seconds().ifPresent(seconds -> {
            within.add(known(lasting(seconds.from())));
            within.add(known(lasting(seconds.to() + 0.1)));
            past.add(known(lasting(seconds.from() - 0.01)));
            past.add(known(lasting(seconds.to() + 0.11)));
        });
    }

    private void transparency() {
        if (limit.kind() == MediaKind.IMAGE) {
            (limit.transparency() ? within : past).add(known(clear()));
        }
    }

    private MediaFacts typed(String type, long bytes) {
        return new MediaFacts(type, bytes, fine.size(), fine.seconds(), fine.transparent(), fine.audio());
    }

    private MediaFacts sized(int width, int height) {
        Optional<FrameSize> size = Optional.of(new FrameSize(width, height));
        return new MediaFacts(fine.type(), fine.bytes(), size, fine.seconds(), fine.transparent(), fine.audio());
    }

    private MediaFacts lasting(double seconds) {
        return new MediaFacts(
                fine.type(), fine.bytes(), fine.size(), Optional.of(seconds), fine.transparent(), fine.audio());
    }

    private MediaFacts clear() {
        return new MediaFacts(fine.type(), fine.bytes(), fine.size(), fine.seconds(), Optional.of(true), fine.audio());
    }

    private Edge known(MediaFacts facts) {
        MediaSource voice = new MediaSource.Remote(URI.create("https://example.com/v.wav"));
        ReferenceVideoRequest request = switch (limit.kind()) {
            case IMAGE -> SOUND.references(SampleRequest.references(1, 0)).request();
            case VIDEO -> SOUND.references(SampleRequest.references(0, 1)).request();
            case VOICE -> SOUND.references(List.of(Edges.voiced(voice))).request();
        };
        return new Edge(
                request,
                new MediaFindings(RequestMedia.of(request).stream()
                        .filter(media -> media.kind() == limit.kind())
                        .collect(Collectors.toMap(
                                media -> media.source().text(), media -> facts, (one, other) -> one))));
    }
}
