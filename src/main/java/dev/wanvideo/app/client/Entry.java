package dev.wanvideo.app.client;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server in a client's configuration.
 *
 * @param extra members with a fixed value, before the command
 */
record Entry(String name, Map<String, String> extra, StartCommand start) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The entry over what is there already: its environment and whatever else a person set stay. */
    ObjectNode over(ObjectNode present) {
        ObjectNode entry = JSON.createObjectNode();
        extra.forEach(entry::put);
        entry.put("command", start.program());
        if (!start.arguments().isEmpty()) {
            start.arguments().forEach(entry.putArray("args")::add);
        }
        present.properties().stream()
                .filter(member ->
                        !entry.has(member.getKey()) && !member.getKey().equals("args"))
                .forEach(member -> entry.set(member.getKey(), member.getValue()));
        return entry;
    }

    ObjectNode alone() {
        return over(JSON.createObjectNode());
    }
}
