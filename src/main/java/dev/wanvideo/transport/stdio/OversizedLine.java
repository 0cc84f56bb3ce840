package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.MalformedJson;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Looks, while a line too long to keep passes by, for the id under which it can be refused. */
final class OversizedLine {

    private static final int LONGEST_TOKEN = 256;

    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private String name = "";
    private @Nullable String id;
    private boolean request;
    private int level;
    private boolean inString;
    private boolean escaped;

    void feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (inString) {
                inString(bytes[i]);
            } else {
                between(bytes[i]);
            }
        }
    }

    /** The request's id as JSON text, null when none was found or it was no request. */
    @Nullable
    String id() {
        return request ? id : null;
    }

    private void inString(byte b) {
        keep(b);
        inString = escaped || b != '"';
        escaped = !escaped && b == '\\';
    }

    private void between(byte b) {
        switch (b) {
            case ' ', '\t', '\r' -> {}
            case '{', '[' -> level++;
            case '}', ']' -> {
                endMember();
                level--;
            }
            case ',' -> endMember();
            case ':' -> endName();
            default -> {
                inString = b == '"';
                keep(b);
            }
        }
    }

    private void keep(byte b) {
        if (level == 1 && token.size() < LONGEST_TOKEN) {
            token.write(b);
        }
    }

    private void endName() {
        if (level == 1) {
            name = takeToken();
        }
    }

    private void endMember() {
        if (level == 1) {
            String value = takeToken();
            request |= name.equals("\"method\"");
            id = name.equals("\"id\"") ? checked(value) : id;
        }
    }

    private String takeToken() {
        String text = token.toString(ISO_8859_1);
        token.reset();
        return text;
    }

    /** The text when it can stand as an id: the long line may be anything, not only JSON. */
    private static @Nullable String checked(String value) {
        byte[] probe = ("{\"id\":" + value + "}").getBytes(ISO_8859_1);
        try {
            return value.length() < LONGEST_TOKEN
                    ? Envelope.read(probe, 0, probe.length).id()
                    : null;
        } catch (MalformedJson e) {
            return null;
        }
    }
}
