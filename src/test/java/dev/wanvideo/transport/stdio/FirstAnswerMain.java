package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.PreparedAnswers;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.function.Consumer;

/** A server process that is nothing but the transport. */
final class FirstAnswerMain {

    private FirstAnswerMain() {}

    public static void main(String[] args) {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        byte[] tools = {'[', ']'};
        PreparedAnswers prepared = new PreparedAnswers("{\"protocolVersion\":\"{protocolVersion}\"}", tools);
        new StdioServer(in, out, prepared, new NoCore()).run();
    }

    /** Apart from the main class, all of whose signatures the launcher resolves. */
    private static final class NoCore implements Consumer<McpServerTransportProvider> {

        @Override
        public void accept(McpServerTransportProvider provider) {}
    }
}
