package dev.wanvideo.transport.http;

/** A stream of the stateless era, which is over when its connection is. */
record LiveEvents(Outlet outlet) implements Events {

    @Override
    public void send(byte[] message) {
        outlet.send(Frame.of(message));
    }

    @Override
    public void end() {
        outlet.end();
    }
}
