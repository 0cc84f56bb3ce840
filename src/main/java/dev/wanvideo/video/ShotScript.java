package dev.wanvideo.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The shots that a prompt tells.
 *
 * @param text the entire prompt
 * @param overall what is said before the first one
 * @param shots as written
 * @param untimed numbers of shots that say no time
 */
record ShotScript(String text, String overall, List<Shot> shots, List<Integer> untimed) {
    private static final Pattern MARKS_BEFORE_CAPTION = Pattern.compile("^[\\s:：,，\\-–—]+");

    ShotScript {
        shots = List.copyOf(shots);
        untimed = List.copyOf(untimed);
    }

    static ShotScript of(String text) {
        List<ShotHeader> headers = ShotHeader.timed(text);
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            ShotHeader header = headers.get(i);
            int end = i + 1 < headers.size() ? headers.get(i + 1).start() : text.length();
            shots.add(
                    new Shot(header.number(), header.from(), header.to(), caption(text.substring(header.end(), end))));
        }
        String overall =
                headers.isEmpty() ? text : text.substring(0, headers.get(0).start());
        return new ShotScript(text, overall.strip(), shots, ShotHeader.untimed(text));
    }

    private static String caption(String after) {
        return MARKS_BEFORE_CAPTION.matcher(after).replaceFirst("").strip();
    }

    List<String> warnings(long seconds) {
        return new ShotDoubts(this, seconds).all();
    }

    /** Where shots overlap, the later one cuts in; where they leave a gap, the earlier one goes on. */
    List<Shot> timeline(long seconds) {
        double end = Math.max(1, seconds);
        List<Shot> takes = new ArrayList<>();
        List<Shot> usable = usable(end);
        for (int i = 0; i < usable.size(); i++) {
            double from = i == 0 ? 0 : usable.get(i).from();
            double to = i + 1 < usable.size() ? usable.get(i + 1).from() : end;
            if (to > from) {
                takes.add(take(usable.get(i), from, to));
            }
        }
        return takes.isEmpty() ? List.of(take(new Shot(1, 0, end, text.strip()), 0, end)) : List.copyOf(takes);
    }

    private List<Shot> usable(double end) {
        return shots.stream()
                .filter(shot -> shot.to() > shot.from() && shot.from() < end)
                .sorted(Comparator.comparingDouble(Shot::from))
                .toList();
    }

    private static Shot take(Shot shot, double from, double to) {
        String caption = shot.caption().isBlank() ? "Shot " + shot.number() : shot.caption();
        return new Shot(shot.number(), from, to, caption);
    }
}
