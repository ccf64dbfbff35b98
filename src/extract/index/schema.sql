-- The citation index, kept beside the corpus tables it is made from. docs/index.md tells of it.
-- Everything in here but known and known_lists is derived: `index build` makes it again whole
-- when index_state.digest is not that of the documents.

CREATE TABLE index_state (
    version INTEGER NOT NULL,       -- of the tables and of the rules that fill them
    program TEXT NOT NULL,
    digest  TEXT NOT NULL,          -- of the documents (id, sha256, fingerprint) and known lists
    touched INTEGER NOT NULL DEFAULT 0  -- whether any of these has been written since
);

-- Whoever writes says so: the digest of 100,000 documents need not be made to see that none has.
CREATE TRIGGER index_document_in AFTER INSERT ON documents
BEGIN UPDATE index_state SET touched = 1 WHERE NOT touched; END;
CREATE TRIGGER index_document_out AFTER DELETE ON documents
BEGIN UPDATE index_state SET touched = 1 WHERE NOT touched; END;
CREATE TRIGGER index_document_set AFTER UPDATE ON documents
BEGIN UPDATE index_state SET touched = 1 WHERE NOT touched; END;
CREATE TRIGGER index_list_in AFTER INSERT ON known_lists
BEGIN UPDATE index_state SET touched = 1 WHERE NOT touched; END;
CREATE TRIGGER index_list_out AFTER DELETE ON known_lists
BEGIN UPDATE index_state SET touched = 1 WHERE NOT touched; END;
CREATE TRIGGER index_list_set AFTER UPDATE ON known_lists
BEGIN UPDATE index_state SET touched = 1 WHERE NOT touched; END;

-- A legal document: number + issuing body or place + year (or term of the Party).
CREATE TABLE identities (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    base      TEXT NOT NULL,        -- the key without year, place and term
    kind      TEXT NOT NULL,        -- number, law (known by name), session
    number    TEXT,
    type      TEXT,                 -- here and below: what most mentions say
    issuer    TEXT,
    place     TEXT,                 -- as in the key
    year      INTEGER,
    term      TEXT,
    date      TEXT,
    title     TEXT,
    urn       TEXT,                 -- URN:LEX, RFC 9676
    mentions  INTEGER NOT NULL DEFAULT 0,
    documents INTEGER NOT NULL DEFAULT 0  -- that cite it, itself not counted
);
CREATE INDEX identities_base ON identities (base);
CREATE INDEX identities_rank ON identities (documents DESC, mentions DESC, key);
CREATE INDEX identities_type ON identities (type, documents DESC, mentions DESC, key);
CREATE INDEX identities_issuer ON identities (issuer, documents DESC, mentions DESC, key);
CREATE INDEX identities_year ON identities (year, documents DESC, mentions DESC, key);
CREATE INDEX identities_place ON identities (place, documents DESC, mentions DESC, key);

-- Documents of the corpus that are legal documents with a number themselves.
CREATE TABLE identity_documents (
    document INTEGER PRIMARY KEY,
    identity INTEGER NOT NULL
);
CREATE INDEX identity_documents_identity ON identity_documents (identity);

-- One row a citation. identity NULL: it stays unresolved, `reason` says what is not known.
CREATE TABLE mentions (
    document INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,      -- of the citation in its document, as in citations
    identity INTEGER,
    rule     TEXT NOT NULL,         -- the weakest evidence that its identity rests on
    verb     TEXT NOT NULL,
    self     INTEGER NOT NULL,      -- the document cites itself
    article  TEXT,
    clause   TEXT,
    point    TEXT,
    reason   TEXT,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX mentions_identity ON mentions (identity, document, ordinal);
CREATE INDEX mentions_reason ON mentions (reason, document, ordinal) WHERE identity IS NULL;

-- Every article, clause and point that a mention cites: "Điều 33 và Điều 34 của Luật …" is two.
CREATE TABLE pinpoints (
    document INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    article  TEXT NOT NULL,
    clause   TEXT,
    point    TEXT,
    identity INTEGER,
    PRIMARY KEY (document, ordinal, n)
) WITHOUT ROWID;
CREATE INDEX pinpoints_place ON pinpoints (identity, article, clause, point);

-- What a mention's identity rests on beyond its own words, slot by slot (year, place, term, name).
CREATE TABLE evidence (
    document       INTEGER NOT NULL,
    ordinal        INTEGER NOT NULL,
    slot           TEXT NOT NULL,
    rule           TEXT NOT NULL,
    value          TEXT,
    basis_document INTEGER,         -- the mention or passage it rests on
    basis_ordinal  INTEGER,
    basis_passage  INTEGER,
    PRIMARY KEY (document, ordinal, slot)
) WITHOUT ROWID;

-- Which identities an unresolved mention could mean.
CREATE TABLE candidates (
    document INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,
    identity INTEGER NOT NULL,
    PRIMARY KEY (document, ordinal, identity)
) WITHOUT ROWID;

-- Types, dates, issuers, titles, verbs, wordings of an identity, rules that tie mentions to it
-- (kind rule), with counts.
CREATE TABLE identity_facts (
    identity  INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    value     TEXT NOT NULL,
    mentions  INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (identity, kind, value)
) WITHOUT ROWID;

-- How an identity is looked for: letters and digits alone, no diacritics.
CREATE TABLE identity_names (
    name     TEXT NOT NULL,
    identity INTEGER NOT NULL,
    PRIMARY KEY (name, identity)
) WITHOUT ROWID;

-- Which documents cite which identity: the matrix of co-citation.
CREATE TABLE cited (
    document INTEGER NOT NULL,
    identity INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (document, identity)
) WITHOUT ROWID;
CREATE INDEX cited_identity ON cited (identity, mentions DESC, document);

-- The same row by row: what a document cites, as 32-bit numbers, for counting co-citations.
CREATE TABLE cited_sets (
    document   INTEGER PRIMARY KEY,
    identities BLOB NOT NULL
);

-- X replaces, amends, repeals, guides Y; and who says so.
CREATE TABLE legal_relations (
    id             INTEGER PRIMARY KEY,
    actor          INTEGER,         -- NULL: not said, or a document without a number
    verb           TEXT NOT NULL,
    target         INTEGER NOT NULL,
    partial        INTEGER NOT NULL,
    self           INTEGER NOT NULL,-- the document that says it is the actor
    rule           TEXT NOT NULL,
    document       INTEGER NOT NULL,
    ordinal        INTEGER NOT NULL,-- the mention of the target
    actor_ordinal  INTEGER,
    passage        INTEGER
);
CREATE INDEX legal_relations_target ON legal_relations (target, verb);
CREATE INDEX legal_relations_actor ON legal_relations (actor, verb);
CREATE INDEX legal_relations_document ON legal_relations (document, target, verb);

-- What was replaced or repealed as a whole: by what first, and when.
CREATE TABLE ended (
    identity INTEGER PRIMARY KEY,
    verb     TEXT NOT NULL,
    actor    INTEGER NOT NULL,
    since    TEXT NOT NULL
);

CREATE TABLE contradictions (
    identity INTEGER NOT NULL,
    kind     TEXT NOT NULL,         -- date, type, title, year
    other    INTEGER,               -- kind year: the identity that differs in the year alone
    detail   TEXT NOT NULL,
    PRIMARY KEY (identity, kind, detail)
) WITHOUT ROWID;
CREATE INDEX contradictions_other ON contradictions (other);
