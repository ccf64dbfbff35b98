-- Lists of documents known to exist, as imported; they stay when the index is made again.
CREATE TABLE IF NOT EXISTS known_lists (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    covers TEXT NOT NULL            -- JSON: what the list claims to hold completely
);
CREATE TABLE IF NOT EXISTS known (
    list   INTEGER NOT NULL REFERENCES known_lists (id) ON DELETE CASCADE,
    line   INTEGER NOT NULL,
    key    TEXT,                    -- NULL where the row does not say enough for one
    base   TEXT NOT NULL,
    number TEXT,
    type   TEXT,
    issuer TEXT,
    place  TEXT,
    date   TEXT,
    title  TEXT,
    status TEXT,
    PRIMARY KEY (list, line)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS known_key ON known (key);
CREATE INDEX IF NOT EXISTS known_base ON known (base);
