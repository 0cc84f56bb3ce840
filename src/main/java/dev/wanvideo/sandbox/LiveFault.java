package dev.wanvideo.sandbox;

import java.util.SplittableRandom;

/**
 * A fault in force. Which of its chances it strikes depends on their order, the seed and the fault alone, so that equal
 * runs go wrong alike.
 */
final class LiveFault {
    private final FaultOrder order;
    private final SplittableRandom random;
    private int left;

    LiveFault(FaultOrder order, long seed) {
        this.order = order;
        this.left = order.times().orElse(Integer.MAX_VALUE);
        this.random = new SplittableRandom(seed * 31 * 31
                + order.provider().hashCode() * 31L
                + order.fault().word().hashCode());
    }

    FaultOrder order() {
        return order;
    }

    /** Takes one chance. */
    synchronized boolean strikes() {
        // Each chance uses up one number, whatever comes of it.
        boolean struck = random.nextDouble() < order.rate() && left > 0;
        if (struck && order.times().isPresent()) {
            left--;
        }
        return struck;
    }
}
