package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedAnswer;

/** What a caller gets to see of an answer. */
sealed interface Delivery {
    /** All of it. */
    record Whole(EmulatedAnswer answer) implements Delivery {}

    /** The first half, then the end of the connection. */
    record Half(EmulatedAnswer answer) implements Delivery {}

    /** The end of the connection. */
    record HangUp() implements Delivery {}

    /** Nothing, on a connection that stays. */
    record Silence() implements Delivery {}

    /** JSON without an end in sight. */
    record Flood() implements Delivery {}
}
