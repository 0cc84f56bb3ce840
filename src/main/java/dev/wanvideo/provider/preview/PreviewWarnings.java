package dev.wanvideo.provider.preview;

import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import java.util.ArrayList;
import java.util.List;

/** What a preview leaves out of a request, said before it is made. */
final class PreviewWarnings {
    private PreviewWarnings() {}

    static List<String> of(ReferenceVideoRequest request, boolean full) {
        List<String> warnings = new ArrayList<>();
        warnings.add("This is a preview drawn on this machine (" + PreviewWire.size(request, full) + ", "
                + PreviewWire.framesPerSecond(full) + " frames a second), not a WAN 2.7 film.");
        warnings.addAll(sound(request));
        warnings.addAll(picture(request));
        return warnings;
    }

    private static List<String> sound(ReferenceVideoRequest request) {
        List<String> warnings = new ArrayList<>();
        if (request.switches().audio().orElse(false)) {
            warnings.add("preview is silent: audio has no effect");
        }
        if (request.references().stream().anyMatch(r -> r.voice().isPresent())) {
            warnings.add("preview is silent: voice has no effect");
        }
        return warnings;
    }

    private static List<String> picture(ReferenceVideoRequest request) {
        Switches said = request.switches();
        ShotType written = Prompt.read(request.prompt(), request.references()).shotType();
        List<String> warnings = new ArrayList<>();
        if (said.promptExpansion().orElse(false)) {
            warnings.add("preview shows the prompt as written: prompt_expansion has no effect");
        }
        if (!said.watermark().orElse(true)) {
            warnings.add("preview always bears its PREVIEW mark: watermark has no effect");
        }
        if (said.shotType().filter(type -> type != written).isPresent()) {
            warnings.add("preview cuts where the prompt's shots say: shot_type has no effect");
        }
        if (request.negativePrompt().filter(text -> !text.isBlank()).isPresent()) {
            warnings.add("preview does not read negative_prompt: it has no effect");
        }
        if (request.startImage().isPresent()) {
            warnings.add("preview keeps aspect_ratio; elsewhere start_image sets it");
        }
        return warnings;
    }
}
