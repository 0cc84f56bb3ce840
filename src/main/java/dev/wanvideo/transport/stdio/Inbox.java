package dev.wanvideo.transport.stdio;

import java.io.IOException;

/** Reads lines until the input ends and routes each. */
final class Inbox implements Runnable {

    private final LineReader lines;
    private final Router router;
    private final Runnable onEnd;

    Inbox(LineReader lines, Router router, Runnable onEnd) {
        this.lines = lines;
        this.router = router;
        this.onEnd = onEnd;
    }

    @Override
    public void run() {
        try {
            while (lines.advance()) {
                take();
            }
        } catch (IOException e) {
            // An input that fails has ended.
        } finally {
            onEnd.run();
        }
    }

    private void take() {
        OversizedLine oversized = lines.oversized();
        if (oversized == null) {
            router.route(lines.buffer(), lines.from(), lines.to());
        } else {
            router.refuse(oversized);
        }
    }
}
