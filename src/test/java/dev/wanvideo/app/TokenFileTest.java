package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.access.Scope;
import dev.wanvideo.access.StaticToken;
import dev.wanvideo.access.TokenBook;
import dev.wanvideo.access.TokenBookJson;
import dev.wanvideo.access.TokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenFileTest {
    @TempDir
    private Path folder;

    @Test
    void anotherProcessSeesAtOnceWhatWasGivenAndTakenBack() throws IOException {
        TokenFile server = new TokenFile(file());
        assertThat(server.exists()).isFalse();
        assertThat(server.get()).isEqualTo(TokenBook.EMPTY);
        TokenFile operator = new TokenFile(file());
        StaticToken anna = token("anna");
        operator.change(book -> book.with(anna).with(token("bob")));
        assertThat(server.get().tokens()).hasSize(2).contains(anna);
        operator.change(book -> book.without("bob"));
        assertThat(server.get().tokens()).containsExactly(anna);
        operator.change(book -> book.without(anna.id()));
        assertThat(server.get().tokens()).isEmpty();
        assertThat(server.exists()).isTrue();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        new TokenFile(file()).change(book -> book.with(token("anna")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("tokens.json", "tokens.json.lock");
        }
    }

    @Test
    void aDamagedFileLetsNobodyInAndIsNotWrittenOver() throws IOException {
        TokenFile server = new TokenFile(file());
        server.change(book -> book.with(token("anna")));
        Files.writeString(file(), "{\"tokens\":[{}]}");
        assertThat(server.get()).isEqualTo(TokenBook.EMPTY);
        assertThatThrownBy(() -> server.change(book -> book.with(token("bob")))).isInstanceOf(IOException.class);
        assertThat(file()).hasContent("{\"tokens\":[{}]}");
    }

    @Test
    void keepsNoTokenAndReadsWhatANewerReleaseWrites() {
        StaticToken anna = token("anna");
        String text = TokenBookJson.write(new TokenBook(List.of(anna)));
        assertThat(text).doesNotContain(TokenText.PREFIX);
        assertThat(TokenBookJson.read(text.replace("\"name\"", "\"colour\":\"red\",\"name\""))
                        .tokens())
                .containsExactly(anna);
    }

    @Test
    void drawsTokensOf256BitsThatScannersKnow() {
        SecureRandom random = new SecureRandom();
        assertThat(TokenText.draw(random)).matches("wvm_[A-Za-z0-9_-]{43}").isNotEqualTo(TokenText.draw(random));
    }

    private Path file() {
        return folder.resolve("home").resolve("tokens.json");
    }

    private static StaticToken token(String name) {
        return new StaticToken(
                "id-" + name,
                name,
                Set.of(Scope.READ, Scope.ADMIN),
                TokenText.sha256(TokenText.draw(new SecureRandom())),
                Instant.parse("2026-11-21T12:00:00Z"),
                Optional.of(Instant.parse("2027-11-21T12:00:00Z")));
    }
}
