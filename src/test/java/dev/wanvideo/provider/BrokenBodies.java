package dev.wanvideo.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that each differ from a good one in a single fault that a strict provider refuses. */
final class BrokenBodies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A body and what is wrong with it. */
    record Broken(String fault, String body) {}

    private final JsonNode good;
    private final List<Broken> broken = new ArrayList<>();

    private BrokenBodies(JsonNode good) {
        this.good = good;
    }

    static List<Broken> of(JsonNode good) {
        BrokenBodies bodies = new BrokenBodies(good);
        bodies.visit("", good);
        return bodies.broken;
    }

    private void visit(String pointer, JsonNode at) {
        if (at.isObject()) {
            broken.add(new Broken(
                    "unknown field in " + pointer + "/",
                    change(pointer, node -> ((ObjectNode) node).put("surprise", true))));
            for (String name : at.propertyNames()) {
                broken.add(new Broken("misspelt " + pointer + "/" + name, change(pointer, node -> {
                    ObjectNode object = (ObjectNode) node;
                    object.set(name + "x", object.remove(name));
                })));
                member(pointer, name, at.path(name));
            }
        }
        for (int i = 0; at.isArray() && i < at.size(); i++) {
            member(pointer, String.valueOf(i), at.path(i));
        }
    }

    private void member(String pointer, String name, JsonNode value) {
        String place = pointer + "/" + name;
        broken.add(new Broken("wrong type at " + place, change(pointer, node -> put(node, name, otherType(value)))));
        if (isWord(value)) {
            JsonNode flipped = NODES.stringNode(flipped(value.asString()));
            broken.add(new Broken("wrong case at " + place, change(pointer, node -> put(node, name, flipped))));
        }
        visit(place, value);
    }

    private String change(String pointer, java.util.function.Consumer<JsonNode> fault) {
        JsonNode copy = JSON.readTree(good.toString());
        fault.accept(pointer.isEmpty() ? copy : copy.at(pointer));
        return copy.toString();
    }

    private static void put(JsonNode parent, String name, JsonNode value) {
        if (parent.isObject()) {
            ((ObjectNode) parent).set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
    }

    private static JsonNode otherType(JsonNode value) {
        return value.isString()
                ? NODES.numberNode(7)
                : NODES.stringNode(value.isContainer() ? "a text" : value.asString());
    }

    /** Recordings write prompts with blanks, so that a text without blanks that is no address is a word. */
    private static boolean isWord(JsonNode value) {
        String text = value.isString() ? value.asString() : " ";
        return !text.contains(" ") && !text.contains("://") && !flipped(text).equals(text);
    }

    private static String flipped(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }
}
