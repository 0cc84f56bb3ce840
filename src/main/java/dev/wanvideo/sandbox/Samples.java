package dev.wanvideo.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The references that agents may use without a server of their own: two pictures, a clip, a voice. */
final class Samples {
    static final String CLIP = "clip.mp4";
    static final String VOICE = "voice.wav";
    static final List<String> NAMES = List.of("anna.png", "robot.png", CLIP, VOICE);

    private static final Set<String> PICTURES = Set.of("anna.png", "robot.png");
    private static final String IN_THE_JAR = "/dev/wanvideo/app/examples/";

    private final Path folder;

    Samples(Path folder) {
        this.folder = folder;
    }

    /** The scripts whose cast these pictures are. */
    FilmScripts scripts() {
        return new FilmScripts(file("anna.png"), file("robot.png"));
    }

    /** A picture or the voice, made when it is first wanted. */
    synchronized Path file(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(name, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(String name, Path file) throws IOException {
        if (name.equals(VOICE)) {
            Files.write(file, VoiceTone.wav());
        } else if (PICTURES.contains(name)) {
            unpack(name, file);
        } else {
            throw new IllegalArgumentException("there is no sample " + name);
        }
    }

    private static void unpack(String name, Path file) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(IN_THE_JAR + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the picture " + name);
            }
            Files.copy(in, file);
        }
    }
}
