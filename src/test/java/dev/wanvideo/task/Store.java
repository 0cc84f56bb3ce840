package dev.wanvideo.task;

import dev.wanvideo.postgres.PostgresServer;
import java.util.Optional;

/** The databases that tasks may be kept in, for tests that hold each of them to the same contract. */
enum Store {
    SQLITE {
        @Override
        TaskSettings fresh(TaskSettings settings) {
            return settings;
        }
    },
    POSTGRES {
        @Override
        TaskSettings fresh(TaskSettings settings) {
            return settings.on(Optional.of(PostgresServer.database()));
        }
    };

    /** The same settings with an empty database; the folder of one on SQLite is new. */
    abstract TaskSettings fresh(TaskSettings settings);
}
