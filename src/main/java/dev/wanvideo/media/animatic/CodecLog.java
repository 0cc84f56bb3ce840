package dev.wanvideo.media.animatic;

import org.jcodec.common.logging.LogSink;
import org.jcodec.common.logging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the codec library has to say, which would otherwise print it on standard output. */
final class CodecLog implements LogSink {
    private static final Logger LOG = LoggerFactory.getLogger(CodecLog.class);

    private CodecLog() {}

    /** Safe to call any number of times; must precede the first use of the library. */
    static void attach() {
        Attached.once();
    }

    @Override
    public void postMessage(Message message) {
        LOG.debug("codec: {}", message.getMessage());
    }

    /** The library keeps its sinks for the whole process, so the class loader sees to the one time. */
    private static final class Attached {
        static {
            org.jcodec.common.logging.Logger.addSink(new CodecLog());
        }

        private Attached() {}

        static void once() {}
    }
}
