package dev.wanvideo.chat;

/** The names of the settings that choose a model. */
public final class ChatSettings {
    public static final String PROVIDER = "WAN_VIDEO_CHAT_PROVIDER";
    public static final String MODEL = "WAN_VIDEO_CHAT_MODEL";
    public static final String BASE_URL = "WAN_VIDEO_CHAT_BASE_URL";
    public static final String API_KEY = "WAN_VIDEO_CHAT_API_KEY";

    private ChatSettings() {}
}
