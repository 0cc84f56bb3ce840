package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    Path folder;

    @Test
    void takesWalOnAnOrdinaryDiskAndLeavesNothingBehind() throws Exception {
        assertThat(Journal.fitting(folder)).isEqualTo(Journal.WAL);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesTruncateWhereFilesCannotBeLockedOrMemoryNotShared() throws Exception {
        Path scratch = Files.createFile(folder.resolve("scratch.db"));
        assertThat(Journal.fitting("jdbc:sqlite:file:" + scratch + "?vfs=unix-none"))
                .isEqualTo(Journal.TRUNCATE);
        assertThat(Journal.fitting("jdbc:sqlite:file:" + scratch + "?vfs=unix-dotfile"))
                .isEqualTo(Journal.TRUNCATE);
        assertThat(Journal.fitting("jdbc:sqlite:" + scratch)).isEqualTo(Journal.WAL);
    }
}
