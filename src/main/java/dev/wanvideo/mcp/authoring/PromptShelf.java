package dev.wanvideo.mcp.authoring;

import dev.wanvideo.access.Principal;
import dev.wanvideo.mcp.authoring.AuthoringPrompt.Argument;
import dev.wanvideo.task.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The prompts there are. */
public final class PromptShelf {
    private static final int LONGEST_ARGUMENT = 20_000;

    private final List<AuthoringPrompt> prompts;

    /** @param tasks whose failed ones can be mended */
    public PromptShelf(Tenancy tasks) {
        this.prompts = List.of(new DirectVideo(), new Storyboard(), new Dialogue(), new FixRefusal(tasks));
    }

    /** All of them, in the order in which people should see them. */
    public List<AuthoringPrompt> all() {
        return prompts;
    }

    /** The one of this name. */
    public Optional<AuthoringPrompt> named(String name) {
        return prompts.stream().filter(prompt -> prompt.name().equals(name)).findFirst();
    }

    /** What a prompt says with these arguments; blank ones count as not given. */
    public String text(Principal principal, AuthoringPrompt prompt, Map<?, ?> arguments) throws UnusableArgument {
        Map<String, String> given = given(prompt, arguments);
        String missing = prompt.arguments().stream()
                .filter(Argument::required)
                .filter(argument -> !given.containsKey(argument.name()))
                .map(argument -> argument.name() + " (" + argument.description() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UnusableArgument("missing: " + missing);
        }
        return prompt.text(principal, given);
    }

    private static Map<String, String> given(AuthoringPrompt prompt, Map<?, ?> arguments) throws UnusableArgument {
        Map<String, String> given = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : arguments.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (prompt.arguments().stream()
                    .noneMatch(argument -> argument.name().equals(name))) {
                throw new UnusableArgument(prompt.name() + " asks for "
                        + prompt.arguments().stream().map(Argument::name).collect(Collectors.joining(", "))
                        + ", for nothing else");
            }
            @Nullable Object value = entry.getValue();
            String text = value == null ? "" : value.toString().strip();
            if (text.length() > LONGEST_ARGUMENT) {
                throw new UnusableArgument(name + " must be at most " + LONGEST_ARGUMENT + " characters");
            }
            if (!text.isEmpty()) {
                given.put(name, text);
            }
        }
        return given;
    }

    /** Values of an argument that begin so, in any case. */
    public List<String> values(Principal principal, AuthoringPrompt prompt, String argument, String begun) {
        String start = begun.strip().toLowerCase(Locale.ROOT);
        return prompt.values(principal, argument).stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
    }
}
