package dev.wanvideo.media;

/** Tells a file that cannot be read from a thread that may not read any more. */
final class Interruption {
    private Interruption() {}

    /**
     * To be called before a file is blamed: an interrupted thread's reads fail, and the picture readers of the JDK wrap
     * what their input threw.
     */
    static void check() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }
}
