package dev.wanvideo.transport.http;

/**
 * How much there is room for.
 *
 * @param bodyBytes of one request
 * @param connections at once
 * @param sessions at once
 * @param sessionsOfOne at once for one principal
 * @param calls in flight at once, each of which may wait for most of a minute on a thread of its own
 * @param listeners for changes at once, which keep a thread each as well
 * @param ofOne calls in flight at once for one principal that is known, and listeners as many
 */
public record Room(
        int bodyBytes, int connections, int sessions, int sessionsOfOne, int calls, int listeners, int ofOne) {

    /** What a team needs, several times over. */
    public static final Room USUAL = new Room(1024 * 1024, 2000, 1024, 256, 512, 256, 64);
}
