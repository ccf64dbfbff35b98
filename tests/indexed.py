"""Corpus databases for tests, made from texts through reader, analysis and store."""

from __future__ import annotations

from pathlib import Path

from extract.index import Index, open_index
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.store.database import FileEntry, Store
from extract.store.records import stored


def head(issuer: str, number: str, place: str, date: str, kind: str, subject: str) -> str:
    """The head of a state document in two columns; `date` as day/month/year."""
    day, month, year = date.split("/")
    return (
        f"{issuer.upper()}             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "                             Độc lập - Tự do - Hạnh phúc\n\n"
        f"Số: {number}               {place}, ngày {day} tháng {month} năm {year}\n\n"
        f"{kind.upper()}\n{subject}\n\n"
    )


def database(path: Path, texts: dict[str, str]) -> Path:
    """A corpus database of the texts by name; what is there already is kept."""
    with Store.open(path, create=True) as store:
        for name, text in texts.items():
            document = read_text(text, name)
            entry = FileEntry(name, name, document.sha256)
            store.add(stored(analyse(document)), [entry], "test")
    return path


def index_of(path: Path, **texts: str) -> Index:
    """The index of a database of texts: `a="…"` is the document a.txt."""
    return open_index(database(path / "corpus.db", {f"{n}.txt": t for n, t in texts.items()}))


def key_of(index: Index, name: str, citation: str) -> str | None:
    """The key of the identity of a mention, None where it is unresolved."""
    row = index.db.execute(
        "SELECT i.key FROM names AS n JOIN citations AS c ON c.document = n.document "
        "JOIN mentions AS m ON m.document = c.document AND m.ordinal = c.ordinal "
        "LEFT JOIN identities AS i ON i.id = m.identity WHERE n.name = ? AND c.id = ?",
        (f"{name}.txt", citation),
    ).fetchone()
    assert row is not None, f"{name}: no citation {citation}"
    return row[0]
