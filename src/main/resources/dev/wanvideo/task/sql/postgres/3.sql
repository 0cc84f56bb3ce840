CREATE TABLE store_secret (
    name   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
);

CREATE TABLE used_yes (
    key        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    used_until BIGINT NOT NULL
);
