package dev.wanvideo.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A task with its step, as the database held them at one instant.
 *
 * @param key its request_id
 * @param owner who has taken the step, by the name in the database
 * @param target where the film of the present attempt will be
 */
record Look(
        String id,
        String key,
        String provider,
        String state,
        int attempt,
        int progress,
        Optional<Path> target,
        Optional<String> owner) {
    private static final int PARTS = 3;

    Moment moment() {
        return switch (state) {
            case "queued" -> owner.isPresent() ? Moment.ELSEWHERE : Moment.QUEUED;
            case "submitting" -> Moment.SUBMITTING;
            case "submission_unknown" -> inHand(Moment.UNCLEAR);
            case "running" -> provider.equals(KillOrder.PREVIEW) ? rendering() : inHand(Moment.RUNNING);
            case "downloading" -> filmThere() ? Moment.PUBLISHING : inHand(Moment.DOWNLOADING);
            case "succeeded" -> Moment.FINISHED;
            default -> Moment.ELSEWHERE;
        };
    }

    boolean ended() {
        return state.equals("succeeded") || state.equals("failed") || state.equals("cancelled");
    }

    /** Whether it waits for what only a person or a list can tell. */
    boolean resting() {
        return state.equals("submission_unknown") && owner.isEmpty();
    }

    private Moment inHand(Moment moment) {
        return owner.isPresent() ? moment : Moment.ELSEWHERE;
    }

    private boolean filmThere() {
        return target.isPresent() && Files.exists(target.get());
    }

    private Moment rendering() {
        if (filmThere()) {
            return Moment.PUBLISHING;
        }
        return switch (Math.min(2, progress * PARTS / 100)) {
            case 0 -> Moment.EARLY;
            case 1 -> Moment.MIDDLE;
            default -> Moment.LATE;
        };
    }
}
