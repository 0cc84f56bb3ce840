package dev.wanvideo.media.table;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.FileServer;
import dev.wanvideo.media.Look;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.Mend;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.video.MediaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Many files, what others tell of them, and what a look tells of them from the disk and over the network. */
record MediaTable(List<Row> rows) {
    private static final long MOST_SENT = 320 * 1024;

    /**
     * One file.
     *
     * @param local a look at it on this machine
     * @param ranges a look at it behind a server that sends parts of files
     * @param whole a look at it behind a server that only sends whole files
     */
    record Row(Recipe recipe, Told told, Look local, Served ranges, Served whole) {
        List<Comparison> comparisons() {
            return Stream.of(local, ranges.look(), whole.look())
                    .map(look -> Comparison.of(recipe, told, look))
                    .toList();
        }

        List<String> disagreements() {
            List<String> all = new ArrayList<>();
            comparisons().forEach(comparison -> all.addAll(comparison.wrong()));
            if (ranges.reads() > 2 || ranges.sent() > MOST_SENT || whole.reads() > 2) {
                all.add(ranges.reads() + " reads of " + ranges.sent() + " bytes, and " + whole.reads());
            }
            return all;
        }

        String line() {
            List<String> words = comparisons().stream().map(Comparison::words).toList();
            return String.join(
                    " | ",
                    "| " + recipe.name(),
                    told.toString(),
                    words.get(0),
                    words.get(1) + " (" + ranges.reads() + ")",
                    words.get(2) + " |");
        }

        @Override
        public String toString() {
            return recipe.name();
        }
    }

    /** A look over the network and what it cost. */
    record Served(Look look, int reads, long sent) {}

    /** Makes all files in a folder and looks at them. */
    static MediaTable made(Path folder) throws Exception {
        Kitchen kitchen = Kitchen.in(Files.createDirectory(folder.resolve("stock")));
        List<Recipe> recipes = new ArrayList<>();
        recipes.addAll(PictureShelf.recipes());
        recipes.addAll(FilmShelf.recipes());
        recipes.addAll(SoundShelf.recipes());
        recipes.addAll(OddShelf.recipes());
        ExecutorService hands = Executors.newFixedThreadPool(3);
        try (Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")))) {
            ReferenceFiles files = new ReferenceFiles(
                    new MediaRoots(List.of(folder), folder), fetcher, new Scratch(folder.resolve("scratch")));
            List<Callable<Row>> tasks = new ArrayList<>();
            for (int i = 0; i < recipes.size(); i++) {
                Recipe recipe = recipes.get(i);
                Path place = Files.createDirectory(folder.resolve(String.valueOf(i)));
                tasks.add(() -> row(recipe, kitchen, place.resolve(recipe.name()), files));
            }
            return new MediaTable(results(hands.invokeAll(tasks)));
        } finally {
            hands.shutdownNow();
        }
    }

    private static List<Row> results(List<Future<Row>> rows) throws Exception {
        List<Row> all = new ArrayList<>();
        for (Future<Row> row : rows) {
            try {
                all.add(row.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        return all;
    }

    private static Row row(Recipe recipe, Kitchen kitchen, Path file, ReferenceFiles files) throws Exception {
        recipe.maker().make(kitchen, file);
        Look local = files.look(new MediaSource.Local(file.toString()), recipe.kind(), Mend.NOTHING);
        byte[] content = Files.readAllBytes(file);
        return new Row(
                recipe,
                Oracle.of(file),
                local,
                served(recipe, new FileServer(content), files),
                served(recipe, new FileServer(content).withoutRanges(), files));
    }

    private static Served served(Recipe recipe, FileServer server, ReferenceFiles files)
            throws IOException, InterruptedException {
        try (server) {
            Look look =
                    files.look(new MediaSource.Remote(server.uri("/" + recipe.name())), recipe.kind(), Mend.NOTHING);
            return new Served(look, server.heads().size(), server.sent());
        }
    }

    void write(Path target) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| file | ffprobe, ImageMagick | on disk | over HTTP (reads) | no ranges |");
        lines.add("|---|---|---|---|---|");
        rows.forEach(row -> lines.add(row.line()));
        lines.add("");
        lines.add(counts());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, lines);
        System.out.println(counts());
    }

    private String counts() {
        List<Comparison> looks =
                rows.stream().flatMap(row -> row.comparisons().stream()).toList();
        return rows.size() + " files, " + looks.size() + " looks: "
                + looks.stream().mapToInt(Comparison::agreed).sum() + " cells agree, "
                + looks.stream().mapToInt(Comparison::open).sum() + " were not probed and say why, "
                + looks.stream().mapToInt(look -> look.wrong().size()).sum() + " are wrong";
    }
}
