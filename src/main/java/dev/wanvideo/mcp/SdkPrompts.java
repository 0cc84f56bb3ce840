package dev.wanvideo.mcp;

import dev.wanvideo.mcp.authoring.AuthoringPrompt;
import dev.wanvideo.transport.ProtocolError;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prompts on the SDK's core. */
final class SdkPrompts {
    private final PromptResults results;

    SdkPrompts(PromptResults results) {
        this.results = results;
    }

    List<SyncPromptSpecification> specifications() {
        return results.all().stream()
                .map(prompt -> new SyncPromptSpecification(
                        sdkPrompt(prompt), (exchange, request) -> result(prompt.name(), request.arguments())))
                .toList();
    }

    private McpSchema.GetPromptResult result(String name, @Nullable Object arguments) {
        try {
            return McpJsonDefaults.getMapper()
                    .convertValue(results.get(name, arguments), McpSchema.GetPromptResult.class);
        } catch (ProtocolError e) {
            throw McpError.builder(e.code())
                    .message(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private static McpSchema.Prompt sdkPrompt(AuthoringPrompt prompt) {
        return McpSchema.Prompt.builder(prompt.name())
                .title(prompt.title())
                .description(prompt.description())
                .arguments(prompt.arguments().stream()
                        .map(argument -> McpSchema.PromptArgument.builder(argument.name())
                                .description(argument.description())
                                .required(argument.required())
                                .build())
                        .toList())
                .build();
    }
}
