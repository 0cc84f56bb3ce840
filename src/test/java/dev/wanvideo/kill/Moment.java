package dev.wanvideo.kill;

/** A state in which a server can be caught. */
enum Moment {
    STARTING("at its start, before its store was open"),
    CREATING("while it created a task, not yet answered"),
    QUEUED("its task queued, no step taken"),
    SUBMITTING("intent made, nothing heard of it yet"),
    UNCLEAR("submission_unknown, its step in hand"),
    EARLY("running, first third"),
    MIDDLE("running, second third"),
    LATE("running, last third"),
    RUNNING("running elsewhere, a look at it in hand"),
    DOWNLOADING("film elsewhere, being fetched"),
    PUBLISHING("film has its name, row not yet succeeded"),
    FINISHED("row succeeded, step not yet removed"),
    CANCELLING("while it cancelled a task, not yet answered"),
    /** What remains when a blow comes late. */
    ELSEWHERE("nothing under way");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
