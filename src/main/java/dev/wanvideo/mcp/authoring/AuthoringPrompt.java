package dev.wanvideo.mcp.authoring;

import dev.wanvideo.access.Principal;
import java.util.List;
import java.util.Map;

/** A prompt that a person picks in a client: it turns a few words of theirs into a task for the model. */
public interface AuthoringPrompt {
    /** The word that {@code prompts/get} carries. */
    String name();

    /** What people see. */
    String title();

    /** What it is for, in a sentence. */
    String description();

    /** What it asks for, in the order in which a client asks. */
    List<Argument> arguments();

    /**
     * What is said to the model.
     *
     * @param principal whose tasks may be spoken of
     * @param given by argument name, blanks left out; all required ones are there
     * @throws UnusableArgument when a value cannot be used
     */
    String text(Principal principal, Map<String, String> given) throws UnusableArgument;

    /** Values that an argument usually has for this principal, the best first; empty where only a person can know. */
    List<String> values(Principal principal, String argument);

    /** One thing to ask for. */
    record Argument(String name, String description, boolean required) {
        static Argument required(String name, String description) {
            return new Argument(name, description, true);
        }

        static Argument optional(String name, String description) {
            return new Argument(name, description, false);
        }
    }
}
