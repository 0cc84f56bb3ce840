package dev.wanvideo.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own that keeps a file in the scratch folder, says where, and waits to be killed. */
final class ScratchKeeper {
    private ScratchKeeper() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Scratch scratch = new Scratch(Path.of(arguments[0]));
        System.out.println(Files.writeString(scratch.file(".kept"), "kept"));
        Thread.currentThread().join();
        scratch.close();
    }
}
