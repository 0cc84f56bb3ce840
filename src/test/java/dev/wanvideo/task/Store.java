package dev.wanvideo.task;

import dev.wanvideo.postgres.PostgresServer;
import java.util.List;
import java.util.Optional;

/** The databases that tasks may be kept in, for tests that hold each of them to the same contract. */
enum Store {
    SQLITE {
        @Override
        Optional<String> server() {
            return Optional.empty();
        }

        @Override
        List<String> refusing(String state) {
            return List.of("CREATE TRIGGER disk_full BEFORE UPDATE ON video_task WHEN NEW.state = '" + state
                    + "' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        }

        @Override
        List<String> obliging() {
            return List.of("DROP TRIGGER disk_full");
        }
    },
    POSTGRES {
        @Override
        Optional<String> server() {
            return Optional.of(PostgresServer.database());
        }

        @Override
        List<String> refusing(String state) {
            return List.of(
                    "CREATE FUNCTION refuse() RETURNS TRIGGER LANGUAGE plpgsql AS"
                            + " 'BEGIN RAISE EXCEPTION ''full'' USING ERRCODE = ''53100''; END;'",
                    "CREATE TRIGGER disk_full BEFORE UPDATE ON video_task FOR EACH ROW WHEN (NEW.state = '" + state
                            + "') EXECUTE FUNCTION refuse()");
        }

        @Override
        List<String> obliging() {
            return List.of("DROP FUNCTION refuse CASCADE");
        }
    };

    /** The address of an empty database; empty for the one in a home. */
    abstract Optional<String> server();

    /** Statements after which the disk is full for each change to a state. */
    abstract List<String> refusing(String state);

    /** Statements that undo that. */
    abstract List<String> obliging();
}
