"""Full-text search over the passages of a corpus database, with or without diacritics.

A query is words that must all stand in a passage; "quoted words" stand in a row; a word that ends
with * begins so; 18-NQ/TW is found as one number, NQ/TW as a part of numbers. Nothing in a
query is an operator, so that none can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.store import faults
from extract.store.database import Store
from extract.store.records import fold, is_number, number_word
from extract.values.text import fold as lowered
from extract.values.text import unaccented

_PIECE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_EDGES = ".,;:!?()[]{}'’‘…"
_CANDIDATES = 200  # of the best by rank, those with the query's own diacritics come first

_SQL = """
SELECT (SELECT min(name) FROM files WHERE document = passages.document), passages.start,
    passages.end, passages.page, sections.label, sections.title, passages.text, found.rank
FROM (SELECT rowid, rank FROM passages_search WHERE passages_search MATCH ?
    ORDER BY rank LIMIT ?) AS found
JOIN passages ON passages.id = found.rowid
LEFT JOIN sections ON sections.document = passages.document AND sections.id = passages.section
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found: its document's name, its place, its innermost section, its text."""

    document: str
    start: int
    end: int
    page: int | None
    section: str | None
    title: str | None
    text: str
    rank: float


@dataclass(frozen=True, slots=True)
class Query:
    """A query made ready: what FTS5 is asked, and the words as they were typed and folded."""

    match: str
    typed: tuple[str, ...]
    folded: frozenset[str]

    @property
    def accented(self) -> bool:
        """True where a word was typed with diacritics."""
        return any(word != unaccented(word) for word in self.typed)

    def exact(self, text: str) -> int:
        """How many of the words stand in a text just as they were typed (case aside)."""
        words = set(_WORD.findall(lowered(text)))
        return sum(word in words for word in self.typed)

    def hits(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words sought stand in a passage, for showing."""
        for m in _WORD.finditer(text):
            if fold(m[0]) in self.folded:
                yield m.span()


def parsed(query: str) -> Query:
    """What a user typed as a query; one without any word finds nothing."""
    terms: list[str] = []
    typed: list[str] = []
    for m in _PIECE.finditer(query):
        quoted, word = m[1], m[2]
        if quoted is not None:
            terms.append(_phrase(quoted, quoted.rstrip().endswith("*")))
        else:
            bare = word.strip(_EDGES)
            if is_number(bare):
                terms.append(f'numbers : "{number_word(bare)}"')
            else:
                terms.append(_phrase(bare, bare.endswith("*")))
        typed += _WORD.findall(lowered(m[0]))
    return Query(
        " AND ".join(f"({term})" for term in terms if term),
        tuple(typed),
        frozenset(map(unaccented, typed)),
    )


def _phrase(text: str, begins: bool) -> str:
    """Words in a row; the last of them is the beginning of a word where `begins`."""
    words = _WORD.findall(fold(text))
    return f'folded : "{" ".join(words)}"{" *" if begins else ""}' if words else ""


def search(store: Store, query: str, limit: int = 20) -> list[Found]:
    """The passages that answer a query, the best first, at most `limit`.

    Best are those in which its words stand with the diacritics typed, then those where they are
    rarer and weigh more (BM25). InputError where the database cannot be read.
    """
    asked = parsed(query)
    if not asked.match:
        return []
    wanted = max(limit, _CANDIDATES) if asked.accented else limit
    with faults.told(store.path, False):
        rows = store.connection.execute(_SQL, (asked.match, wanted))
        found = [Found(*row) for row in rows]
    exact = asked.exact if asked.accented else lambda text: 0
    found.sort(key=lambda f: (-exact(f.text), f.rank, f.document, f.start))
    return found[:limit]


def count(store: Store, query: str) -> int:
    """In how many passages a query is answered."""
    asked = parsed(query)
    if not asked.match:
        return 0
    with faults.told(store.path, False):
        found = store.connection.execute(
            "SELECT count(*) FROM passages_search WHERE passages_search MATCH ?", (asked.match,)
        )
        return int(found.fetchone()[0])
