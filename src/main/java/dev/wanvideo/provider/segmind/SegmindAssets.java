package dev.wanvideo.provider.segmind;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedForm;
import dev.wanvideo.provider.EmulatedJobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Segmind's upload host. */
final class SegmindAssets {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SegmindAssets() {}

    static EmulatedAnswer upload(EmulatedCall call, EmulatedJobs jobs) {
        Optional<EmulatedForm.Part> file = EmulatedForm.read(call)
                .filter(form -> form.names().equals(List.of("file")))
                .flatMap(form -> form.file("file"));
        if (file.isEmpty()) {
            return EmulatedAnswer.json(400, JSON.writeValueAsString(Map.of("error", "No file uploaded")));
        }
        String address =
                jobs.addressOf(UUID.randomUUID() + "-" + file.get().fileName().orElse(""));
        jobs.keep(address, file.get().type().orElse(""), file.get().content());
        return EmulatedAnswer.json(200, JSON.writeValueAsString(Map.of("file_urls", List.of(address))));
    }
}
