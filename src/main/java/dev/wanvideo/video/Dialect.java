package dev.wanvideo.video;

import java.util.List;

/** How a host wants references named in a prompt. */
public enum Dialect {
    /** {@code Image 1}, {@code Video 1}, counted per kind; {@code 图1} and {@code 视频1} stay as written. */
    SPACED,
    /** {@code Image 1}, {@code Video 1}, counted per kind, whatever was written. */
    SPACED_LATIN,
    /** {@code Image1}, {@code Video1}, counted per kind. */
    TIGHT,
    /** {@code character1} is the first reference, whatever its kind. */
    CHARACTERS;

    /** The prompt of a request as this host reads it. */
    public String render(ReferenceVideoRequest request) {
        Prompt prompt = Prompt.read(request.prompt(), request.references());
        return prompt.render(mention -> name(
                request.references(), mention.reference(), prompt.text().substring(mention.start(), mention.end())));
    }

    private String name(List<Reference> references, int index, String written) {
        MediaKind kind = references.get(index).kind();
        long number = 1
                + references.subList(0, index).stream()
                        .filter(r -> r.kind() == kind)
                        .count();
        String word = kind == MediaKind.VIDEO ? "Video" : "Image";
        boolean chinese = written.startsWith("图") || written.startsWith("视频");
        return switch (this) {
            case SPACED -> chinese ? (kind == MediaKind.VIDEO ? "视频" : "图") + number : word + " " + number;
            case SPACED_LATIN -> word + " " + number;
            case TIGHT -> word + number;
            case CHARACTERS -> "character" + (index + 1);
        };
    }
}
