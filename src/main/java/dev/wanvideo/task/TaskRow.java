package dev.wanvideo.task;

import dev.wanvideo.provider.OutgoingRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A task as its row stands, with what only the steps need.
 *
 * @param tenant whose it is, by the name of the principal
 * @param attempt how often a submission was begun
 * @param order what its account's provider is asked, read from its text each time
 * @param rev grows with every change that a caller can see
 * @param target where the present attempt wants its film
 */
record TaskRow(
        Task task,
        String tenant,
        String account,
        String requestSha,
        Supplier<OutgoingRequest> order,
        int attempt,
        long rev,
        Optional<Path> target,
        RemoteSide remote) {
    String id() {
        return task.id();
    }

    OutgoingRequest outgoing() {
        return order.get();
    }

    TaskStatus status() {
        return task.status();
    }

    /** The steps that carry this task out, as the scheduler names them. */
    String stepName() {
        return StepQueue.name(task.provider(), account);
    }
}
