package dev.wanvideo.chat;

import dev.langchain4j.model.chat.StreamingChatModel;

/** The model of a choice, opened as a talk opens it. */
public final class OpenModel {
    private OpenModel() {}

    public static StreamingChatModel of(ModelChoice choice) {
        return choice.open();
    }
}
