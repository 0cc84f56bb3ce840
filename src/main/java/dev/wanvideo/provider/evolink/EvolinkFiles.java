package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedForm;
import dev.wanvideo.provider.EmulatedJobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** EvoLink's files host; it says no under HTTP 200. */
final class EvolinkFiles {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS = Set.of("upload_path", "uploadPath", "file_name", "fileName");

    private EvolinkFiles() {}

    static EmulatedAnswer upload(EmulatedCall call, EmulatedJobs jobs) {
        Optional<EmulatedForm> form = EmulatedForm.read(call);
        Optional<EmulatedForm.Part> file = form.flatMap(sent -> sent.file("file"));
        if (form.isEmpty() || file.isEmpty()) {
            return refused(400, "file is required");
        }
        List<String> others = form.get().names().subList(0, form.get().names().size() - 1);
        if (!FIELDS.containsAll(others)) {
            return refused(400, "unknown form field");
        }
        String type = file.get().type().orElse("");
        if (!EvolinkUploads.TYPES.contains(type)) {
            return refused(415, "Unsupported file type: " + type);
        }
        return stored(file.get(), type, jobs);
    }

    private static EmulatedAnswer stored(EmulatedForm.Part file, String type, EmulatedJobs jobs) {
        String id = "file_" + UUID.randomUUID().toString().substring(0, 8);
        String original = file.fileName().orElse("");
        String name = id + "." + type.substring("image/".length());
        String address = jobs.addressOf(name);
        jobs.keep(address, type, file.content());
        Map<String, Object> data = new BodyFields()
                .put("file_id", id)
                .put("file_name", name)
                .put("original_name", original)
                .put("file_size", file.content().length)
                .put("mime_type", type)
                .put("upload_path", "images")
                .put("file_url", address)
                .put("download_url", address)
                .put("upload_time", "2026-11-20T10:00:00Z")
                .put("expires_at", "2026-11-23T10:00:00Z")
                .done();
        return answer(true, 200, "File uploaded successfully", data);
    }

    private static EmulatedAnswer refused(int code, String message) {
        return answer(false, code, message, Map.of());
    }

    private static EmulatedAnswer answer(boolean success, int code, String message, Map<String, Object> data) {
        Map<String, Object> body = new BodyFields()
                .put("success", success)
                .put("code", code)
                .put("msg", message)
                .putFilled("data", data)
                .done();
        return EmulatedAnswer.json(200, JSON.writeValueAsString(body));
    }
}
