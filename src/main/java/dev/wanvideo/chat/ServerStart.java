package dev.wanvideo.chat;

import java.nio.file.Path;
import java.util.List;

/**
 * How the server of a chat is started.
 *
 * @param command program and arguments
 * @param mediaRoots what it may read references from, handed over in {@code rootsVariable}
 * @param guide address of the resource that teaches a model to write requests
 */
public record ServerStart(
        List<String> command, List<Path> mediaRoots, String rootsVariable, String guide, String version) {
    public ServerStart {
        command = List.copyOf(command);
        mediaRoots = List.copyOf(mediaRoots);
    }
}
