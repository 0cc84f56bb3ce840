package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedCall;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that callers used, for calls in which none may be found wherever it is put. */
final class SeenKeys {
    /** What precedes a file in a form is shorter; the file itself is no place to look. */
    private static final int HEAD = 16 * 1024;

    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    void add(String key) {
        keys.add(key);
    }

    /** Whether one of them is in a call's query, headers or form fields. */
    boolean in(EmulatedCall call) {
        String head = new String(call.content(), 0, Math.min(HEAD, call.content().length), StandardCharsets.ISO_8859_1);
        return keys.stream()
                .anyMatch(key -> call.query().toString().contains(key)
                        || call.headers().toString().contains(key)
                        || head.contains(key));
    }
}
