"""The database as files: the same rows in every form, harmless, typed, whole or not at all."""

from __future__ import annotations

import csv
import gc
import hashlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pyarrow.parquet as pq
import pytest
from openpyxl.utils.escape import unescape

from extract.cli import main
from extract.errors import InputError, OutputError
from extract.model import (
    Act,
    Agreement,
    Bound,
    Confidence,
    Direction,
    Form,
    Grain,
    Kind,
    Report,
    Role,
    Scope,
    SectionKind,
    Severity,
    Status,
    Verdict,
)
from extract.output.columns import COLUMNS
from extract.output.contract import as_dict
from extract.store import contents, headings, tables, terms, workbook
from extract.store.database import FileEntry, Store
from extract.store.export import export, harmless
from extract.store.records import stored

CORPUS = Path(__file__).parents[1] / "corpus"


def filled(path: Path, reports: list[Report]) -> Path:
    """A database of two documents, the first in two files, and a failure."""
    with Store.open(path, create=True) as store:
        for report, names in zip(reports, (("b/2.md", "a/1.md"), ("a/0.txt",)), strict=True):
            document = stored(report, "vi")
            files = [FileEntry(n, f"/x/{n}", document.sha256) for n in names]
            store.add(document, files, "f1")
        store.fail(FileEntry("hỏng.pdf", "/x/hỏng.pdf", "0"), "f1", "Crash", "hỏng.pdf: gone", 2)
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, reports: list[Report]) -> Iterator[Store]:
    with Store.open(filled(tmp_path_factory.mktemp("export") / "c.db", reports)) as opened:
        yield opened


@pytest.fixture(scope="module")
def wanted(reports: list[Report]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that every form must have: those made of the reports themselves."""
    first = tables.rows(stored(reports[1], "vi"), "a/0.txt")
    second = tables.rows(stored(reports[0], "vi"), "a/1.md")
    rows = {kind: first[kind] + second[kind] for kind in COLUMNS}
    shas = [r.document.sha256 for r in reports]
    rows["files"] = [
        ("a/0.txt", shas[1], "a/0.txt"),
        ("a/1.md", shas[0], "a/1.md"),
        ("b/2.md", shas[0], "a/1.md"),
        ("hỏng.pdf", "0", None),
    ]
    rows["failures"] = [("hỏng.pdf", "Crash", "hỏng.pdf: gone", 2)]
    return rows


def content(folder: Path) -> dict[str, str]:
    """Hashes of the files of a folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def test_rows_come_back_as_they_were(
    store: Store, wanted: dict[str, list[tuple[Any, ...]]]
) -> None:
    for kind in tables.KINDS:
        found = [row for rows in contents.chunks(store, kind) for row in rows]
        assert found == wanted[kind]
        assert [list(map(type, row)) for row in found] == [
            list(map(type, row)) for row in wanted[kind]
        ]


def test_parquet(store: Store, tmp_path: Path, wanted: dict[str, list[tuple[Any, ...]]]) -> None:
    made = export(store, "parquet", tmp_path / "out")
    assert [p.stem for p in made] == list(tables.KINDS)
    for kind in tables.KINDS:
        table = pq.read_table(tmp_path / "out" / f"{kind}.parquet")
        assert table.schema.equals(tables.schema(kind))
        names = [c.name for c in tables.KINDS[kind]]
        columns = [table.column(name).to_pylist() for name in names]
        assert list(zip(*columns, strict=True)) == wanted[kind]
    quantities = pq.read_table(tmp_path / "out" / "quantities.parquet")
    floats = quantities.column("value_float").to_pylist()
    assert floats == [float(v) for v in quantities.column("value").to_pylist()]


def test_csv(store: Store, tmp_path: Path, wanted: dict[str, list[tuple[Any, ...]]]) -> None:
    export(store, "csv", tmp_path)
    for kind, columns in tables.KINDS.items():
        with open(tmp_path / f"{kind}.csv", encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == [c.name for c in columns]
        texts = {True: "true", False: "false", None: ""}
        assert rows == [
            [texts[v] if v is None or isinstance(v, bool) else
             harmless(v) if c.type == "text" else str(v)
             for v, c in zip(row, columns, strict=True)]
            for row in wanted[kind]
        ]  # fmt: skip


def test_jsonl(store: Store, tmp_path: Path, reports: list[Report]) -> None:
    export(store, "jsonl", tmp_path / "out.jsonl")
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    for data, report, name in zip(found, reversed(reports), ("a/0.txt", "a/1.md"), strict=True):
        plain = json.loads(json.dumps(as_dict(report, "vi")))
        plain["source"]["name"] = name
        assert data == plain


def cells(sheet: Any, columns: tuple[Any, ...], kind: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet with the types of the tables."""
    out = []
    for row in sheet.iter_rows(min_row=2, max_col=len(columns)):
        values: list[Any] = []
        for cell, column in zip(row, columns, strict=True):
            assert cell.data_type in ("s", "n", "d")
            value = cell.value
            if isinstance(value, datetime):
                value = value.date().isoformat()
            elif column.type == "bool":
                value = {"có": True, "không": False, None: None}[value]
            elif column.type == "decimal" and value is not None:
                assert cell.data_type == "n" or len(value.lstrip("-").replace(".", "")) > 15
            values.append(value)
        out.append(tuple(values))
    return out


def test_xlsx(store: Store, tmp_path: Path, wanted: dict[str, list[tuple[Any, ...]]]) -> None:
    path = tmp_path / "out.xlsx"
    export(store, "xlsx", path)
    book = openpyxl.load_workbook(path)
    names = [headings.sheet(kind, "vi") for kind in tables.KINDS]
    assert sorted(book.sheetnames) == sorted(names)
    assert book.sheetnames[:3] == ["Văn bản", "Phát hiện", "Gợi ý"]
    for kind, columns in tables.KINDS.items():
        sheet = book[headings.sheet(kind, "vi")]
        assert [c.value for c in sheet[1]] == [
            headings.heading(kind, c.name, "vi") for c in columns
        ]
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.auto_filter.ref.startswith("A1:") and sheet.max_row == len(wanted[kind]) + 1
        rows = [
            tuple(
                None
                if v == ""
                else float(v)
                if v is not None and c.type == "decimal"
                else terms.term(kind, c.name, v)
                for v, c in zip(row, columns, strict=True)
            )
            for row in wanted[kind]
        ]
        assert cells(sheet, columns, kind) == rows
    assert book["Văn bản"]["A1"].value == "Tên tệp" and book["Số liệu"]["D1"].value == "Giá trị"
    dates = [c for c in book["Viện dẫn"]["G"] if isinstance(c.value, datetime)]
    assert dates and all(c.number_format == "dd/mm/yyyy" for c in dates)


def test_headings_are_there_in_both_languages(store: Store, tmp_path: Path) -> None:
    for kind, columns in tables.KINDS.items():
        for lang in ("vi", "en"):
            titles = [headings.heading(kind, c.name, lang) for c in columns]
            assert all(titles) and len(set(titles)) == len(titles), (kind, titles)
    assert len({headings.sheet(kind, "vi") for kind in tables.KINDS}) == len(tables.KINDS)
    export(store, "xlsx", tmp_path / "out.xlsx", ["relations"], "en")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Relations"] and book.active["D1"].value == "Verdict"


def test_fixed_values_are_told_in_vietnamese(store: Store, tmp_path: Path) -> None:
    for lang, told in (("vi", {"khớp", "không khớp"}), ("en", {"consistent", "inconsistent"})):
        export(store, "xlsx", tmp_path / "out.xlsx", ["relations"], lang)  # type: ignore[arg-type]
        sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
        assert {c.value for c in sheet["D"][1:]} & told
    columns = {(kind, c.name) for kind, cs in tables.KINDS.items() for c in cs}
    assert set(terms.TERMS) <= columns
    given = {("relations", "verdict"): Verdict, ("relations", "agreement"): Agreement,
             ("claims", "role"): Role, ("claims", "status"): Status, ("citations", "form"): Form,
             ("citations", "relation"): Act, ("quantities", "bound"): Bound,
             ("quantities", "direction"): Direction,
             ("sections", "kind"): SectionKind, ("dates", "grain"): Grain,
             ("relations", "kind"): Kind, ("relations", "scope"): Scope,
             ("suggestions", "confidence"): Confidence,
             ("findings", "severity"): Severity}  # fmt: skip
    assert set(terms.TERMS) - set(given) == {("documents", "status")}
    for where, values in given.items():
        assert set(terms.TERMS[where]) == set(get_args(values))


def test_equal_databases_give_equal_files(tmp_path: Path, reports: list[Report]) -> None:
    """Also where documents came in another order, and after changes that were taken back."""
    found = []
    for n in range(2):
        path = tmp_path / f"{n}.db"
        if n:
            with Store.open(path, create=True) as store:
                for report in reports:
                    document = stored(report, "en")
                    store.add(document, [FileEntry("z.md", "z", document.sha256)], "f0")
                store.forget(["z.md"])
        with Store.open(filled(path, reports[::-1] if n else reports), write=True) as store:
            if n:  # `filled` gives the first report of its list two names
                names = [("b/2.md", "a/1.md"), ("a/0.txt",)]
                store.forget(["b/2.md", "a/1.md", "a/0.txt"])
                for report, mine in zip(reports, names, strict=True):
                    document = stored(report, "vi")
                    for name in mine:
                        store.add(document, [FileEntry(name, "y", document.sha256)], "f1")
            out = tmp_path / f"out{n}"
            for form in ("parquet", "csv"):
                export(store, form, out / form)  # type: ignore[arg-type]
            export(store, "xlsx", out / "files" / "c.xlsx")
            export(store, "jsonl", out / "files" / "c.jsonl")
        found.append({d.name: content(d) for d in sorted(out.iterdir())})
    assert found[0] == found[1]
    assert len(found[0]["csv"]) == len(tables.KINDS)


HOSTILE = [
    '=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "<r><t>x</t></r>",
    "_x0041_", "a\x00b\x0b\x1fc", "x\ufffey\uffff", "dài " * 10_000, "😀" * 20_000, "'", '"',
    "a,b\nc;d", "http://example.com/x", "-5", "+5", "-5,25", "-", "- Lưu: VT",
]  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path, reports: list[Report]) -> Iterator[Store]:
    """A database whose citations have hostile texts, its quantities hostile numbers."""
    document = stored(reports[0])
    at = COLUMNS["citations"].index("text") - 1
    first = document.rows["citations"][0]
    cited = [(*first[:at], text, *first[at + 1 :]) for text in HOSTILE]
    at = COLUMNS["quantities"].index("value") - 1
    first = document.rows["quantities"][0]
    numbers = ["-5", "123456789012345", "1234567890123456", "0.1", "-0.000001", "1" * 40]
    figures = [(*first[:at], n, *first[at + 1 :]) for n in numbers]
    rows = {**document.rows, "citations": cited, "quantities": figures}
    with Store.open(tmp_path / "c.db", create=True) as store:
        store.add(replace(document, rows=rows), [FileEntry("=1+1.md", "x", "x")], "f")
        yield store


def test_hostile_cells_of_a_workbook_are_text(hostile: Store, tmp_path: Path) -> None:
    export(hostile, "xlsx", tmp_path / "c.xlsx", ["citations", "quantities"])
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    found = [row[2] for row in book["Viện dẫn"].iter_rows(min_row=2)]
    assert len(found) == len(HOSTILE)
    for cell, text in zip(found, HOSTILE, strict=True):
        assert cell.data_type == "s" and cell.hyperlink is None
        assert cell.quotePrefix == (text[0] in "=+-@")
        assert unescape(cell.value).strip() == workbook.clean(text).strip()
        assert len(cell.value.encode("utf-16-le")) // 2 <= workbook.LONGEST
    by_text = {text[:4]: unescape(cell.value) for text, cell in zip(HOSTILE, found, strict=True)}
    assert by_text["a\x00b\x0b"] == "abc" and by_text["_x00"] == "_x0041_"
    assert by_text["dài "].endswith("…") and by_text["😀😀😀😀"].endswith("😀…")
    assert book["Viện dẫn"]["A2"].value == "=1+1.md"
    numbers = [row[3].value for row in book["Số liệu"].iter_rows(min_row=2)]
    assert numbers == [-5, 123456789012345, "1234567890123456", 0.1, -0.000001, "1" * 40]


def test_hostile_cells_of_a_csv_file(hostile: Store, tmp_path: Path) -> None:
    export(hostile, "csv", tmp_path, ["citations", "quantities"])
    with open(tmp_path / "citations.csv", encoding="utf-8-sig", newline="") as file:
        found = [row["text"] for row in csv.DictReader(file)]
    changed = {a: b for a, b in zip(HOSTILE, found, strict=True) if a != b}
    assert changed == {
        text: "'" + text
        for text in HOSTILE
        if text[0] in "=+-@\t\r" and text not in ("-5", "+5", "-5,25")
    }
    with open(tmp_path / "quantities.csv", encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["value"] == "-5"


def test_sheets_go_on_where_one_is_full(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wanted: dict[str, list[tuple[Any, ...]]],
) -> None:
    count = len(wanted["passages"])
    monkeypatch.setattr(workbook, "MOST_ROWS", count // 2 + 1)
    export(store, "xlsx", tmp_path / "c.xlsx", ["passages"])
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    sheets = ["Đoạn văn", "Đoạn văn (2)", *(["Đoạn văn (3)"] if count % 2 else [])]
    assert book.sheetnames == sheets
    rows = [r for s in book for r in cells(s, tables.KINDS["passages"], "passages")]
    assert rows == wanted["passages"]
    assert all(s["A1"].value == "Tên tệp" and s.freeze_panes == "B2" for s in book)


def test_an_export_that_fails_leaves_what_was_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for form, out in (("csv", tmp_path / "csv"), ("parquet", tmp_path / "parquet")):
        export(store, form, out)  # type: ignore[arg-type]
    (tmp_path / "x").mkdir()
    export(store, "xlsx", tmp_path / "x" / "c.xlsx")
    before = [content(d) for d in sorted(tmp_path.iterdir())]
    real = contents.chunks

    def broken(store: Store, kind: str) -> Iterator[list[tuple[Any, ...]]]:
        yield from real(store, kind)
        if kind == "relations":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(contents, "chunks", broken)
    for form, out in (
        ("csv", tmp_path / "csv"),
        ("parquet", tmp_path / "parquet"),
        ("xlsx", tmp_path / "x" / "c.xlsx"),
    ):
        with pytest.raises(OutputError, match="No space left"):
            export(store, form, out)  # type: ignore[arg-type]
    with pytest.raises(OutputError):
        export(store, "csv", tmp_path / "new")
    assert [content(d) for d in sorted(tmp_path.iterdir())] == before


def test_what_cannot_be_exported(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nouns: no such kind; known: documents, sections"):
        export(store, "csv", tmp_path / "out", ["nouns"])
    with pytest.raises(OutputError, match="is a folder; give the name of a file"):
        export(store, "xlsx", tmp_path)
    with pytest.raises(InputError, match="leave --kind out"):
        export(store, "jsonl", tmp_path / "c.jsonl", ["dates"])
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        export(store, "csv", tmp_path / "file")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_an_export_sees_one_moment(store: Store, tmp_path: Path, reports: list[Report]) -> None:
    with Store.open(filled(tmp_path / "c.db", reports)) as reader, contents.unchanged(reader):
        before = [row for rows in contents.chunks(reader, "dates") for row in rows]
        with Store.open(tmp_path / "c.db", write=True) as writer:
            writer.forget(["a/0.txt"])
        assert [row for rows in contents.chunks(reader, "dates") for row in rows] == before


def test_an_empty_database(tmp_path: Path) -> None:
    with Store.open(tmp_path / "c.db", create=True) as store:
        for form in ("parquet", "csv", "xlsx", "jsonl"):
            export(store, form, tmp_path / f"c.{form}")  # type: ignore[arg-type]
    assert (tmp_path / "c.jsonl").read_text() == ""
    assert len(openpyxl.load_workbook(tmp_path / "c.xlsx").sheetnames) == len(tables.KINDS)
    assert pq.read_table(tmp_path / "c.parquet" / "dates.parquet").num_rows == 0


def test_the_command(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    with pytest.raises(SystemExit) as e:
        main(["export", str(store.path), "--to", "csv", "--out", str(out), "--kind", "documents"])
    assert e.value.code == 0
    assert capsys.readouterr().out == f"{out}: 2 documents (1 file)\n"
    with pytest.raises(SystemExit) as e:
        main(["export", str(tmp_path / "no.db"), "--to", "csv", "--out", str(out)])
    assert e.value.code == 2 and "no such database" in capsys.readouterr().err


def test_a_workbook_forgets_the_rows_it_has_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[int] = []

    def close(self: Any) -> None:
        kept.append(len(self._sheet.row_info) + len(self._sheet.row_sizes))

    monkeypatch.setattr(workbook._Sheets, "close", close)
    export(store, "xlsx", tmp_path / "c.xlsx", ["passages", "quantities"])
    assert len(kept) == 2 and max(kept) < 10
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[1]
    heights = [sheet.row_dimensions[n].height or 15 for n in range(2, sheet.max_row + 1)]
    longest = max(range(2, sheet.max_row + 1), key=lambda n: len(sheet.cell(n, 7).value))
    assert sheet.row_dimensions[longest].height == max(heights) > 15


class FullDisk(io.BytesIO):
    """A file on a disk that has room for the head of a workbook only."""

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > 2_000:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_a_workbook_on_a_full_disk(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the workbook, and what the archive still wants to write is no noise."""
    monkeypatch.setattr(workbook, "open", lambda *_: FullDisk(), raising=False)
    heard: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", heard.append)
    with pytest.raises(OutputError, match=r"c\.xlsx: cannot be written.*No space left"):
        export(store, "xlsx", tmp_path / "c.xlsx", ["findings"])
    gc.collect()
    assert heard == [] and list(tmp_path.iterdir()) == []
