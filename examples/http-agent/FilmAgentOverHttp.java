// An agent in Java that shares one film server with others: LangChain4j over Streamable HTTP, any OpenAI-compatible model.
//
//   java -jar target/wan-video-mcp.jar http --port 8080 &
//   export OPENAI_API_KEY=...      (or OPENAI_BASE_URL, for instance http://127.0.0.1:11434/v1, and OPENAI_MODEL)
//   java -cp target/wan-video-mcp.jar examples/http-agent/FilmAgentOverHttp.java http://127.0.0.1:8080/mcp "Anna ($PWD/examples/anna.png) waves, as a free preview"
//
// The jar of the server holds LangChain4j, so nothing else is needed to try it. A project of yours would depend on
// dev.langchain4j: langchain4j, langchain4j-mcp and langchain4j-open-ai.

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import java.time.Duration;
import java.util.List;

public final class FilmAgentOverHttp {
    interface Director {
        String direct(String wish);
    }

    public static void main(String[] args) throws Exception {
        // A call may wait up to 45 s for a film; the transport's own limit has to allow it too.
        try (McpClient server = DefaultMcpClient.builder()
                .transport(StreamableHttpMcpTransport.builder()
                        .url(args[0])
                        .timeout(Duration.ofSeconds(90))
                        .build())
                .toolExecutionTimeout(Duration.ofSeconds(90))
                .progressHandler(step -> System.err.println(step.message()))
                .build()) {
            Director director = AiServices.builder(Director.class)
                    .chatModel(model())
                    .systemMessage(server.instructions())
                    .toolProvider(McpToolProvider.builder().mcpClients(server).build())
                    .build();
            System.out.println(director.direct(String.join(" ", List.of(args).subList(1, args.length))));
        }
    }

    private static ChatModel model() {
        return OpenAiChatModel.builder()
                .baseUrl(setting("OPENAI_BASE_URL", "https://api.openai.com/v1"))
                .apiKey(setting("OPENAI_API_KEY", "none"))
                .modelName(setting("OPENAI_MODEL", "gpt-5-mini"))
                .build();
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
