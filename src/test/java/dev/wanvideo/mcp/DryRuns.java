package dev.wanvideo.mcp;

import dev.wanvideo.firsttry.Doorstep;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tool itself as the judge of arguments, with only the preview to make films. */
public final class DryRuns implements Doorstep {
    private final Bench bench;

    /** @param home where local files lie, and what {@code ~} stands for */
    public DryRuns(Path home) {
        this.bench = Bench.in(home, new FakeTasks());
    }

    @Override
    public Optional<String> objection(JsonNode arguments) {
        ObjectNode dry = ((ObjectNode) arguments.deepCopy()).put("dry_run", true);
        dry.remove("provider");
        Answer answer = bench.call(ToolName.CREATE_REFERENCE_VIDEO, Bench.JSON.writeValueAsString(dry));
        return answer.error() ? Optional.of(answer.text()) : Optional.empty();
    }
}
