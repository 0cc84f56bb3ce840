package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.HttpProviderGateway;
import dev.wanvideo.provider.S3Settings;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadHost;
import dev.wanvideo.provider.UploadOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the bucket of the user's takes files, found out with a small one that is put and fetched as any other.
 *
 * @param problem what stands in the way
 */
record BucketReport(String line, Optional<String> problem) {
    private static final byte[] NOTE = "wan-video-mcp can write here.\n".getBytes(StandardCharsets.UTF_8);

    static BucketReport of(Settings settings) {
        if (settings.network().bucket().isEmpty()) {
            return new BucketReport("none: files go only to providers that take uploads", Optional.empty());
        }
        S3Settings bucket = settings.network().bucket().get();
        String place = bucket.bucket() + " at " + bucket.endpoint() + ", objects " + bucket.prefix() + "…, links for "
                + bucket.links().lives().toHours() + " hours";
        Optional<String> trouble = trouble(settings);
        return new BucketReport(place + (trouble.isEmpty() ? ": ready" : ""), trouble);
    }

    private static Optional<String> trouble(Settings settings) {
        try (ApiClient api = new ApiClient(new AddressGuard(settings.network().allowHosts()))) {
            Path note = Files.write(Files.createTempFile("wan-video", ".txt"), NOTE);
            try {
                HttpProviderGateway gateway = new HttpProviderGateway(
                        Catalogue.load(), Map.of(), api, System::nanoTime, Assembly.bucket(settings));
                return words(gateway.upload(UploadHost.BUCKET, UploadFile.of("text/plain", NOTE.length, hash()), note));
            } finally {
                Files.delete(note);
            }
        } catch (IOException e) {
            return Optional.of("The bucket was not tried: the folder for temporary files is not writable.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The bucket was not tried: the program is ending.");
        }
    }

    private static Optional<String> words(UploadOutcome outcome) {
        if (outcome instanceof UploadOutcome.Refused no) {
            return Optional.of(sentence(no.message()));
        }
        return outcome instanceof UploadOutcome.NoAnswer none
                ? Optional.of(sentence(none.message()))
                : Optional.empty();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(NOTE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
