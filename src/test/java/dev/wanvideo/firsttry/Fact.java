package dev.wanvideo.firsttry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Something that a right call has. */
interface Fact {
    /** What is wrong about this attempt; empty when nothing is. */
    Optional<String> miss(Attempt attempt);

    /** Reads the facts of a request. @param server says what it has against the arguments of a call for a film */
    static List<Fact> all(JsonNode facts, Doorstep server) {
        return facts.values().stream().map(fact -> of(fact, server)).toList();
    }

    private static Fact of(JsonNode fact, Doorstep server) {
        return switch (fact.propertyNames().iterator().next()) {
            case "tool" -> tool(fact.path("tool").asString());
            case "money" -> ofCall(call -> call.careful() ? Optional.empty() : Optional.of("spends without a limit"));
            case "valid" -> ofCall(call -> server.objection(call.arguments()));
            case "arg" -> new ArgumentFact(fact);
            case "ref" -> new ReferenceFact(fact);
            case "refs" -> ofCall(call -> references(call, fact.path("refs")));
            case "prompt" -> ofCall(call -> prompt(call, fact.path("prompt").asString(), true));
            case "prompt_lacks" ->
                ofCall(call -> prompt(call, fact.path("prompt_lacks").asString(), false));
            case "either" -> either(fact.path("either"), server);
            default -> throw new IllegalArgumentException("no such fact: " + fact);
        };
    }

    /** A fact of the call that counts. */
    static Fact ofCall(Function<Call, Optional<String>> judge) {
        return attempt -> attempt.decisive().map(judge).orElseGet(() -> Optional.of("calls no tool"));
    }

    private static Fact tool(String name) {
        return attempt -> {
            String called = attempt.decisive().map(Call::tool).orElse("none");
            return called.equals(name) ? Optional.empty() : Optional.of("calls " + called + " instead of " + name);
        };
    }

    private static Optional<String> references(Call call, JsonNode bounds) {
        int size = call.arguments().path("references").size();
        return size >= bounds.get(0).asInt() && size <= bounds.get(1).asInt()
                ? Optional.empty()
                : Optional.of(size + " references");
    }

    private static Optional<String> prompt(Call call, String pattern, boolean there) {
        String prompt = call.arguments().path("prompt").asString("");
        boolean found = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(prompt)
                .find();
        return found == there ? Optional.empty() : Optional.of("the prompt " + (there ? "lacks " : "has ") + pattern);
    }

    /** One of several ways is enough. */
    private static Fact either(JsonNode ways, Doorstep server) {
        List<List<Fact>> read =
                ways.values().stream().map(way -> all(way, server)).toList();
        return attempt -> {
            List<String> misses = new ArrayList<>();
            for (List<Fact> way : read) {
                List<String> missed = way.stream()
                        .flatMap(fact -> fact.miss(attempt).stream())
                        .toList();
                if (missed.isEmpty()) {
                    return Optional.empty();
                }
                misses.add(String.join(", ", missed));
            }
            return Optional.of(String.join("; or ", misses));
        };
    }

    /** Whether a text is among those that are allowed; null stands for one that is not given. */
    static boolean among(JsonNode allowed, JsonNode value) {
        Stream<JsonNode> all = allowed.isArray() ? allowed.values().stream() : Stream.of(allowed);
        boolean given = !value.isMissingNode() && !value.isNull();
        return all.anyMatch(
                one -> one.isNull() ? !given : given && one.asString().equals(value.asString()));
    }
}
