package dev.wanvideo.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was uploaded to the emulated providers, kept in memory. */
final class SandboxFiles {
    static final String FOLDER = "/uploads/";
    private final String address;
    private final Map<String, Kept> files = new ConcurrentHashMap<>();
    private final Collection<SandboxBooks.Upload> told = new CopyOnWriteArrayList<>();

    /** @param address of the sandbox, without a slash at its end */
    SandboxFiles(String address) {
        this.address = address;
    }

    /** One file. */
    record Kept(String provider, String type, byte[] content) {}

    /** Where a file of this provider can be read. */
    String addressOf(String provider, String name) {
        return address + FOLDER + provider + "/" + name;
    }

    void keep(String at, Kept file) {
        files.put(at, file);
        told.add(new SandboxBooks.Upload(file.provider(), at, file.type(), file.content().length, sha256(file)));
    }

    /** The file behind the path of an address of the sandbox's own. */
    Optional<Kept> read(String path) {
        return Optional.ofNullable(files.get(address + path));
    }

    /** Whether a provider can get at an address: of the sandbox's own, only where there is something. */
    boolean reaches(String provider, String at) {
        Optional<Kept> file = Optional.ofNullable(files.get(at));
        if (file.isPresent()) {
            return at.startsWith(address) || file.get().provider().equals(provider);
        }
        boolean web = at.startsWith("https://") || at.startsWith("http://");
        return web
                && (!at.startsWith(address + "/")
                        || Samples.NAMES.stream().anyMatch(n -> at.equals(address + "/media/" + n)));
    }

    List<SandboxBooks.Upload> uploads() {
        return List.copyOf(told);
    }

    private static String sha256(Kept file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
