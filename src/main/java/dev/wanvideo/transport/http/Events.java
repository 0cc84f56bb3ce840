package dev.wanvideo.transport.http;

/** The messages of one stream, in their order. */
interface Events {

    /** @param message JSON text on one line */
    void send(byte[] message);

    /** Says that nothing more will come. */
    void end();
}
