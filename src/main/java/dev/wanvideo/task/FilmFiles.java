package dev.wanvideo.task;

import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.media.animatic.Stills;
import dev.wanvideo.video.FrameSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one attempt: the film, and beside it contact sheet, poster and sidecar, under a name of their own while
 * they are made, under their final name once they are whole.
 *
 * @param film the film's final place
 */
record FilmFiles(Path film, int attempt) {
    private static final Logger LOG = LoggerFactory.getLogger(FilmFiles.class);

    /** Those of a row's present attempt. */
    static FilmFiles of(TaskRow row, TaskSettings settings) {
        return new FilmFiles(row.target().orElseGet(() -> place(row, settings)), row.attempt());
    }

    /** Where a task's film is to lie in the end. */
    static Path place(TaskRow row, TaskSettings settings) {
        LocalDate day = LocalDate.ofInstant(
                row.task().times().created(), settings.clock().getZone());
        return settings.outputDir()
                .resolve(FilmName.of(day, row.task().request().prompt(), row.id()));
    }

    /** The folder that holds them all. */
    Path folder() {
        return Objects.requireNonNull(film.toAbsolutePath().getParent());
    }

    Path part() {
        return part(film);
    }

    private Path sheet() {
        return beside(".jpg");
    }

    private Path poster() {
        return beside(".poster.jpg");
    }

    private Path sidecar() {
        return beside(".json");
    }

    private Path beside(String ending) {
        String film = PathText.text(this.film);
        return PathText.path(film.substring(0, film.lastIndexOf('.')) + ending);
    }

    private List<Path> companions() {
        return List.of(sheet(), poster(), sidecar());
    }

    private Path part(Path whole) {
        return PathText.path(PathText.text(whole) + "." + attempt + ".part");
    }

    /** Brings what was rendered safely to disk, still under its working name; tells what it will be. */
    Film secured(RenderedFilm rendered) throws IOException {
        return secured(rendered.size(), rendered.seconds(), Optional.of(rendered.stills()));
    }

    /** The same for a film that was made elsewhere, of which there may be no pictures. */
    Film secured(FetchedFilm fetched) throws IOException {
        return secured(fetched.size(), fetched.seconds(), fetched.stills());
    }

    private Film secured(FrameSize size, double seconds, Optional<Stills> stills) throws IOException {
        if (stills.isPresent()) {
            keep(sheet(), stills.get().sheet());
            keep(poster(), stills.get().poster());
        }
        sync(part());
        return new Film(
                film,
                stills.map(there -> sheet()),
                stills.map(there -> poster()),
                size,
                seconds,
                Files.size(part()),
                sha256(part()));
    }

    /** Brings the sidecar safely to disk, still under its working name. */
    void secureSidecar(byte[] json) throws IOException {
        keep(sidecar(), json);
    }

    private void keep(Path whole, byte[] content) throws IOException {
        Files.write(part(whole), content);
        sync(part(whole));
    }

    /** Brings what is there of the film safely to disk. */
    void keepPart() throws IOException {
        sync(part());
    }

    /**
     * Gives the files their final names, the film last; files of that name were left by an attempt that died right
     * here.
     */
    void publish() throws IOException {
        for (Path companion : companions()) {
            if (Files.exists(part(companion))) {
                move(part(companion), companion);
            } else {
                Files.deleteIfExists(companion);
            }
        }
        move(part(), film);
    }

    /** Whether the film has its final name already, so that somebody publishes it or died doing so. */
    boolean named() {
        return Files.exists(film) && !Files.exists(part());
    }

    /** Gives a film that has its final name its working name again. */
    void takeBack() throws IOException {
        if (named()) {
            move(film, part());
        }
    }

    /** Removes the working files, as far as they are there. */
    void discardParts() {
        remove(part());
        remove(PathText.path(PathText.text(part()) + ".note"));
        companions().forEach(companion -> remove(part(companion)));
    }

    /** Removes what dead attempts of a task left behind; nothing of a task that succeeded. */
    static void discardLeftovers(TaskRow row) {
        if (row.target().isEmpty() || row.status() == TaskStatus.SUCCEEDED) {
            return;
        }
        for (int attempt = 1; attempt <= row.attempt(); attempt++) {
            new FilmFiles(row.target().get(), attempt).discardParts();
        }
        FilmFiles last = new FilmFiles(row.target().get(), row.attempt());
        remove(last.film());
        last.companions().forEach(FilmFiles::remove);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("An unfinished film could not be removed from the output folder");
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
