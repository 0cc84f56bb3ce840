package dev.wanvideo.kill;

/** A state in which a server can be caught. */
enum Moment {
    STARTING("at its start, before its store was open"),
    CREATING("while it created a task, not yet answered"),
    QUEUED("its task queued, no step taken"),
    SUBMITTING("intent made, nothing begun"),
    EARLY("running, first third"),
    MIDDLE("running, second third"),
    LATE("running, last third"),
    PUBLISHING("film has its name, row not yet succeeded"),
    FINISHED("row succeeded, step not yet removed"),
    CANCELLING("while it cancelled a task, not yet answered"),
    ELSEWHERE("nothing under way");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether a run must catch servers in it; the others only come about when a blow comes a little late. */
    boolean aimed() {
        return this != FINISHED && this != ELSEWHERE;
    }
}
