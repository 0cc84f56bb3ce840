package dev.wanvideo.provider;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a gateway to providers that take files. */
abstract class OnUploads {
    static final String KEY = "sk-of-nobody-else-0123456789";

    @TempDir
    Path folder;

    final ApiClient http = new ApiClient(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        http.close();
    }

    static Stream<Provider> takers() {
        return UploadContractTest.takers();
    }

    HttpProviderGateway gateway(Provider provider, String key, Optional<UploadHost> bucket) {
        Map<String, String> keys = Map.of(provider.descriptor().id(), key);
        return new HttpProviderGateway(new Catalogue(List.of(provider)), keys, http, System::nanoTime, bucket);
    }

    static Provider at(String base, Provider any) {
        return any.with(Map.of("base_url", base, "upload_base_url", base));
    }

    static Provider on(Sandbox sandbox, Provider any) {
        return at(sandbox.address(any.descriptor().id()).toString(), any);
    }

    Path photo(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return Files.write(folder.resolve("photo"), bytes);
    }

    static UploadFile told(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return UploadFile.of("image/png", bytes.length, HexFormat.of().formatHex(digest));
    }
}
