package dev.wanvideo.mcp.authoring;

import dev.wanvideo.task.Task;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;

/** What a task asked for, in the words of the tool's arguments. */
final class RequestWords {
    private RequestWords() {}

    static String of(Task task) {
        ReferenceVideoRequest request = task.request();
        StringBuilder words = new StringBuilder("Task " + task.id() + " at " + task.provider() + ", charged: "
                + task.cost().charged().word() + "\nprompt: " + request.prompt() + "\n");
        for (Reference reference : request.references()) {
            words.append("reference: ")
                    .append(reference.name().map(name -> "name " + name + ", ").orElse(""))
                    .append(reference.role().word())
                    .append(", ")
                    .append(reference.media().text())
                    .append(reference
                            .voice()
                            .map(voice -> ", voice " + voice.text())
                            .orElse(""))
                    .append('\n');
        }
        request.startImage().ifPresent(image -> line(words, "start_image", image.text()));
        request.negativePrompt().ifPresent(text -> line(words, "negative_prompt", text));
        line(words, "aspect_ratio", request.format().aspectRatio().word());
        line(words, "resolution", request.format().resolution().word());
        line(words, "duration", String.valueOf(request.format().seconds()));
        request.seed().ifPresent(seed -> line(words, "seed", String.valueOf(seed)));
        return words.toString();
    }

    private static void line(StringBuilder words, String name, String value) {
        words.append(name).append(": ").append(value).append('\n');
    }
}
