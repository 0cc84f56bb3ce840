package dev.wanvideo.firsttry;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A file is a reference of the right kind, role and voice, and the prompt speaks of it. */
record ReferenceFact(JsonNode fact) implements Fact {
    @Override
    public Optional<String> miss(Attempt attempt) {
        return Fact.ofCall(this::miss).miss(attempt);
    }

    private Optional<String> miss(Call call) {
        String file = fact.path("ref").asString();
        String kind = fact.path("kind").asString("image");
        JsonNode references = call.arguments().path("references");
        int ordinal = 0;
        for (JsonNode reference : references.values()) {
            ordinal += reference.has(kind) ? 1 : 0;
            if (sameFile(reference.path(kind).asString(""), file)) {
                return miss(call, reference, file, kind, ordinal);
            }
        }
        return Optional.of(file + " is no reference " + kind);
    }

    private Optional<String> miss(Call call, JsonNode reference, String file, String kind, int ordinal) {
        if (fact.has("role") && !Fact.among(fact.path("role"), reference.path("role"))) {
            return Optional.of(file + " has the role " + reference.path("role").asString("of a character"));
        }
        String voice = reference.path("voice").asString("");
        if (!sameFile(voice, fact.path("voice").asString(""))) {
            return Optional.of(file + " has " + (voice.isEmpty() ? "no voice" : "the voice " + voice));
        }
        String prompt = call.arguments().path("prompt").asString("");
        boolean named = reference.has("name")
                && Pattern.compile("@" + Pattern.quote(reference.path("name").asString()) + "(?![\\w-])")
                        .matcher(prompt)
                        .find();
        boolean counted = Pattern.compile(kind + " ?" + ordinal + "(?!\\d)", Pattern.CASE_INSENSITIVE)
                .matcher(prompt)
                .find();
        return named || counted ? Optional.empty() : Optional.of("the prompt does not name " + file);
    }

    /** Whether it is the same file, however the home folder is written. */
    private static boolean sameFile(String one, String other) {
        return home(one).equals(home(other));
    }

    private static String home(String path) {
        return path.replaceFirst("^file://", "").replaceFirst("^~/", "").replaceFirst("^(?:/home|/Users)/[^/]+/", "");
    }
}
