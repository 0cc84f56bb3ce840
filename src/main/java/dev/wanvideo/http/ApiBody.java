package dev.wanvideo.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a call carries; its length is always told beforehand. */
public sealed interface ApiBody {
    /** Nothing. */
    ApiBody NONE = new None();

    /** Of a text, or nothing. */
    static ApiBody json(Optional<String> text) {
        return text.<ApiBody>map(Json::new).orElse(NONE);
    }

    /** Nothing. */
    record None() implements ApiBody {}

    /** Sent as {@code application/json}. */
    record Json(String text) implements ApiBody {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The bytes of a file; the content type is among the call's headers. */
    record Raw(Stored file) implements ApiBody {}

    /**
     * {@code multipart/form-data}: the fields in their order, then the file.
     *
     * @param fileField name of the part that holds the file
     * @param fileName ASCII letters, digits, dots and dashes
     * @param fileType MIME type
     */
    record Form(Map<String, String> fields, String fileField, String fileName, String fileType, Stored file)
            implements ApiBody {
        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]{0,199}");

        public Form {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            for (String word : new String[] {fileField, fileName, fileType}) {
                requireToken(word);
            }
            fields.keySet().forEach(Form::requireToken);
        }

        private static void requireToken(String word) {
            if (!TOKEN.matcher(word).matches()) {
                throw new IllegalArgumentException("not a plain word");
            }
        }
    }

    /**
     * A file as it was when somebody looked at it. Of one that changed since, the last bytes are never sent.
     *
     * @param sha256 of the content, in hexadecimal
     */
    record Stored(Path path, long bytes, String sha256) {}
}
