package dev.wanvideo.media.animatic;

import dev.wanvideo.video.Role;
import dev.wanvideo.video.Shot;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides, from the seed, who stands where in each shot, what is behind them and how the camera moves. */
final class Director {
    private static final double TOP = 30;
    private static final double TAG = 12;
    private static final double GAP = 18;
    private static final double LEFT_MARKS = 134;
    private static final double SCENE_MARK = 56;
    private static final double RIGHT_MARK = 76;

    private final AnimaticScript script;
    private final Look look;
    private final List<CastPicture> cast;
    private final CastMentions names;
    private final List<Scenery> sceneries;
    private final List<CameraMove> moves;

    Director(AnimaticScript script, Look look, List<CastPicture> cast, SplittableRandom random) {
        this.script = script;
        this.look = look;
        this.cast = List.copyOf(cast);
        this.names = new CastMentions(script.cast());
        int first = random.nextInt(Scenery.values().length);
        this.sceneries = IntStream.range(0, script.shots().size())
                .mapToObj(shot -> Scenery.values()[(first + shot) % Scenery.values().length])
                .toList();
        this.moves = moves(script.shots().size(), random);
    }

    private static List<CameraMove> moves(int shots, SplittableRandom random) {
        List<CameraMove> moves = new ArrayList<>();
        CameraMove move = CameraMove.any(random);
        for (int shot = 0; shot < shots; shot++) {
            moves.add(move);
            move = move.another(random);
        }
        return moves;
    }

    /** The shot with the given 0-based index; the same index gives the same picture. */
    ShotPicture shot(int index) {
        Shot shot = script.shots().get(index);
        SplittableRandom random = new SplittableRandom(script.seed() * 1_000_003 + index);
        Look here = new Look(look.size(), look.typeface(), shade(random, index));
        BufferedImage caption = new CaptionStrip(look, names).picture(shot.caption());
        Optional<Integer> scene = sceneOf(index);
        Backdrop backdrop = scene.map(member -> Backdrop.of(
                        cast.get(member),
                        here,
                        moves.get(index),
                        index == 0 ? 1 : 1 + 0.4 * random.nextDouble(),
                        random))
                .orElseGet(() -> Backdrop.painted(sceneries.get(index), here, moves.get(index), random));
        boolean settled = index == 0 && script.startImage().isEmpty();
        List<Actor> actors = actors(onStage(index), stages(caption, scene.isPresent()), settled, random);
        return new ShotPicture(
                backdrop,
                actors,
                caption,
                settled,
                scene.map(member -> cast.get(member).label()));
    }

    private Palette shade(SplittableRandom random, int index) {
        double hue = index == 0 ? 0 : (random.nextDouble() - 0.5) * 0.09;
        return look.palette().turned(hue, index % 2 == 0 ? 1 : 0.92);
    }

    /** The scene that a shot names; else scenes take turns. */
    private Optional<Integer> sceneOf(int index) {
        List<Integer> scenes = IntStream.range(0, cast.size())
                .filter(member -> cast.get(member).role() == Role.SCENE
                        && cast.get(member).readable())
                .boxed()
                .toList();
        if (scenes.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> named = namedIn(index);
        Optional<Integer> wanted = scenes.stream().filter(named::contains).findFirst();
        return wanted.or(() -> Optional.of(scenes.get(index % scenes.size())));
    }

    private Set<Integer> namedIn(int index) {
        return names.in(script.shots().get(index).caption()).stream()
                .map(CastMentions.Place::member)
                .collect(Collectors.toSet());
    }

    /** Who is named in a shot, and whoever no shot names; everybody when a shot names nobody. */
    private List<Integer> onStage(int index) {
        Set<Integer> behind = IntStream.range(0, script.shots().size())
                .mapToObj(this::sceneOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Set<Integer> everNamed = IntStream.range(0, script.shots().size())
                .mapToObj(this::namedIn)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        List<Integer> possible = IntStream.range(0, cast.size())
                .filter(member -> !behind.contains(member))
                .boxed()
                .toList();
        Set<Integer> named = namedIn(index);
        boolean nobody = possible.stream().noneMatch(named::contains);
        return possible.stream()
                .filter(member -> nobody || named.contains(member) || !everNamed.contains(member))
                .toList();
    }

    /** The room below the marks, and in wide films the higher one between them. */
    private List<Rectangle2D> stages(BufferedImage caption, boolean scene) {
        Rectangle2D safe = look.safe();
        double foot = caption.getHeight() > 1 ? ShotPicture.footprint(caption, look) : look.units(TAG);
        double bottom = Math.max(safe.getCenterY(), safe.getMaxY() - foot - look.units(TAG));
        double below = safe.getY() + look.units(TOP);
        double left = safe.getX() + look.units(scene ? LEFT_MARKS + SCENE_MARK : LEFT_MARKS);
        double right = safe.getMaxX() - look.units(RIGHT_MARK);
        Rectangle2D low = new Rectangle2D.Double(safe.getX(), below, safe.getWidth(), bottom - below);
        double top = safe.getY() + look.units(TAG) / 2;
        Rectangle2D high = new Rectangle2D.Double(left, top, right - left, bottom - top);
        return look.size().width() > look.size().height() * 1.2 ? List.of(low, high) : List.of(low);
    }

    private List<Actor> actors(
            List<Integer> members, List<Rectangle2D> stages, boolean settled, SplittableRandom random) {
        boolean storyboard =
                members.stream().anyMatch(member -> cast.get(member).role() == Role.STORYBOARD);
        List<CastLayout.Piece> pieces = members.stream()
                .map(member -> new CastLayout.Piece(shape(cast.get(member)), weight(cast.get(member), storyboard)))
                .toList();
        double lean = (random.nextDouble() - 0.5) * (pieces.size() == 1 ? 1.1 : 0.5);
        List<Rectangle2D> places = stages.stream()
                .map(stage -> new CastLayout(stage, look.units(GAP)).place(pieces, lean))
                .max(Comparator.comparingDouble(CastLayout::area))
                .orElse(List.of());
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            actors.add(actor(cast.get(members.get(i)), places.get(i), settled ? -1 : 0.1 * i - 0.13, random));
        }
        return actors;
    }

    private Actor actor(CastPicture member, Rectangle2D place, double delay, SplittableRandom random) {
        double size = member.role() == Role.STORYBOARD ? 0.98 : 0.9 + 0.08 * random.nextDouble();
        double width = place.getWidth() * size;
        double height = place.getHeight() * size;
        double tilt = member.role() == Role.STORYBOARD ? 0 : (random.nextDouble() - 0.5) * 3.6;
        Sprite sprite = new CardMaker(look).make(member, width, height);
        double spare = place.getHeight() - height;
        return new Actor(
                sprite,
                place.getCenterX(),
                place.getCenterY() + spare * (0.5 - random.nextDouble() * 0.5),
                tilt,
                random.nextDouble(),
                delay);
    }

    /** Cards keep near the picture's shape, within what a card can be. */
    private static double shape(CastPicture member) {
        double narrowest = member.cutOut() ? 0.3 : 0.66;
        double widest = member.cutOut() || member.role() == Role.STORYBOARD ? 2.4 : 1.6;
        return Math.max(narrowest, Math.min(widest, member.shape()));
    }

    private static double weight(CastPicture member, boolean besideStoryboard) {
        return switch (member.role()) {
            case STORYBOARD -> 1;
            case CHARACTER, SCENE -> besideStoryboard ? 0.55 : 1;
            case OBJECT -> besideStoryboard ? 0.4 : 0.62;
        };
    }
}
