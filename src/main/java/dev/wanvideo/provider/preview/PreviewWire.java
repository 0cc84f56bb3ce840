package dev.wanvideo.provider.preview;

import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Shot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the renderer is asked for, as JSON values. */
final class PreviewWire {
    private static final int DRAFT_FRAMES_PER_SECOND = 12;
    private static final int FULL_FRAMES_PER_SECOND = 24;

    private PreviewWire() {}

    static OutgoingRequest request(ReferenceVideoRequest request, boolean full) {
        FrameSize size = size(request, full);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", request.prompt());
        body.put(
                "references",
                request.references().stream().map(PreviewWire::reference).toList());
        request.startImage().map(MediaSource::text).ifPresent(text -> body.put("start_image", text));
        body.put("width", size.width());
        body.put("height", size.height());
        body.put("fps", framesPerSecond(full));
        body.put("duration", Math.toIntExact(request.format().seconds()));
        request.seed().ifPresent(seed -> body.put("seed", seed));
        body.put("aspect_ratio", request.format().aspectRatio().word());
        body.put("resolution", request.format().resolution().word());
        Prompt prompt = Prompt.read(request.prompt(), request.references());
        if (!prompt.shots().isEmpty()) {
            body.put("shots", shots(prompt.timeline(request.format().seconds())));
        }
        return new OutgoingRequest("LOCAL", "preview:render", Collections.unmodifiableMap(body));
    }

    static FrameSize size(ReferenceVideoRequest request, boolean full) {
        FrameSize asked = request.format().size();
        return full ? asked : asked.half();
    }

    static int framesPerSecond(boolean full) {
        return full ? FULL_FRAMES_PER_SECOND : DRAFT_FRAMES_PER_SECOND;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> json = new LinkedHashMap<>();
        reference.name().ifPresent(name -> json.put("name", name));
        json.put("kind", reference.kind().name().toLowerCase(Locale.ROOT));
        json.put("source", reference.media().text());
        json.put("role", reference.role().word());
        return Collections.unmodifiableMap(json);
    }

    private static List<Map<String, Object>> shots(List<Shot> timeline) {
        return timeline.stream().map(PreviewWire::shot).toList();
    }

    private static Map<String, Object> shot(Shot shot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", shot.number());
        json.put("from", shot.from());
        json.put("to", shot.to());
        json.put("caption", shot.caption());
        return Collections.unmodifiableMap(json);
    }
}
