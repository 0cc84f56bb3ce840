package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class StoreTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "SQLITE_FULL, free some space",
        "SQLITE_IOERR_WRITE, check it",
        "SQLITE_READONLY_DIRECTORY, make the data folder writable",
        "SQLITE_CANTOPEN, make the data folder writable",
        "SQLITE_CORRUPT_INDEX, left as it is",
        "SQLITE_NOTADB, left as it is",
        "SQLITE_BUSY_RECOVERY, try again",
        "SQLITE_ERROR, run the doctor command"
    })
    void saysInOneLineWhatToDo(SQLiteErrorCode code, String advice) {
        SQLException failure = new SQLiteException("[" + code + "] near /secret/path", code);
        assertThat(StoreTrouble.of(new IllegalStateException(failure)).getMessage())
                .contains(advice)
                .doesNotContain("SQLITE", "/secret", "\n");
    }

    @Test
    void passesOnWhatAlreadyHasALine() {
        StoreUnavailable said = new StoreUnavailable("The server is stopping.");
        assertThat(StoreTrouble.of(said)).isSameAs(said);
    }
}
