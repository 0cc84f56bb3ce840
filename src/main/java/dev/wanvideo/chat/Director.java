package dev.wanvideo.chat;

import dev.langchain4j.service.TokenStream;

/** The model as it is spoken to. */
interface Director {
    TokenStream answer(String message);
}
