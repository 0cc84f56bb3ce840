package dev.wanvideo.firsttry;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** An argument is one of some values, lies in a range, or has some words. */
record ArgumentFact(JsonNode fact) implements Fact {
    @Override
    public Optional<String> miss(Attempt attempt) {
        return Fact.ofCall(this::miss).miss(attempt);
    }

    private Optional<String> miss(Call call) {
        String name = fact.path("arg").asString();
        JsonNode value = call.arguments().path(name);
        return fits(value) ? Optional.empty() : Optional.of(name + " is " + (value.isMissingNode() ? "absent" : value));
    }

    private boolean fits(JsonNode value) {
        if (fact.has("in")) {
            return Fact.among(fact.path("in"), value);
        }
        if (fact.has("from")) {
            double number = value.asDouble(Double.NaN);
            return number >= fact.path("from").asDouble()
                    && number <= fact.path("to").asDouble();
        }
        return Pattern.compile(fact.path("matches").asString(), Pattern.CASE_INSENSITIVE)
                .matcher(value.asString(""))
                .find();
    }
}
