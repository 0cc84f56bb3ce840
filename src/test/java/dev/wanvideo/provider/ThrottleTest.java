package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    /** Close to the end of what nanoseconds can count to: such a time may begin anywhere and run over. */
    private static final long START = Long.MAX_VALUE - 5 * SECOND;

    private long now = 0;

    @Test
    void servesACrowdOneByOneWithTwoQuestionsEach() {
        for (int perMinute : new int[] {1, 7, 50, 600, 30_000}) {
            Crowd crowd = new Crowd(perMinute, 10_000, 0, 0);
            crowd.run(10_000);

            assertThat(crowd.questions).isLessThanOrEqualTo(20_000);
            crowd.assertRateHeld();
            assertThat(crowd.lastServed()).isLessThan(12_000L * MINUTE / perMinute);
        }
    }

    @Test
    void tellsEverybodyOfACrowdAnotherTime() {
        Throttle throttle = new Throttle(600, this::time);
        TreeSet<Duration> told = new TreeSet<>();
        for (int i = 0; i < 10_000; i++) {
            told.add(throttle.reserve());
        }
        // The saved places are all answered with zero.
        assertThat(told).hasSize(10_000 - 600 / 20 + 1);
    }

    @Test
    void servesCallersWhoComeLate() {
        for (int perMinute : new int[] {50, 600}) {
            Crowd crowd = new Crowd(perMinute, 3_000, SECOND, 0);
            crowd.run(3_000);

            assertThat(crowd.questions).isLessThan(4 * 3_000);
            crowd.assertRateHeld();
            assertThat(crowd.lastServed()).isLessThan(4_000L * MINUTE / perMinute);
        }
    }

    @Test
    void servesCallersWhoComeEarlyByAnInaccurateClock() {
        Throttle throttle = new Throttle(600, this::time);
        List<Duration> told = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            told.add(throttle.reserve());
        }
        for (Duration wait : told.subList(30, 1_000)) {
            now = wait.toNanos() - wait.toNanos() / 2_000;
            assertThat(throttle.reserve()).isZero();
        }
    }

    @Test
    void starvesNobodyUnderTwiceTheLoadThatFits() {
        // 1,200 callers who each want a place every 60 s, where 600 a minute fit.
        Crowd crowd = new Crowd(600, 1_200, SECOND, MINUTE);
        crowd.run(12_000);

        crowd.assertRateHeld();
        assertThat(crowd.questions).isLessThan(4 * 12_000);
        assertThat(crowd.servedOf).allMatch(times -> times > 0);
    }

    @Test
    void letsNobodyWaitForThoseWhoNeverReturn() {
        Throttle throttle = new Throttle(60, this::time);
        for (int i = 0; i < 10_000; i++) {
            throttle.reserve();
        }
        now += MINUTE;
        assertThat(throttle.reserve()).isZero();
        for (int i = 0; i < 9; i++) {
            assertThat(throttle.reserve()).isLessThan(Duration.ofSeconds(12));
        }
    }

    @Test
    void shortensTheLineByThoseWhoDoNotReturn() {
        Throttle throttle = new Throttle(600, this::time);
        List<Duration> told = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            told.add(throttle.reserve());
        }
        // Every tenth of ten minutes' line comes back; after half of it the line is little longer than its rest.
        for (int i = 40; i < 3_000; i += 10) {
            now = told.get(i).toNanos();
            assertThat(throttle.reserve()).isZero();
        }
        Duration wait = Duration.ZERO;
        while (wait.isZero()) {
            wait = throttle.reserve();
        }
        assertThat(wait).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void givesNoPlaceWhileBlockedAndNoHandfulAfterwards() {
        Throttle throttle = new Throttle(600, this::time);
        throttle.block(Duration.ofSeconds(30));

        Duration wait = throttle.reserve();
        assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        now += 29 * SECOND;
        assertThat(throttle.reserve()).isPositive();
        now += wait.toNanos() - 29 * SECOND;
        assertThat(throttle.reserve()).isZero();
        assertThat(throttle.reserve()).isPositive();
    }

    @Test
    void doesNotShortenALongerBlock() {
        Throttle throttle = new Throttle(600, this::time);
        throttle.block(Duration.ofSeconds(30));
        throttle.block(Duration.ofSeconds(1));

        assertThat(throttle.reserve()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void sendsACrowdThatWaitsThroughABlockBackInLine() {
        Crowd crowd = new Crowd(600, 2_000, 0, 0);
        crowd.run(500);
        crowd.throttle.block(Duration.ofMinutes(2));
        crowd.run(2_000);

        assertThat(crowd.questions).isLessThan(3 * 2_000 + 1_200);
        crowd.assertRateHeld();
    }

    private long time() {
        return START + now;
    }

    /** Callers who all begin at once and obey what they are told, with a hand clock that jumps from one to the next. */
    private final class Crowd {
        private final int perMinute;
        private final long late;
        private final long again;
        private final Throttle throttle;
        private final Random random = new Random(7);
        private final PriorityQueue<long[]> coming = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        private final List<Long> served = new ArrayList<>();
        private final List<Integer> servedOf;
        private int questions;

        /** With how late they come at most, and after what time those who were served want another place; 0 for never. */
        Crowd(int perMinute, int size, long late, long again) {
            now = 0;
            this.perMinute = perMinute;
            this.late = late;
            this.again = again;
            this.throttle = new Throttle(perMinute, ThrottleTest.this::time);
            this.servedOf = new ArrayList<>(java.util.Collections.nCopies(size, 0));
            for (int who = 0; who < size; who++) {
                coming.add(new long[] {0, who});
            }
        }

        /** Until so many have been served in all. */
        void run(int enough) {
            while (served.size() < enough) {
                long[] caller = coming.remove();
                now = Math.max(now, caller[0]);
                questions++;
                Duration wait = throttle.reserve();
                if (wait.isZero()) {
                    serve(caller);
                } else {
                    comeBack(caller, wait.toNanos());
                }
            }
        }

        private void serve(long[] caller) {
            served.add(now);
            int who = (int) caller[1];
            servedOf.set(who, servedOf.get(who) + 1);
            if (again > 0) {
                comeBack(caller, again);
            }
        }

        private void comeBack(long[] caller, long after) {
            long lateness = late == 0 ? 0 : (long) (random.nextDouble() * late);
            coming.add(new long[] {now + after + lateness, caller[1]});
        }

        long lastServed() {
            return served.get(served.size() - 1);
        }

        /** In no minute, wherever it begins, more than the limit. */
        void assertRateHeld() {
            for (int i = 0; i + perMinute < served.size(); i++) {
                assertThat(served.get(i + perMinute) - served.get(i)).isGreaterThanOrEqualTo(MINUTE);
            }
        }
    }
}
