package dev.wanvideo.transport.stdio;

/** Answers calls of one era, blocking the thread of the call until it is done. */
interface CallHandler {

    void handle(Call call) throws CoreUnavailable, InterruptedException;
}
