-- The corpus database. SQLite, WAL. docs/store.md tells of it.
--
-- A document is a content (sha256); files are the places where it lay. Every row of a document
-- goes with it (ON DELETE CASCADE), so that replacing one is one transaction. Ids named `id` of
-- type TEXT are those of the JSON object ("c3"), unique within their document; `ordinal` counts
-- the rows of one kind in one document in the order of its text, from 0. Decimals are TEXT, exact.
-- start and end are those of the JSON object. `passage` is the id of a row of passages (no
-- foreign key: both go with their document, and a key would have to be looked up in seven tables
-- for every passage that goes). Nothing in here tells when it was written: two runs over the same
-- files give the same rows but for the INTEGER ids.

-- One content (sha256), in however many files; what it says of itself, counts of its rows.
CREATE TABLE documents (
    id           INTEGER PRIMARY KEY,
    sha256       TEXT NOT NULL UNIQUE,  -- of the file's bytes
    fingerprint  TEXT NOT NULL,         -- of program, rules and options: a new one means "read again"
    media_type   TEXT NOT NULL,
    reader       TEXT NOT NULL,
    pages        INTEGER,
    status       TEXT NOT NULL,         -- ok, partial (read with warnings)
    warnings     TEXT NOT NULL,
    characters   INTEGER NOT NULL,
    type         TEXT,                  -- Báo cáo, Kế hoạch, ...
    number       TEXT,                  -- số, ký hiệu
    issuer       TEXT,
    place        TEXT,
    date         TEXT,                  -- ISO 8601
    subject      TEXT,
    signer       TEXT,
    sections     INTEGER NOT NULL,      -- how many rows it has of each kind
    footnotes    INTEGER NOT NULL,
    citations    INTEGER NOT NULL,
    dates        INTEGER NOT NULL,
    quantities   INTEGER NOT NULL,
    claims       INTEGER NOT NULL,
    tables       INTEGER NOT NULL,
    relations    INTEGER NOT NULL,
    inconsistent INTEGER NOT NULL,      -- relations that do not agree
    findings     INTEGER NOT NULL
);

-- Which program, rules and options a fingerprint stands for.
CREATE TABLE provenance (
    fingerprint TEXT PRIMARY KEY,       -- that of documents and failures
    program     TEXT NOT NULL,          -- its version
    patterns    TEXT NOT NULL,          -- hash of all rules and word lists
    options     TEXT NOT NULL           -- JSON
) WITHOUT ROWID;

-- Where a document lay. Its name in every output is the first of its files' names.
CREATE TABLE files (
    name     TEXT PRIMARY KEY,          -- path relative to what was asked for, with /
    path     TEXT NOT NULL,             -- where it was read, as it was given
    sha256   TEXT NOT NULL,
    document INTEGER REFERENCES documents (id) ON DELETE CASCADE  -- NULL: it could not be read
) WITHOUT ROWID;
CREATE INDEX files_document ON files (document, name);
CREATE INDEX files_sha256 ON files (sha256);

-- A file that could not be read, or not within its limits; gone when a later run reads it.
CREATE TABLE failures (
    name        TEXT PRIMARY KEY REFERENCES files (name) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,          -- with which it was tried
    error       TEXT NOT NULL,          -- InputError, Timeout, MemoryLimit, Crash, ...
    message     TEXT NOT NULL,
    attempts    INTEGER NOT NULL
) WITHOUT ROWID;

-- The JSON object of each document (doisoat.document/1) with "" for its name, zlib.
CREATE TABLE objects (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    json     BLOB NOT NULL              -- see above
);

-- The whole document cut into passages (sentences, rows of tables); mentions point to theirs.
CREATE TABLE passages (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    page     INTEGER,
    section  TEXT,                      -- id of the innermost section, here and below
    text     TEXT NOT NULL,             -- in reading form, blanks as one
    folded   TEXT NOT NULL,             -- lower case, no diacritics, đ as d: what the search reads
    numbers  TEXT NOT NULL              -- document numbers in it as one word each: 18_nq_tw
);
CREATE UNIQUE INDEX passages_document ON passages (document, ordinal);

-- The full-text index over passages: SELECT rowid FROM passages_search WHERE passages_search MATCH
-- 'nghi dinh'; rowid is the id of the passage. Words are folded (no diacritics).
CREATE VIRTUAL TABLE passages_search USING fts5 (
    folded, numbers, content='passages', content_rowid='id', tokenize="unicode61 tokenchars '_'"
);
CREATE TRIGGER passages_insert AFTER INSERT ON passages BEGIN
    INSERT INTO passages_search (rowid, folded, numbers) VALUES (new.id, new.folded, new.numbers);
END;
CREATE TRIGGER passages_delete AFTER DELETE ON passages BEGIN
    INSERT INTO passages_search (passages_search, rowid, folded, numbers)
    VALUES ('delete', old.id, old.folded, old.numbers);
END;

-- Numbered parts, chapters, articles, headings, as a tree.
CREATE TABLE sections (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    id       TEXT NOT NULL,
    label    TEXT NOT NULL,             -- without marks: I, 1.2.1, a, đ
    kind     TEXT NOT NULL,             -- part chapter section article clause point heading item
    depth    INTEGER NOT NULL,
    parent   TEXT,                      -- id of the section around it
    title    TEXT NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    page     INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Footnote calls and their notes.
CREATE TABLE footnotes (
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    id         TEXT NOT NULL,
    marker     TEXT NOT NULL,
    ref_start  INTEGER,                 -- the call; NULL where there is none
    ref_end    INTEGER,
    body_start INTEGER,                 -- the note; NULL where there is none
    body_end   INTEGER,
    page       INTEGER,
    section    TEXT,
    passage    INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Mentions of legal documents.
CREATE TABLE citations (
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    id          TEXT NOT NULL,
    text        TEXT NOT NULL,
    form        TEXT NOT NULL,          -- full, short, alias, back_reference
    type        TEXT,
    number      TEXT,
    date        TEXT,
    issuer      TEXT,
    title       TEXT,
    article     TEXT,
    clause      TEXT,
    point       TEXT,
    relation    TEXT NOT NULL,          -- the verb: implements, based_on, amends, replaces, ...
    key         TEXT,                   -- canonical identity; NULL where the text leaves it open
    resolves_to TEXT,                   -- id of the full mention that a short one stands for
    confidence  REAL,                   -- of OCR, from 0 to 1; NULL for other text
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    page        INTEGER,
    section     TEXT,
    passage     INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX citations_key ON citations (key);
CREATE INDEX citations_number ON citations (number);

-- Dates and periods.
CREATE TABLE dates (
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    id         TEXT NOT NULL,
    text       TEXT NOT NULL,
    value      TEXT,                    -- TIMEX3 / ISO 8601; NULL where impossible
    grain      TEXT NOT NULL,
    confidence REAL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    page       INTEGER,
    section    TEXT,
    passage    INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Figures with their units, in base units (500 triệu đồng is 500000000 đồng).
CREATE TABLE quantities (
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    id         TEXT NOT NULL,
    text       TEXT NOT NULL,
    value      TEXT NOT NULL,
    low        TEXT NOT NULL,           -- what the figure stands for: 14,8% is 14.75 to 14.85
    high       TEXT NOT NULL,
    unit       TEXT,
    per        TEXT,
    noun       TEXT,                    -- what is counted
    of         TEXT,                    -- the denominator of 18.670/22.740
    value_to   TEXT,                    -- the end of a range
    bound      TEXT,                    -- at_least at_most less_than more_than about range
    direction  TEXT,                    -- increase, decrease
    confidence REAL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    page       INTEGER,
    section    TEXT,
    passage    INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- What figures say: of what, where, when.
CREATE TABLE claims (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    id       TEXT NOT NULL,
    quantity TEXT NOT NULL,
    text     TEXT NOT NULL,             -- text, value and unit are the quantity's
    value    TEXT NOT NULL,
    unit     TEXT,
    role     TEXT NOT NULL,             -- level change share rate count
    subject  TEXT,
    scope    TEXT,
    period   TEXT,                      -- id of a date
    base     TEXT,                      -- id of the date that a change is compared with
    status   TEXT NOT NULL,             -- reported target norm
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    page     INTEGER,
    section  TEXT,
    passage  INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Tables read as records; their cells are rows of cells.
CREATE TABLE tables (
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    id          TEXT NOT NULL,
    caption     TEXT,
    header_rows INTEGER NOT NULL,
    rows        INTEGER NOT NULL,
    columns     INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    page        INTEGER,
    section     TEXT,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Cells that say something; row and column count from 0.
CREATE TABLE cells (
    document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    "table"      TEXT NOT NULL,
    row          INTEGER NOT NULL,
    "column"     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    header       INTEGER NOT NULL,      -- 1 in a header row
    row_label    TEXT,
    column_label TEXT,
    quantity     TEXT,
    value        TEXT,
    unit         TEXT,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Announced arithmetic, recomputed and judged; start and end are those of the stated figure.
CREATE TABLE relations (
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    id          TEXT NOT NULL,
    kind        TEXT NOT NULL,          -- difference sum percent share product series table ...
    verdict     TEXT NOT NULL,          -- consistent inconsistent undetermined
    agreement   TEXT,                   -- exact rounding truncation
    expression  TEXT NOT NULL,          -- 40 - 31 = 10
    stated      TEXT NOT NULL,          -- id of a quantity
    stated_text TEXT NOT NULL,
    computed    TEXT,
    low         TEXT NOT NULL,
    high        TEXT NOT NULL,
    operands    TEXT NOT NULL,          -- as written, joined with "; "
    scope       TEXT NOT NULL,          -- sentence paragraph list section document table
    exhaustive  INTEGER NOT NULL,       -- 0 where the parts are not said to be all
    note        TEXT,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    page        INTEGER,
    section     TEXT,
    passage     INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX relations_verdict ON relations (verdict, kind);

-- The figures that a relation is computed from.
CREATE TABLE operands (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    relation TEXT NOT NULL,
    quantity TEXT NOT NULL,
    weight   TEXT NOT NULL,
    text     TEXT NOT NULL,
    value    TEXT NOT NULL,
    unit     TEXT,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- What a reviewer should know.
CREATE TABLE findings (
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    id          TEXT NOT NULL,
    code        TEXT NOT NULL,          -- docs/findings.md
    severity    TEXT NOT NULL,          -- error warning note
    message     TEXT NOT NULL,
    line        INTEGER NOT NULL,
    "column"    INTEGER NOT NULL,
    relation    TEXT,
    suggestions TEXT NOT NULL,          -- values that would agree, joined with "; "
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    page        INTEGER,
    section     TEXT,
    passage     INTEGER,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX findings_code ON findings (code);

-- Values that would make a finding's relation agree.
CREATE TABLE suggestions (
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    finding    TEXT NOT NULL,
    quantity   TEXT NOT NULL,
    text       TEXT NOT NULL,           -- the quantity as written
    value      TEXT NOT NULL,
    confidence TEXT NOT NULL,           -- high medium low
    reason     TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- The name of each document: the first of its files' names.
CREATE VIEW names AS
    SELECT document, min(name) AS name, count(*) AS files
    FROM files WHERE document IS NOT NULL GROUP BY document;
