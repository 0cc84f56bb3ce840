package dev.wanvideo.media.animatic;

/** Curves of motion over 0-1. */
final class Ease {
    private Ease() {}

    static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** Starts and ends gently. */
    static double inOut(double share) {
        double x = clamp(share);
        return x * x * (3 - 2 * x);
    }

    /** Arrives, overshoots a little and settles. */
    static double settle(double share) {
        double x = clamp(share) - 1;
        return 1 + x * x * (2.2 * x + 1.2);
    }

    static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
