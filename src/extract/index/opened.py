"""An opened index: the questions as methods, by what a person types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extract.errors import InputError
from extract.index import chains, exports, lookup, questions, register
from extract.index.lookup import Row
from extract.index.making import Progress, Summary, build, is_fresh, summary
from extract.store import faults
from extract.store.database import Store


class Ambiguous(InputError):
    """A question fits several identities; `rows` are these."""

    def __init__(self, question: str, rows: list[Row]) -> None:
        keys = ", ".join(r["key"] for r in rows[:8]) + (", …" if len(rows) > 8 else "")
        super().__init__(
            f"{question}: {len(rows)} documents could be meant: {keys}; give a key, --place or "
            "--year",
            f"{question}: có {len(rows)} văn bản phù hợp: {keys}; hãy nêu khóa, --place hoặc "
            "--year",
        )
        self.rows = rows


class Index:
    """A corpus database with its index. Questions take what a person types: a number, a key, a
    law's title; they raise InputError where nothing fits, Ambiguous where several do."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.db = store.connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, e: BaseException | None, where: TracebackType | None
    ) -> None:
        self.store.close()

    def summary(self) -> Summary:
        """What the index holds, in numbers."""
        return summary(self.db)

    def find(self, question: str, place: str | None = None, year: int | None = None) -> list[Row]:
        """All identities a question could mean, the most cited first; InputError where nothing is
        asked."""
        if not question.strip():
            raise InputError(
                "no document is asked for; give a number, a key or a title, as in 18-NQ/TW",
                "chưa nêu văn bản nào; hãy nêu số hiệu, khóa hoặc tên, ví dụ 18-NQ/TW",
            )
        return lookup.find(self.db, question, place, year)

    def one(self, question: str, place: str | None = None, year: int | None = None) -> Row:
        """The identity a question means; Ambiguous where it can mean several, InputError where
        none fits."""
        rows = self.find(question, place, year)
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise Ambiguous(question, rows)
        near = ", ".join(r["key"] for r in lookup.nearest(self.db, question))
        raise InputError(
            f"{question}: no document of the index fits; "
            + (f"the nearest: {near}" if near else "nothing is like it"),
            f"{question}: không có văn bản nào trong chỉ mục phù hợp; "
            + (f"gần nhất: {near}" if near else "cũng không có văn bản nào gần giống"),
        )

    def document(self, name: str) -> tuple[int, str]:
        """The id and full name of a document of the corpus, by its name or a part of it that no
        other document has; InputError where there is none or several."""
        found = lookup.document(self.db, name)
        if found is None:
            raise InputError(
                f"{name}: no document of the corpus has this name, or several have it in theirs",
                f"{name}: không có tài liệu nào tên như vậy, hoặc có nhiều tài liệu như vậy",
            )
        return found

    def show(self, question: str, limit: int = 20, **narrow: Any) -> dict[str, Any]:
        """All that is known of a legal document (see questions.show)."""
        return questions.show(self.db, self.one(question, **narrow)["id"], limit)

    def cites(self, question: str, limit: int = 50, **wanted: Any) -> list[Row]:
        """Who cites a legal document, with passages; `article`, `clause`, `point`, `place`, `year`
        narrow."""
        pin = {k: wanted.pop(k, None) for k in ("article", "clause", "point")}
        return questions.cites(self.db, self.one(question, **wanted)["id"], limit=limit, **pin)

    def stands_on(self, document: str) -> list[Row]:
        """What a document of the corpus is based on."""
        return questions.stands_on(self.db, self.document(document)[0])

    def top(self, by: str | None = None, limit: int = 20, **only: Any) -> list[Row]:
        """The most cited legal documents, of each group `by` where that is given."""
        return questions.top(self.db, by, limit, **only)

    def chains(self, question: str, **narrow: Any) -> list[Row]:
        """What replaces, amends, repeals it and what it does so to, onward."""
        return chains.chains(self.db, self.one(question, **narrow)["id"])

    def acted(
        self, limit: int = 200, place: str | None = None, year: int | None = None
    ) -> list[Row]:
        """What replaces, amends or repeals what in the whole corpus; `place`, `year`: only where
        what is replaced is of them."""
        return chains.acted(self.db, limit, place, year)

    def outdated(self, question: str | None = None, limit: int = 100, **narrow: Any) -> list[Row]:
        """Documents that cite what had been replaced or repealed when they were written."""
        ident = self.one(question, **narrow)["id"] if question is not None else None
        return chains.outdated(self.db, ident, limit)

    def together(self, question: str, limit: int = 20, **narrow: Any) -> list[Row]:
        """What is cited along with it."""
        return questions.together(self.db, self.one(question, **narrow)["id"], limit)

    def contradictions(self, question: str | None = None, **narrow: Any) -> list[Row]:
        """One identity with two dates, types or titles."""
        ident = self.one(question, **narrow)["id"] if question is not None else None
        return questions.contradictions(self.db, ident)

    def missing(self, limit: int = 200) -> list[Row]:
        """Cited documents that no imported list holds; InputError where none was imported."""
        return register.missing(self.db, limit)

    def differing(self, limit: int = 200) -> list[Row]:
        """Cited documents whose date or type an imported list gives otherwise."""
        return register.differing(self.db, limit)

    def export(self, to: str, out: Path) -> list[Path]:
        """Write the index as "csv" (into a folder), "graphml" or "jsonld" (a file); the files."""
        if to == "csv":
            return exports.to_csv(self.db, out)
        one = {"graphml": exports.to_graphml, "jsonld": exports.to_jsonld}[to]
        return [one(self.db, out)]

    def unresolved(self, document: str | None = None, limit: int = 200) -> list[Row]:
        """The mentions that stay open, why, and what they could mean."""
        ident = self.document(document)[0] if document is not None else None
        return questions.unresolved(self.db, ident, limit)

    def why(self, question: str, document: str | None = None, **narrow: Any) -> list[Row]:
        """What the mentions of a legal document rest on beyond their own words."""
        ident = self.document(document)[0] if document is not None else None
        return questions.why(self.db, self.one(question, **narrow)["id"], ident)


def open_index(
    path: str | Path,
    progress: Progress | None = None,
    notice: Callable[[], None] | None = None,
    force: bool = False,
) -> Index:
    """Open a corpus database and make its index first where that is missing or out of date.

    `notice` is called before it is made, `progress` while; `force` makes it in any case. Errors
    are those of Store.open; OutputError where the index would have to be made and cannot be
    written.
    """
    path = Path(path)
    store = Store.open(path)
    try:
        with faults.told(path, False):
            fresh = not force and is_fresh(store.connection)
    except BaseException:
        store.close()
        raise
    if fresh:
        return Index(store)
    store.close()
    if notice is not None:
        notice()
    with Store.open(path, write=True) as writer, faults.told(path, True):
        build(writer.connection, progress)
    return Index(Store.open(path))
