package dev.wanvideo.kill;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who makes the films of a run, and what must have become of them in the end. */
interface Stage extends AutoCloseable {
    Aims aims();

    /** What servers are told beside their folders. */
    Map<String, String> environment();

    /**
     * What a film is asked for with, always the same for one request_id.
     *
     * @param key the request_id
     */
    Map<String, Object> film(String key);

    /** Makes a moment come sooner; to be followed by {@link #relax}. */
    void coax(Moment aim);

    void relax();

    /**
     * Hears of a task whose step a struck server had in hand.
     *
     * @param mayWake whether the server was only frozen
     */
    void struck(Look look, boolean mayWake);

    /** Tasks that are at rest and yet will go on without anybody's doing. */
    List<String> undecided(HomeReader reader) throws SQLException;

    /** One line for each promise about attempts and money that was not kept. */
    List<String> broken(HomeReader reader, List<Ended> tasks, Set<String> cancelAsked) throws SQLException;

    /** What is to be told of the run beside blows. */
    List<String> figures();

    @Override
    void close();
}
