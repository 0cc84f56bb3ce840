package dev.wanvideo.chat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A screen that nobody looks at, until a test asks. */
final class KeptScreen implements Screen {
    final List<String> notes = new CopyOnWriteArrayList<>();
    final List<Path> films = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> firstText = new CompletableFuture<>();
    final StringBuffer text = new StringBuffer();
    final CompletableFuture<Integer> firstProgress = new CompletableFuture<>();
    final Map<String, CompletableFuture<Integer>> progress = new ConcurrentHashMap<>();

    @Override
    public void text(String part) {
        text.append(part);
        firstText.complete(part);
    }

    @Override
    public void calling(String tool) {}

    @Override
    public void progress(int percent, String words) {
        firstProgress.complete(percent);
        at(words).complete(percent);
    }

    /** How far it is when these words come. */
    CompletableFuture<Integer> at(String words) {
        return progress.computeIfAbsent(words, unheard -> new CompletableFuture<>());
    }

    @Override
    public void returned() {}

    @Override
    public void film(Path path) {
        films.add(path);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void end() {}
}
