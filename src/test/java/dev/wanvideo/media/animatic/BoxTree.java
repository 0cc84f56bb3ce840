package dev.wanvideo.media.animatic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the boxes of an MP4 for tests. */
final class BoxTree {
    private final ByteBuffer file;

    BoxTree(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** Types of the boxes at the top, in order. */
    List<String> top() {
        return children(0, file.limit()).stream().map(Box::type).toList();
    }

    /** The content of the first box on a path such as {@code moov/mvhd}; {@code trak[1]} is the second. */
    ByteBuffer content(String path) {
        int start = 0;
        int end = file.limit();
        for (String step : path.split("/")) {
            String type = step.substring(0, 4);
            int wanted = step.length() > 4 ? step.charAt(5) - '0' : 0;
            Box box = children(start, end).stream()
                    .filter(child -> child.type().equals(type))
                    .skip(wanted)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no box " + path));
            start = box.start() + preamble(type);
            end = box.end();
        }
        return file.slice(start, end - start);
    }

    /** What precedes the children of boxes that are more than boxes. */
    private static int preamble(String type) {
        return switch (type) {
            case "stsd" -> 8;
            case "avc1" -> 78;
            case "mp4a" -> 28;
            default -> 0;
        };
    }

    private List<Box> children(int from, int to) {
        List<Box> children = new ArrayList<>();
        int at = from;
        while (at + 8 <= to) {
            int length = file.getInt(at);
            byte[] type = new byte[4];
            file.get(at + 4, type);
            children.add(new Box(new String(type, StandardCharsets.US_ASCII), at + 8, at + length));
            at += length;
        }
        return children;
    }

    private record Box(String type, int start, int end) {}
}
