-- The corpus database, schema 1 (PRAGMA user_version). SQLite, WAL. docs/store.md tells of it.
--
-- A document is a content (sha256); files are the places where it lay. Every row of a document
-- goes with it (ON DELETE CASCADE), so that replacing one is one transaction. Ids named `id` of
-- type TEXT are those of the JSON object ("c3"), unique within their document. Decimals are TEXT,
-- exact. start and end are those of the JSON object. Nothing in here tells when it was written:
-- two runs over the same files give the same rows but for the INTEGER ids.

CREATE TABLE documents (
    id          INTEGER PRIMARY KEY,
    sha256      TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,      -- of program, rules and options: a new one means "read again"
    media_type  TEXT NOT NULL,
    reader      TEXT NOT NULL,
    pages       INTEGER,
    characters  INTEGER NOT NULL,
    status      TEXT NOT NULL,      -- ok, partial
    warnings    TEXT NOT NULL,
    type        TEXT,
    number      TEXT,
    issuer      TEXT,
    place       TEXT,
    date        TEXT,
    subject     TEXT,
    signer      TEXT
);

-- Where a document lay. Its name in every output is the first of its files' names.
CREATE TABLE files (
    name     TEXT PRIMARY KEY,      -- path relative to what was asked for, with /
    path     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    document INTEGER REFERENCES documents (id) ON DELETE CASCADE  -- NULL: it could not be read
);
CREATE INDEX files_document ON files (document);

-- A file that could not be read, or not within its limits; gone when a later run reads it.
CREATE TABLE failures (
    name        TEXT PRIMARY KEY REFERENCES files (name) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    error       TEXT NOT NULL,      -- InputError, Timeout, MemoryLimit, Crash, ...
    message     TEXT NOT NULL,
    attempts    INTEGER NOT NULL
);

-- The JSON object of each document (doisoat.document/1), compressed with zlib.
CREATE TABLE objects (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    json     BLOB NOT NULL
);

-- The document cut into passages (sentences, rows of tables); mentions point to theirs.
CREATE TABLE passages (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    page     INTEGER,
    section  TEXT,                  -- id of the innermost section
    text     TEXT NOT NULL,
    folded   TEXT NOT NULL          -- lower case, no diacritics, đ as d: what the search reads
);
CREATE INDEX passages_document ON passages (document, ordinal);
CREATE VIRTUAL TABLE passages_search USING fts5 (
    folded, content='passages', content_rowid='id', tokenize="unicode61 tokenchars '/-'"
);

CREATE TABLE citations (
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    text        TEXT NOT NULL,
    form        TEXT NOT NULL,
    type        TEXT,
    number      TEXT,
    date        TEXT,
    issuer      TEXT,
    title       TEXT,
    article     TEXT,
    clause      TEXT,
    point       TEXT,
    relation    TEXT NOT NULL,      -- the verb: implements, based_on, amends, replaces, ...
    key         TEXT,
    resolves_to TEXT,
    confidence  REAL,
    page        INTEGER,
    section     TEXT,
    passage     INTEGER REFERENCES passages (id),
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX citations_key ON citations (key);
CREATE INDEX citations_number ON citations (number);
-- sections, footnotes, dates, quantities, claims, tables, cells, relations and findings follow
-- the same pattern: the columns of output.frames.COLUMNS, `document`, `page`, `section`, `passage`.
