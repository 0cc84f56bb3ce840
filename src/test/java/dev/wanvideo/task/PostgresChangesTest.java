package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresChangesTest {
    private final String url = PostgresServer.database();
    private final Database mine = PostgresDatabase.open(url);
    private final Database others = PostgresDatabase.open(url);

    @AfterEach
    void close() {
        mine.close();
        others.close();
    }

    @Test
    void tellsOfWhatAnotherReplicaChanges() throws Exception {
        try (Changes.Waiting waiting = listening("wv_1")) {
            for (int i = 0; i < 5; i++) {
                long seen = waiting.count();
                others.write(Hold.task("wv_1"), connection -> 1);
                Eventually.is(() -> waiting.count() > seen);
            }
        }
    }

    @Test
    void tellsEachOfItsOwnTasksAlone() throws Exception {
        try (Changes.Waiting one = listening("wv_1");
                Changes.Waiting two = listening("wv_2")) {
            long before = one.count();
            long seen = two.count();
            others.write(Hold.task("wv_2"), connection -> 1);
            Eventually.is(() -> two.count() > seen);
            assertThat(one.count()).isEqualTo(before);
        }
    }

    @Test
    void tellsOfWhatThisReplicaChangesWithoutAskingTheServer() {
        try (Changes.Waiting waiting = mine.changes().open(List.of("wv_1"))) {
            long seen = waiting.count();
            mine.writeUnsynced(new Hold.OfStatement("wv_1"), connection -> 1);
            assertThat(waiting.count()).isGreaterThan(seen);
        }
    }

    @Test
    void findsByLookingWhatNobodyAnnounced() throws Exception {
        NewTask film = Samples.film("found by looking");
        TaskTable table = new TaskTable(new StoredJson(), java.time.Clock.systemUTC());
        mine.write(Hold.NOTHING, connection -> {
            table.add(connection, "local", "wv_1", "local", film);
            return 1;
        });
        try (Changes.Waiting waiting = mine.changes().open(List.of("wv_1"))) {
            // Once for listening, and once for having seen it for the first time.
            Eventually.is(() -> waiting.count() > 1);
            long seen = waiting.count();
            try (Connection connection = DriverManager.getConnection(url)) {
                Sql.run(connection, "UPDATE video_task SET rev = rev + 1");
            }
            Eventually.is(() -> waiting.count() > seen);
        }
    }

    private Changes.Waiting listening(String id) throws Exception {
        Changes.Waiting waiting = mine.changes().open(List.of(id));
        Eventually.is(() -> PostgresServerLooks.listening(url));
        return waiting;
    }

    /** What the server tells of its connections. */
    private static final class PostgresServerLooks {
        static boolean listening(String url) throws Exception {
            try (Connection connection = DriverManager.getConnection(url)) {
                return Sql.number(
                                connection,
                                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND query LIKE 'LISTEN%'")
                        > 0;
            }
        }
    }
}
