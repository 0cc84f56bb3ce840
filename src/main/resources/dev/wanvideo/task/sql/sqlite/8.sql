CREATE TABLE store_secret (
    name   TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
);

CREATE TABLE used_yes (
    key        TEXT NOT NULL PRIMARY KEY,
    used_until BIGINT NOT NULL
);
