package dev.wanvideo.transport;

import java.nio.charset.StandardCharsets;

/**
 * Walks over one JSON text (RFC 8259, strictly) without building a tree.
 *
 * <p>It stands where a streaming parser could: it is one class instead of some sixty, on the path to the first answer,
 * and it gives the bytes of a value exactly as they came.
 */
final class JsonScanner {

    private static final int MOST_LEVELS = 500;

    private final byte[] json;
    private final int end;
    private int at;
    private int level;

    JsonScanner(byte[] json, int from, int to) {
        this.json = json;
        this.at = from;
        this.end = to;
    }

    /** The first byte of the next token, or -1 at the end. */
    int peek() {
        while (at < end && isSpace(json[at])) {
            at++;
        }
        return at < end ? json[at] : -1;
    }

    int position() {
        return at;
    }

    void expectEnd() throws MalformedJson {
        if (peek() != -1) {
            throw new MalformedJson("text after the end");
        }
    }

    /** Enters an object or array; true when it has a member. */
    boolean open(char close) throws MalformedJson {
        at++;
        if (++level > MOST_LEVELS) {
            throw new MalformedJson("nested too deeply");
        }
        if (peek() != close) {
            return true;
        }
        leave();
        return false;
    }

    /** Goes to the next member; false when the object or array ended here. */
    boolean next(char close) throws MalformedJson {
        int token = peek();
        if (token == close) {
            leave();
            return false;
        }
        expect(',');
        return true;
    }

    /** The next member's name, decoded. */
    String name() throws MalformedJson {
        String name = string();
        expect(':');
        return name;
    }

    /** The next value, which must be a string, decoded. */
    String string() throws MalformedJson {
        return decoded(rawString());
    }

    /** The text that a string has which is given as JSON text. */
    static String decoded(String raw) {
        String inner = raw.substring(1, raw.length() - 1);
        return inner.indexOf('\\') < 0 ? inner : unescape(inner);
    }

    /** The next value, whatever it is, as it was written. */
    String raw() throws MalformedJson {
        peek();
        int from = at;
        skip();
        return new String(json, from, at - from, StandardCharsets.UTF_8);
    }

    /** Steps over the next value. */
    void skip() throws MalformedJson {
        switch (peek()) {
            case '{' -> skipObject();
            case '[' -> skipArray();
            case '"' -> skipString();
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
    }

    private void skipObject() throws MalformedJson {
        for (boolean more = open('}'); more; more = next('}')) {
            skipString();
            expect(':');
            skip();
        }
    }

    private void skipArray() throws MalformedJson {
        for (boolean more = open(']'); more; more = next(']')) {
            skip();
        }
    }

    private String rawString() throws MalformedJson {
        peek();
        int from = at;
        skipString();
        return new String(json, from, at - from, StandardCharsets.UTF_8);
    }

    private void skipString() throws MalformedJson {
        expect('"');
        while (at < end && json[at] != '"') {
            skipCharacter();
        }
        expect('"');
    }

    private void skipCharacter() throws MalformedJson {
        byte b = json[at];
        int length = b == '\\' ? escape() : b >= 0x20 ? 1 : b >= 0 ? 0 : Utf8.sequence(json, at, end);
        if (length == 0) {
            throw new MalformedJson("not a character of a string");
        }
        at += length;
    }

    private int escape() {
        int kind = at + 1 < end ? json[at + 1] : -1;
        if (kind == 'u') {
            return at + 6 <= end && hexDigits(at + 2) ? 6 : 0;
        }
        return kind != -1 && "\"\\/bfnrt".indexOf(kind) >= 0 ? 2 : 0;
    }

    private boolean hexDigits(int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(json[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private void skipWord(String word) throws MalformedJson {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || json[at + i] != word.charAt(i)) {
                throw new MalformedJson("not a value");
            }
        }
        at += word.length();
    }

    private void skipNumber() throws MalformedJson {
        if (at < end && json[at] == '-') {
            at++;
        }
        if (at < end && json[at] == '0') {
            at++;
        } else {
            skipDigits();
        }
        if (at < end && json[at] == '.') {
            at++;
            skipDigits();
        }
        if (at < end && (json[at] | 0x20) == 'e') {
            at++;
            at += at < end && (json[at] == '+' || json[at] == '-') ? 1 : 0;
            skipDigits();
        }
    }

    private void skipDigits() throws MalformedJson {
        int from = at;
        while (at < end && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw new MalformedJson("not a value");
        }
    }

    private void expect(char token) throws MalformedJson {
        if (peek() != token) {
            throw new MalformedJson("something is missing");
        }
        at++;
    }

    private void leave() {
        at++;
        level--;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static String unescape(String inner) {
        StringBuilder text = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (inner.charAt(++i) == 'u') {
                text.append((char) Integer.parseInt(inner.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append(plain(inner.charAt(i)));
            }
        }
        return text.toString();
    }

    private static char plain(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
