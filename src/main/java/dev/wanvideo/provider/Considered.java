package dev.wanvideo.provider;

import java.util.List;

/** One provider that a plan looked at, and why it was or was not taken. */
public record Considered(String provider, boolean taken, List<String> reasons) {
    public Considered {
        reasons = List.copyOf(reasons);
    }
}
