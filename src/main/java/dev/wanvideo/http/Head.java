package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Status and headers of an answer, as far as a download needs them (RFC 9110). */
record Head(int status, HttpHeaders headers) {
    private static final Pattern RANGE = Pattern.compile("bytes\\s+(?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");

    /**
     * The part of a file that a body brings.
     *
     * @param start empty when it brings none
     */
    record Range(OptionalLong start, OptionalLong total) {}

    /** A body that is sent compressed could swell beyond every limit, so none is taken. */
    void refuseCompressed() throws FetchProblem {
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!"identity".equalsIgnoreCase(encoding.strip())) {
            throw new FetchProblem(Kind.PROTOCOL, "the server sends the file compressed although it was asked not to");
        }
    }

    /** How long the body will be, if the server says so. */
    OptionalLong length() throws FetchProblem {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH, "");
        try {
            return length.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length.strip()));
        } catch (NumberFormatException e) {
            throw new FetchProblem(Kind.PROTOCOL, "the server's answer could not be understood");
        }
    }

    /** The part of the file that this is. */
    Range range() throws FetchProblem {
        Matcher range =
                RANGE.matcher(headers.get(HttpHeaderNames.CONTENT_RANGE, "").strip());
        if (!range.matches()) {
            throw new FetchProblem(Kind.PROTOCOL, "the server sent a part of the file without saying which");
        }
        return new Range(number(range.group(1)), number(range.group(2)));
    }

    /** What tells this state of the file from a later one: a strong tag, else its date. */
    Optional<String> validator() {
        Optional<String> tag =
                Optional.ofNullable(headers.get(HttpHeaderNames.ETAG)).map(String::strip);
        return tag.filter(t -> t.startsWith("\""))
                .or(() -> Optional.ofNullable(headers.get(HttpHeaderNames.LAST_MODIFIED))
                        .map(String::strip));
    }

    private static OptionalLong number(@Nullable String digits) {
        return digits == null || digits.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }
}
