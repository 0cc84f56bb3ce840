package dev.wanvideo.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a call of an upload carries. */
public sealed interface UploadBody {
    /** Nothing. */
    record None() implements UploadBody {}

    /** JSON values in sending order. */
    record Json(Map<String, Object> values) implements UploadBody {
        public Json {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** The bytes of the file, as they are; the content type is among the call's headers. */
    record File() implements UploadBody {}

    /**
     * {@code multipart/form-data}: these fields in this order, then the file with its name and type.
     *
     * @param fileField name of the part that holds the file
     */
    record Form(Map<String, String> fields, String fileField) implements UploadBody {
        public Form {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
