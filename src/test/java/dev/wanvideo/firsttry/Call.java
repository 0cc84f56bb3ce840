package dev.wanvideo.firsttry;

import tools.jackson.databind.JsonNode;

/** A tool call as a model made it. */
record Call(String tool, JsonNode arguments) {
    static final String CREATE = "create_reference_video";

    static Call of(JsonNode json) {
        return new Call(json.path("name").asString(), json.path("arguments"));
    }

    boolean creates() {
        return tool.equals(CREATE);
    }

    /** Whether no money can be spent that the user has not agreed to. */
    boolean careful() {
        return arguments.path("dry_run").asBoolean(false)
                || arguments.path("provider").asString("").equals("preview")
                || arguments.has("max_cost_usd");
    }
}
