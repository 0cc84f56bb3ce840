package dev.wanvideo.video;

import java.util.List;

/** The shots that a prompt tells. */
record ShotScript(String text, List<Shot> shots) {
    ShotScript {
        shots = List.copyOf(shots);
    }

    static ShotScript of(String text) {
        return new ShotScript(text, List.of());
    }

    List<String> warnings(long seconds) {
        return List.of();
    }

    List<Shot> timeline(long seconds) {
        return List.of(new Shot(1, 0, seconds, text));
    }
}
