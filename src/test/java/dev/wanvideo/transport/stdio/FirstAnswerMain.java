package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Asleep;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;

/** A server process that is nothing but the transport. */
final class FirstAnswerMain {

    private FirstAnswerMain() {}

    public static void main(String[] args) {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new Marking(new FileOutputStream(FileDescriptor.out));
        byte[] tools = {'[', ']'};
        PreparedAnswers prepared = new PreparedAnswers(
                "{\"protocolVersion\":\"{protocolVersion}\",\"serverInfo\":{\"name\":\"t\"}}", tools);
        new StdioServer(in, out, prepared, new NoCore(), new Never(), new Rest()).run();
    }

    /** Apart from the main class, all of whose signatures the launcher resolves. */
    private static final class NoCore implements Function<McpServerTransportProvider, StatelessHandler> {

        @Override
        public StatelessHandler apply(McpServerTransportProvider provider) {
            return request -> Map.of();
        }
    }

    private static final class Never implements Asleep {

        @Override
        public boolean wanted() {
            return false;
        }
    }

    private static final class Rest implements Runnable {

        @Override
        public void run() {
            // Nothing was called.
        }
    }

    /** Loads a class of its own as soon as the second answer is written. */
    private static final class Marking extends OutputStream {

        private final OutputStream out;
        private int answers;

        Marking(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] message) throws IOException {
            out.write(message);
            if (++answers == 2) {
                new Answered();
            }
        }
    }

    /** Stands in the list of loaded classes where the answer was written. */
    static final class Answered {}
}
