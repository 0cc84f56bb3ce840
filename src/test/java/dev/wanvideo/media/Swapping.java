package dev.wanvideo.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts a link in the place of a folder and the folder back, over and over, as fast as it can. */
final class Swapping implements AutoCloseable {
    private final Path folder;
    private final Path aside;
    private final Path target;
    private final AtomicInteger rounds = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;

    private Swapping(Path folder, Path target) {
        this.folder = folder;
        this.aside = folder.resolveSibling(folder.getFileName() + ".aside");
        this.target = target;
        this.thread = new Thread(this::swap, "swapping");
    }

    static Swapping of(Path folder, Path target) {
        Swapping swapping = new Swapping(folder, target);
        swapping.thread.start();
        return swapping;
    }

    /** How often the link has been there. */
    int rounds() {
        return rounds.get();
    }

    private void swap() {
        try {
            while (!ended) {
                Files.move(folder, aside);
                Files.createSymbolicLink(folder, target);
                rounds.incrementAndGet();
                Files.delete(folder);
                Files.move(aside, folder);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
