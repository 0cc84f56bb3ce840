package dev.wanvideo.mcp;

import dev.wanvideo.task.Agreements;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Agreements in memory, for as many servers as share them. */
final class FakeAgreements implements Agreements {
    private final byte[] secret = new byte[32];
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    FakeAgreements() {
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean use(String key, Instant until) {
        return used.add(key);
    }
}
