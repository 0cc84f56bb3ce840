package dev.wanvideo.media.fuzz;

import com.sun.management.ThreadMXBean;
import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.FileServer;
import dev.wanvideo.media.Look;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.Mend;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at damaged copies of the files of a folder, on the disk and over the network, as they are and to mend them, and
 * prints what that cost. Its process is to be started with a small heap.
 */
final class FuzzRun {
    private final List<Path> wholes;
    private final Path folder;
    private final ReferenceFiles files;
    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private long first;
    private long slowest;
    private String slowestLook = "";
    private long busiest;
    private long greediest;
    private int looks;

    private FuzzRun(List<Path> wholes, Path folder, ReferenceFiles files) {
        this.wholes = wholes;
        this.folder = folder;
        this.files = files;
    }

    /** Arguments: the folder with whole files, the seed, the number of damaged copies. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toRealPath();
        long seed = Long.parseLong(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        try (Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")))) {
            MediaRoots roots = new MediaRoots(List.of(folder), folder);
            Scratch scratch = new Scratch(Files.createDirectories(folder.resolve("scratch")));
            FuzzRun run = new FuzzRun(wholes(folder), folder, new ReferenceFiles(roots, fetcher, scratch));
            run.begin();
            run.all(new Random(seed), count);
            System.out.println(run.told(seed, count));
        }
    }

    private static List<Path> wholes(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Loads what looks need, which takes longer than any of them, and is told apart. */
    private void begin() throws IOException, InterruptedException {
        for (Path whole : wholes) {
            for (MediaKind kind : kinds(whole)) {
                looked(whole, Files.readAllBytes(whole), kind, Mend.NOTHING);
            }
        }
        first = slowest;
        slowest = 0;
        busiest = 0;
        looks = 0;
        outcomes.clear();
    }

    private void all(Random random, int count) throws IOException, InterruptedException {
        Mutation mutation = new Mutation(random);
        for (int i = 0; i < count; i++) {
            Path whole = wholes.get(random.nextInt(wholes.size()));
            Path other = wholes.get(random.nextInt(wholes.size()));
            byte[] damaged = mutation.of(Files.readAllBytes(whole), Files.readAllBytes(other));
            Path copy = Files.write(folder.resolve("damaged.bin"), damaged);
            for (MediaKind kind : kinds(whole)) {
                looked(copy, damaged, kind, Mend.NOTHING);
                if (kind == MediaKind.IMAGE) {
                    looked(copy, damaged, kind, Mend.PICTURES);
                }
            }
            Files.delete(copy);
        }
    }

    private static List<MediaKind> kinds(Path whole) {
        String name = whole.getFileName().toString();
        return Stream.of(MediaKind.values())
                .filter(kind -> name.startsWith(kind.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void looked(Path copy, byte[] damaged, MediaKind kind, Mend mend) throws IOException, InterruptedException {
        looked(new MediaSource.Local(copy.toString()), kind, mend);
        try (FileServer server = new FileServer(damaged)) {
            looked(new MediaSource.Remote(server.uri("/damaged")), kind, mend);
        }
    }

    private void looked(MediaSource source, MediaKind kind, Mend mend) throws InterruptedException {
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long worked = thread.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        Look look = files.look(source, kind, mend);
        long taken = System.nanoTime() - begun;
        if (taken > slowest) {
            slowest = taken;
            slowestLook = kind + " " + mend + " " + source.getClass().getSimpleName();
        }
        busiest = Math.max(busiest, thread.getCurrentThreadCpuTime() - worked);
        greediest = Math.max(greediest, thread.getCurrentThreadAllocatedBytes() - allocated);
        outcomes.merge(look.getClass().getSimpleName().toLowerCase(Locale.ROOT), 1, Integer::sum);
        looks++;
    }

    private String told(long seed, int count) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
        List<String> words = new ArrayList<>();
        words.add(count + " damaged files of " + wholes.size() + " kinds from seed " + seed);
        words.add(looks + " looks " + outcomes);
        words.add("slowest " + slowest / 1_000_000 + " ms (" + slowestLook + "), of work at most " + busiest / 1_000_000
                + " ms");
        words.add("loading everything took a first look up to " + first / 1_000_000 + " ms");
        words.add("most allocated by one look " + greediest / 1024 + " KB");
        words.add("heap at most " + (peak >> 20) + " MB of "
                + (Runtime.getRuntime().maxMemory() >> 20));
        return String.join("; ", words);
    }
}
