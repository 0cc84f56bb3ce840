package dev.wanvideo.media;

import dev.wanvideo.video.RequestMedia;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at all media of one request side by side, each file once, and ends when the time is up. */
final class LookRound {
    /** Five references, five voices and a start image are the most that a request speaks of. */
    private static final int SIDE_BY_SIDE = 11;

    private final Duration limit;

    LookRound(Duration limit) {
        this.limit = limit;
    }

    /** How one is looked at. */
    interface Looker {
        Look look(RequestMedia one, TimeLeft time) throws InterruptedException;
    }

    /** What is one file to look at: the same one may be a clip and a voice. */
    private static String file(RequestMedia media) {
        return media.kind() + " " + media.source().text();
    }

    /** The looks by field. */
    Map<String, Look> look(List<RequestMedia> media, Looker looker) throws InterruptedException {
        TimeLeft time = TimeLeft.of(limit);
        Map<String, Callable<Look>> questions = new LinkedHashMap<>();
        media.forEach(one -> questions.putIfAbsent(file(one), () -> looker.look(one, time)));
        Map<String, Look> found = answers(questions);
        Map<String, Look> looks = new LinkedHashMap<>();
        media.forEach(one -> looks.put(one.field(), found.get(file(one))));
        return looks;
    }

    private Map<String, Look> answers(Map<String, Callable<Look>> questions) throws InterruptedException {
        Map<String, Look> found = new LinkedHashMap<>();
        if (questions.isEmpty()) {
            return found;
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.min(SIDE_BY_SIDE, questions.size()), LookRound::thread);
        try {
            List<Future<Look>> answers =
                    pool.invokeAll(new ArrayList<>(questions.values()), limit.toMillis(), TimeUnit.MILLISECONDS);
            int next = 0;
            for (String file : questions.keySet()) {
                found.put(file, answer(answers.get(next++)));
            }
            return found;
        } finally {
            pool.shutdownNow();
        }
    }

    private Look answer(Future<Look> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException e) {
            return new Look.Unprobed(
                    "its content could not be looked at: it did not arrive within " + limit.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "look");
        thread.setDaemon(true);
        return thread;
    }
}
