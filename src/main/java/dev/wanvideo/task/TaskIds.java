package dev.wanvideo.task;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * Names for tasks, e.g. {@code wv_1jaq4v0k2m8d3x7c9hf5tz}: nine characters of time, so that they sort by age, and eleven
 * that nobody can guess.
 */
final class TaskIds {
    // Crockford's alphabet: no i, l, o or u, so that an id can be read aloud and never spells a word.
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_CHARACTERS = 9;
    private static final int RANDOM_CHARACTERS = 11;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    TaskIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        return "wv_" + base32(clock.millis(), TIME_CHARACTERS) + base32(random.nextLong(), RANDOM_CHARACTERS);
    }

    private static String base32(long bits, int characters) {
        StringBuilder text = new StringBuilder();
        for (int shift = (characters - 1) * 5; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
        return text.toString();
    }
}
