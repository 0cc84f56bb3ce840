package dev.wanvideo.http;

import java.io.IOException;

/** Keeps a request from being written whose caller has given up; nobody listens any more. */
final class CalledOff extends IOException {
    private static final long serialVersionUID = 1L;

    CalledOff() {
        super("the caller has given up");
    }

    /** It says all by being there. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
