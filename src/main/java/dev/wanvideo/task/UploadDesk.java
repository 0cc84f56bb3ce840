package dev.wanvideo.task;

import dev.wanvideo.media.OpenedMedia;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadHost;
import dev.wanvideo.provider.UploadOutcome;
import dev.wanvideo.task.UploadShelf.Found;
import dev.wanvideo.video.RequestMedia;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Brings one file to a host, unless the same content is there already. */
final class UploadDesk {
    /** A provider fetches media when it begins, which may be a while after it took the film on. */
    static final Duration LIFE = Duration.ofHours(2);
    /** Beyond what any upload is given. */
    private static final Duration HOLD = Duration.ofMinutes(30);

    private static final int SCOPE = 12;

    private final ProviderGateway gateway;
    private final UploadShelf shelf;

    UploadDesk(ProviderGateway gateway, UploadShelf shelf) {
        this.gateway = gateway;
        this.shelf = shelf;
    }

    /** What came of it. */
    sealed interface Brought {
        /** It can be fetched at this address until then. */
        record There(URI address, Instant expires) implements Brought {}

        /** It is not there. */
        record Not(Shipped why) implements Brought {}
    }

    Brought bring(TaskRow row, UploadHost host, RequestMedia media, OpenedMedia opened) throws InterruptedException {
        Optional<UploadFile> seen = seen(opened);
        if (seen.isEmpty()) {
            return trouble(media, "the file could not be read", Optional.empty());
        }
        UploadShelf.Slot slot =
                new UploadShelf.Slot(account(row, host), seen.get().sha256());
        Found found = shelf.take(slot, row.id(), LIFE, HOLD);
        if (found instanceof Found.Kept kept) {
            return new Brought.There(kept.address(), kept.expires());
        }
        return found instanceof Found.Busy
                ? new Brought.Not(new Shipped.Busy())
                : uploaded(row, host, media, slot, gateway.upload(host.id(), seen.get(), opened.file()));
    }

    private Brought uploaded(
            TaskRow row, UploadHost host, RequestMedia media, UploadShelf.Slot slot, UploadOutcome outcome) {
        if (outcome instanceof UploadOutcome.Stored stored) {
            shelf.keep(slot, row.id(), stored.address(), stored.expires());
            return new Brought.There(stored.address(), stored.expires());
        }
        shelf.release(slot, row.id());
        if (outcome instanceof UploadOutcome.NoAnswer none) {
            return trouble(media, none.message(), none.retryAfter());
        }
        UploadOutcome.Refused no = (UploadOutcome.Refused) outcome;
        String whose = host.own() ? " (your bucket, not " + row.task().provider() + ")" : "";
        return new Brought.Not(
                new Shipped.Refused(no.category(), media.field() + " was not taken" + whose + ": " + no.message()));
    }

    private static Brought trouble(RequestMedia media, String why, Optional<Duration> retryAfter) {
        return new Brought.Not(new Shipped.Trouble(media.field() + " could not be uploaded: " + why, retryAfter));
    }

    /** Addresses of one account mean nothing to another, nor at another host or, with some, for another model. */
    private static String account(TaskRow row, UploadHost host) {
        String scope = HexFormat.of()
                .formatHex(sha256().digest(host.uploads().scope().getBytes(StandardCharsets.UTF_8)))
                .substring(0, SCOPE);
        return host.id() + "." + (host.own() ? "" : row.account() + ".") + scope;
    }

    private static Optional<UploadFile> seen(OpenedMedia opened) {
        MessageDigest digest = sha256();
        Path file = opened.file();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
            return Optional.of(
                    UploadFile.of(opened.facts().type(), bytes, HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
