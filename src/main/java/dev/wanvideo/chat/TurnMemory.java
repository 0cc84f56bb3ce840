package dev.wanvideo.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.ArrayList;
import java.util.List;

/** What the model knows during one turn: the turns before, and what is said in this one until it is over. */
final class TurnMemory implements ChatMemory {
    private static final String NO_RESULT =
            "No result: the turn was broken off. A film that was ordered goes on; list_tasks shows it.";

    private final List<ChatMessage> before;
    private final List<ChatMessage> own = new ArrayList<>();
    private boolean over;

    TurnMemory(List<ChatMessage> before) {
        this.before = List.copyOf(before);
    }

    @Override
    public Object id() {
        return "turn";
    }

    @Override
    public synchronized void add(ChatMessage message) {
        // An answer that comes after its turn was stopped belongs to nobody.
        if (!over && !(message instanceof SystemMessage)) {
            own.add(message);
        }
    }

    @Override
    public synchronized List<ChatMessage> messages() {
        List<ChatMessage> all = new ArrayList<>(before);
        all.addAll(own);
        return all;
    }

    @Override
    public synchronized void clear() {
        own.clear();
    }

    /** Closes a turn that came to its answer. */
    synchronized List<ChatMessage> close() {
        over = true;
        return List.copyOf(own);
    }

    /** Closes a turn that was broken off, so that it can be told as one: every call has a result, and an end. */
    synchronized List<ChatMessage> close(String end) {
        over = true;
        if (!own.isEmpty()) {
            answerOpenCalls();
            own.add(AiMessage.from(end));
        }
        return List.copyOf(own);
    }

    private void answerOpenCalls() {
        List<String> answered = own.stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).id())
                .toList();
        List<ChatMessage> missing = own.stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(message -> ((AiMessage) message).toolExecutionRequests().stream())
                .filter(call -> !answered.contains(call.id()))
                .map(call -> (ChatMessage) ToolExecutionResultMessage.from(call, NO_RESULT))
                .toList();
        own.addAll(missing);
    }
}
