package dev.wanvideo.firsttry;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model does with a sentence when it knows the server's instructions and tools and nothing else. Calls that make
 * no film are answered by the server; the first one for a film ends the trial and reaches nobody.
 */
final class ModelTrial {
    private static final int MOST_ANSWERS = 5;
    private static final JsonMapper JSON = new JsonMapper();

    private final StreamingChatModel model;
    private final McpClient server;
    private final List<ToolSpecification> tools;

    ModelTrial(StreamingChatModel model, McpClient server) {
        this.model = model;
        this.server = server;
        this.tools = server.listTools();
    }

    /** A line of a recording: {@code id}, {@code calls}, {@code text}. */
    ObjectNode record(Request request) {
        ObjectNode line = JSON.createObjectNode().put("id", request.id());
        ArrayNode calls = line.putArray("calls");
        List<ChatMessage> talk = new ArrayList<>(
                List.of(SystemMessage.from(String.valueOf(server.instructions())), UserMessage.from(request.say())));
        boolean going = true;
        for (int answers = 0; going && answers < MOST_ANSWERS; answers++) {
            AiMessage said = answer(talk);
            line.put("text", said.text() == null ? "" : said.text());
            talk.add(said);
            going = said.hasToolExecutionRequests();
            for (ToolExecutionRequest call : said.toolExecutionRequests()) {
                calls.addObject().put("name", call.name()).set("arguments", JSON.readTree(call.arguments()));
                going &= !call.name().equals(Call.CREATE);
                if (going) {
                    talk.add(ToolExecutionResultMessage.from(call, result(call)));
                }
            }
        }
        return line;
    }

    private String result(ToolExecutionRequest call) {
        try {
            return server.executeTool(call).resultText();
        } catch (ToolExecutionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private AiMessage answer(List<ChatMessage> talk) {
        CompletableFuture<AiMessage> answer = new CompletableFuture<>();
        ChatRequest asked =
                ChatRequest.builder().messages(talk).toolSpecifications(tools).build();
        model.chat(asked, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String part) {}

            @Override
            public void onCompleteResponse(ChatResponse whole) {
                answer.complete(whole.aiMessage());
            }

            @Override
            public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.join();
    }
}
