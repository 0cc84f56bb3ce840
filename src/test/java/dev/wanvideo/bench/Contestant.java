package dev.wanvideo.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A stdio server that is measured.
 *
 * @param folder where it is started
 * @param environment all that it sees of it
 * @param call a first tool call, as the {@code params}; empty for none
 */
record Contestant(String name, List<String> command, Path folder, Map<String, String> environment, String call) {}
