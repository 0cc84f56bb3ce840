package dev.wanvideo.task;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Agreements in the database: the secret is made by whoever asks for it first, and then never changes. */
final class StoredAgreements implements Agreements {
    private static final String QUESTIONS = "questions";
    private static final int SECRET_BYTES = 32;
    // More than clocks of servers differ by.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private volatile Optional<String> known = Optional.empty();

    StoredAgreements(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public byte[] secret() {
        Optional<String> hex = known;
        if (hex.isEmpty()) {
            hex = database.read(StoredAgreements::stored)
                    .or(() -> database.write(Hold.NOTHING, StoredAgreements::made));
            known = hex;
        }
        return HexFormat.of().parseHex(hex.orElseThrow());
    }

    private static Optional<String> stored(Connection connection) throws SQLException {
        return Sql.first(
                connection, "SELECT secret FROM store_secret WHERE name = ?", row -> row.getString(1), QUESTIONS);
    }

    private static Optional<String> made(Connection connection) throws SQLException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Sql.update(
                connection,
                "INSERT INTO store_secret (name, secret) VALUES (?, ?) ON CONFLICT DO NOTHING",
                QUESTIONS,
                HexFormat.of().formatHex(secret));
        return stored(connection);
    }

    @Override
    public boolean use(String key, Instant until) {
        return database.write(Hold.NOTHING, connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM used_yes WHERE used_until < ?",
                    clock.instant().minus(REMEMBERED));
            return Sql.update(
                            connection,
                            "INSERT INTO used_yes (key, used_until) VALUES (?, ?) ON CONFLICT DO NOTHING",
                            key,
                            until)
                    == 1;
        });
    }
}
