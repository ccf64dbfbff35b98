"""The corpus database: what it keeps, replaces and takes out, and how it says what is wrong."""

from __future__ import annotations

import json
import os
import pickle
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import SOME
from extract.errors import InputError, OutputError
from extract.model import Report
from extract.output.columns import COLUMNS
from extract.output.contract import as_dict
from extract.output.frames import records
from extract.store import migrations, packed, tables
from extract.store.database import FileEntry, Store
from extract.store.packed import Packed
from extract.store.records import StoredDocument, number_word, object_json, stored

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "corpus.db", create=True) as opened:
        yield opened


def entry(report: Report | StoredDocument | Packed, name: str) -> FileEntry:
    sha256 = report.document.sha256 if isinstance(report, Report) else report.sha256
    return FileEntry(name, f"/reports/{name}", sha256)


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, without the ids that SQLite gives."""
    out: dict[str, list[tuple[object, ...]]] = {}
    for number, name in store.names():
        for kind in COLUMNS:
            if kind != "documents":
                names = ", ".join(f'"{c}"' for c in COLUMNS[kind][1:] if c != "passage")
                sql = f"SELECT ordinal, {names} FROM {kind} WHERE document = ? ORDER BY 1"
                found = store.connection.execute(sql, (number,)).fetchall()
                out.setdefault(kind, []).extend((name, *row) for row in found)
    out["files"] = store.connection.execute("SELECT name, sha256 FROM files").fetchall()
    out["failures"] = store.connection.execute("SELECT * FROM failures").fetchall()
    return out


def whole(store: Store) -> bool:
    """True where the file is sound, keys hold, and the search index has the passages' words."""
    (sound,) = store.connection.execute("PRAGMA integrity_check").fetchone()
    loose = store.connection.execute("PRAGMA foreign_key_check").fetchall()
    store.connection.execute(
        "INSERT INTO passages_search (passages_search, rank) VALUES ('integrity-check', 1)"
    )
    return sound == "ok" and not loose


def test_a_document_is_picklable_and_has_every_kind(reports: list[Report]) -> None:
    document = pickle.loads(pickle.dumps(stored(reports[0])))
    assert document == stored(reports[0])
    assert list(document.rows) == list(COLUMNS)
    for kind, rows in document.rows.items():
        assert rows, kind
        assert all(len(row) == len(COLUMNS[kind]) - 1 for row in rows)
    assert document.value("type") == "Báo cáo"
    assert document.count("citations") == len(reports[0].citations)


def test_rows_under_a_name_are_those_of_the_frames(reports: list[Report]) -> None:
    for report in reports:
        found = tables.rows(stored(report, "vi"), "a/b.md")
        wanted = records(report, "vi", "a/b.md")
        assert found == {k: [tuple(row.values()) for row in rows] for k, rows in wanted.items()}


def test_the_object_comes_back_under_its_name(reports: list[Report]) -> None:
    wanted = as_dict(reports[0], "vi")
    wanted["source"]["name"] = 'năm "2024".md'
    packed = stored(reports[0], "vi").object
    assert json.loads(object_json(packed, 'năm "2024".md')) == json.loads(json.dumps(wanted))


def test_passages_cover_the_text_and_rows_of_tables(reports: list[Report]) -> None:
    for report in reports:
        passages = [dict(zip(COLUMNS["passages"][1:], row, strict=True))
                    for row in stored(report).rows["passages"]]  # fmt: skip
        seen = "".join("".join(p["text"].split()) for p in passages).replace("|", "")
        assert seen == "".join(report.document.view.split()).replace("|", "")
        assert [p["ordinal"] for p in passages] == list(range(len(passages)))
    texts = [row[-1] for row in stored(reports[0]).rows["passages"]]
    assert "2 | Y tế | 38 | 19 | 19" in texts


def test_columns_of_the_database_are_those_of_the_tables(store: Store) -> None:
    for kind, columns in COLUMNS.items():
        found = store.connection.execute(f"PRAGMA table_info({kind})")
        have = {str(row[1]): str(row[2]) for row in found}
        assert set(columns[1:]) <= set(have)
        extra = set(have) - set(columns)
        assert extra <= {"id", "fingerprint", "ordinal", "folded", "numbers"}
        for column in tables.KINDS[kind][1:]:
            wanted = {"int": "INTEGER", "bool": "INTEGER", "real": "REAL"}.get(column.type, "TEXT")
            assert have[column.name] == ("INTEGER" if column.name == "passage" else wanted)


def test_what_goes_in_comes_out(store: Store, reports: list[Report]) -> None:
    for report, name in zip(reports, SOME, strict=True):
        store.add(stored(report), [entry(report, name)], "f1")
    for number, name in store.names():
        report = reports[SOME.index(name)]
        wanted = tables.rows(stored(report), name)
        for kind in ("citations", "quantities", "findings", "footnotes"):
            names = ", ".join(f't."{c}"' for c in COLUMNS[kind][1:-1])
            found = store.connection.execute(
                f"SELECT n.name, {names}, p.text FROM {kind} t JOIN names n USING (document) "
                "LEFT JOIN passages p ON p.id = t.passage WHERE t.document = ? ORDER BY t.ordinal",
                (number,),
            ).fetchall()
            assert found == wanted[kind]
    assert store.known("f1") == {n: r.document.sha256 for n, r in zip(SOME, reports, strict=True)}
    assert store.known("f2") == {}
    assert whole(store)


def test_a_packed_document_is_stored_like_one_that_is_not(
    store: Store, reports: list[Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [stored(report) for report in reports]
    with Store.open(tmp_path / "packed.db", create=True) as other:
        for document, name in zip(documents, SOME, strict=True):
            made = pickle.loads(pickle.dumps(packed.pack(document)))
            assert isinstance(made, Packed)
            other.add(made, [entry(made, name)], "f1")
            store.add(document, [entry(document, name)], "f1")
        other.add(documents[0], [entry(documents[0], SOME[0])], "f2")  # one after the other
        other.add(packed.pack(documents[1]), [entry(documents[1], SOME[1])], "f2")
        assert everything(other) == everything(store)
        assert whole(other) and whole(store)
        passages = "SELECT ordinal, text, folded, numbers FROM passages ORDER BY id"
        for one in (store, other):
            assert len(one.connection.execute(passages).fetchall()) == sum(
                document.count("passages") for document in documents
            )
    monkeypatch.setattr(packed, "ABLE", False)
    assert packed.pack(documents[0]) is documents[0]


def test_a_document_is_one_piece_of_the_search_index(store: Store, reports: list[Report]) -> None:
    """SQLite ends a piece with each statement; many pieces are merged again and again."""
    for n, report in enumerate(reports, 1):
        store.add(packed.pack(stored(report)), [entry(report, str(n))], "f1")
        sql = "SELECT count(DISTINCT segid) FROM passages_search_idx"
        assert store.connection.execute(sql).fetchone() == (n,)


def test_a_document_read_again_replaces_itself_and_keeps_its_files(
    store: Store, reports: list[Report]
) -> None:
    document = stored(reports[0])
    store.add(document, [entry(document, "b.md"), entry(document, "a.md")], "f1")
    assert [name for _, name in store.names()] == ["a.md"]
    assert store.count("documents") == 1
    before = everything(store)
    store.add(document, [entry(document, "a.md")], "f2")
    assert everything(store) == before
    assert set(store.known("f2")) == {"a.md", "b.md"} and not store.known("f1")
    assert store.contents("f2") == {document.sha256}
    assert whole(store)


def test_a_changed_file_takes_its_old_content_out(store: Store, reports: list[Report]) -> None:
    old, new = map(stored, reports)
    store.add(old, [entry(old, "a.md"), entry(old, "b.md")], "f1")
    store.add(new, [entry(new, "a.md")], "f1")
    assert [name for _, name in store.names()] == ["a.md", "b.md"]
    store.add(new, [entry(new, "b.md")], "f1")
    assert store.count("documents") == 1
    assert store.count("passages") == new.count("passages")
    for kind in COLUMNS:
        assert store.count(kind) == new.count(kind)
    assert whole(store)


def test_a_further_file_of_a_content(store: Store, reports: list[Report]) -> None:
    old, new = map(stored, reports)
    assert not store.place(entry(new, "c.md"), "f1")
    store.add(old, [entry(old, "c.md")], "f1")
    store.add(new, [entry(new, "b.md")], "f1")
    assert not store.place(entry(new, "c.md"), "f2")
    assert store.place(entry(new, "c.md"), "f1")
    assert store.count("documents") == 1 and store.count("files") == 2
    assert [name for _, name in store.names()] == ["b.md"]


def test_failures_are_known_until_they_are_read(store: Store, reports: list[Report]) -> None:
    document = stored(reports[0])
    store.add(document, [entry(document, "a.md")], "f1")
    file = entry(document, "a.md")
    store.fail(file, "f2", "Timeout", "a.md: took too long", 2)
    assert store.count("documents") == 0 and store.count("passages") == 0
    assert store.known("f2") == {"a.md": document.sha256}
    assert store.known("f2", failures=False) == {}
    row = store.connection.execute("SELECT * FROM failures").fetchone()
    assert row == ("a.md", "f2", "Timeout", "a.md: took too long", 2)
    store.fail(file, "f3", "Crash", "a.md: gone")
    assert store.count("failures") == 1 and not store.known("f2")
    store.add(document, [entry(document, "b.md")], "f3")
    assert store.count("failures") == 0
    assert set(store.known("f3", failures=False)) == {"a.md", "b.md"}


def test_forgotten_files_go_with_their_documents(store: Store, reports: list[Report]) -> None:
    document = stored(reports[0])
    store.add(document, [entry(document, "a.md"), entry(document, "b.md")], "f1")
    store.forget(["a.md", "never.md"])
    assert [name for _, name in store.names()] == ["b.md"]
    store.forget(["b.md"])
    assert all(store.count(kind) == 0 for kind in (*COLUMNS, "files"))
    assert whole(store)


def test_one_transaction_a_document(store: Store, reports: list[Report]) -> None:
    document = stored(reports[0])
    store.add(document, [entry(document, "a.md")], "f1")
    before = everything(store)
    broken = replace(document, rows={**document.rows, "citations": [(None,) * 21]})
    with pytest.raises(OutputError):
        store.add(broken, [entry(document, "b.md")], "f2")
    assert everything(store) == before and set(store.known("f1")) == {"a.md"}


def test_names_that_are_no_utf8(store: Store, reports: list[Report]) -> None:
    document = stored(reports[0])
    name = os.fsdecode(b"b\xe1o.md")
    store.add(document, [entry(document, name)], "f1")
    store.fail(entry(document, name), "f1", "Crash", f"{name}: gone")
    assert store.known("f1") == {"b\\udce1o.md": document.sha256}
    store.forget([name])
    assert store.count("files") == 0


def test_provenance(store: Store) -> None:
    for version in ("0.1", "0.2"):
        store.provenance("f1", version, "abc", "{}")
    found = store.connection.execute("SELECT * FROM provenance").fetchall()
    assert found == [("f1", "0.2", "abc", "{}")]


KILLED = """
import sys, pickle
from pathlib import Path
from extract.store.database import FileEntry, Store
documents = pickle.loads(Path(sys.argv[2]).read_bytes())
store = Store.open(sys.argv[1], create=True)
n = 0
while True:
    for document in documents:
        store.add(document, [FileEntry(f"{n % 7}.md", "p", document.sha256)], "f1")
        n += 1
        print(n, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_in_the_middle_it_holds_whole_documents(
    tmp_path: Path, reports: list[Report]
) -> None:
    path, data = tmp_path / "c.db", tmp_path / "documents"
    documents = [stored(report) for report in reports]
    data.write_bytes(pickle.dumps(documents))
    counts = {d.sha256: {kind: d.count(kind) for kind in COLUMNS} for d in documents}
    for wanted in (3, 8, 13):
        command = [sys.executable, "-c", KILLED, str(path), str(data)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for line in child.stdout:
                if int(line) >= wanted:
                    child.send_signal(signal.SIGKILL)
                    break
        with Store.open(path, write=True) as store:
            assert whole(store)
            names = dict(store.names())
            assert names
            found = store.connection.execute("SELECT id, sha256 FROM documents").fetchall()
            for number, sha256 in found:
                for kind in COLUMNS:
                    column = "id" if kind == "documents" else "document"
                    (n,) = store.connection.execute(
                        f"SELECT count(*) FROM {kind} WHERE {column} = ?", (number,)
                    ).fetchone()
                    assert n == counts[sha256][kind]


def test_readers_see_what_was_committed(store: Store, reports: list[Report]) -> None:
    document = stored(reports[0])
    with Store.open(store.path) as reader:
        assert reader.names() == []
        store.add(document, [entry(document, "a.md")], "f1")
        assert [name for _, name in reader.names()] == ["a.md"]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.connection.execute("DELETE FROM documents")


def test_closing_leaves_one_file(tmp_path: Path, reports: list[Report]) -> None:
    with Store.open(tmp_path / "deep" / "c.db", create=True) as store:
        store.add(stored(reports[0]), [entry(reports[0], "a.md")], "f1")
    with Store.open(tmp_path / "deep" / "c.db") as store:
        assert store.names()
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["c.db"]


@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_database(tmp_path: Path, write: bool) -> None:
    with pytest.raises(InputError, match="no such database"):
        Store.open(tmp_path / "none.db", write=write)
    with pytest.raises(InputError, match="is a folder"):
        Store.open(tmp_path, write=write)
    with pytest.raises(InputError, match="is a folder"):
        Store.open(tmp_path, create=True)
    (tmp_path / "text.db").write_text("Báo cáo " * 500, encoding="utf-8")
    with pytest.raises(InputError, match="not a database of doisoat"):
        Store.open(tmp_path / "text.db", write=write)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE documents (id)")
    other.close()
    with pytest.raises(InputError, match=r"other\.db: is not a database of doisoat"):
        Store.open(tmp_path / "other.db", write=write)
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        Store.open(tmp_path / "file" / "c.db", create=True)


def test_a_damaged_database_is_told(tmp_path: Path, reports: list[Report]) -> None:
    path = tmp_path / "c.db"
    with Store.open(path, create=True) as store:
        store.add(stored(reports[0]), [entry(reports[0], "a.md")], "f1")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(InputError, match="damaged"), Store.open(path) as store:
        store.names()


def test_a_full_database_says_so_and_keeps_what_it_has(store: Store, reports: list[Report]) -> None:
    first, second = map(stored, reports)
    store.add(first, [entry(first, "a.md")], "f1")
    before = everything(store)
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OutputError, match="disk is full"):
        store.add(second, [entry(second, "b.md")], "f1")
    assert everything(store) == before
    store.connection.execute("PRAGMA max_page_count = 1000000")
    store.add(second, [entry(second, "b.md")], "f1")
    assert store.count("documents") == 2 and whole(store)


def test_an_older_schema_is_brought_up_to_date(
    tmp_path: Path, reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.db"
    with Store.open(path, create=True) as store:
        store.add(stored(reports[0]), [entry(reports[0], "a.md")], "f1")
        before = everything(store)
    present = migrations.steps()
    further = "ALTER TABLE documents ADD COLUMN seen TEXT; CREATE INDEX i ON documents (seen);"
    monkeypatch.setattr(migrations, "steps", lambda: (*present, further))
    with pytest.raises(InputError, match=f"has schema {len(present)}.*brings it up to date"):
        Store.open(path)
    with Store.open(path, write=True) as store:
        assert everything(store) == before
        assert store.connection.execute("SELECT seen FROM documents").fetchall() == [(None,)]
    monkeypatch.setattr(migrations, "steps", lambda: present)
    with pytest.raises(InputError, match="update doisoat"):
        Store.open(path)


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.db"
    Store.open(path, create=True).close()
    present = migrations.steps()
    steps = (*present, "CREATE TABLE more (x);", "CREATE TABLE more (x);")
    monkeypatch.setattr(migrations, "steps", lambda: steps)
    with pytest.raises(OutputError, match="more already exists"):
        Store.open(path, write=True)
    monkeypatch.setattr(migrations, "steps", lambda: present)
    with Store.open(path) as store:
        found = store.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'more'")
        assert found.fetchall() == [] and migrations.version(store.connection) == len(present)


def test_numbers_are_one_word() -> None:
    assert number_word("18-NQ/TW") == number_word("18 – NQ/TW") == "18_nq_tw"
    assert number_word("30/2020/NĐ-CP") == "30_2020_nd_cp"
