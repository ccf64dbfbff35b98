"""The contract's object, the tables, the linter's lines, the readable view, files and streams."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

import extract
from conftest import BODY, HEAD, NOTE, SAMPLE
from extract.document import Said
from extract.errors import OutputError
from extract.model import Pinpoint, Report
from extract.output import contract, streams, text
from extract.output.columns import COLUMNS, COUNTED
from extract.output.files import replacing
from extract.output.frames import frames, rows_of
from extract.output.places import LONGEST, Lines, Passages

_KEYS = (
    "schema source status lang reading_text pages metadata sections footnotes citations dates "
    "quantities claims tables relations findings"
)
KEYS = _KEYS.split()
_FOLDER = Path(__file__).parents[1] / "corpus"
CORPUS = sorted((*_FOLDER.glob("*.txt"), *_FOLDER.glob("*.md")))
FITS = jsonschema.Draft202012Validator(contract.schema())


def test_the_object_has_every_key_and_fits_its_schema(report: Report) -> None:
    data = json.loads(json.dumps(contract.as_dict(report)))
    assert list(data) == KEYS
    schema = contract.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["reading_text"] is None
    assert data["source"]["pages"] is None
    assert data["status"] == "ok"
    for kind in ("citations", "dates", "quantities"):
        for mention in data[kind]:
            assert report.document.text[mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_document_of_the_corpus_fits_the_schema(path: Path) -> None:
    data = contract.as_dict(extract.analyse(extract.read_document(path)))
    assert [e.message for e in FITS.iter_errors(data)] == []


def test_the_schema_refuses_what_is_wrong(report: Report) -> None:
    data = contract.as_dict(report)
    data["quantities"][0]["value"] = 40
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, contract.schema())


def test_reading_text_and_partial(report: Report) -> None:
    read = replace(
        report.document,
        media_type="application/pdf",
        warnings=(Said("page 2: no text", "trang 2: không có chữ"),),
    )
    read_report = replace(report, document=read)
    data = contract.as_dict(read_report)
    assert (data["lang"], data["source"]["warnings"]) == ("en", ["page 2: no text"])
    in_vietnamese = contract.as_dict(read_report, "vi")
    assert (in_vietnamese["lang"], in_vietnamese["source"]["warnings"]) == (
        "vi",
        ["trang 2: không có chữ"],
    )
    (row,) = rows_of(read_report, "vi")["documents"]
    assert row["warnings"] == "trang 2: không có chữ"
    assert data["reading_text"] == report.document.text
    assert data["status"] == "partial"
    jsonschema.validate(data, contract.schema())


def test_a_pinpoint_is_an_object(report: Report) -> None:
    cited = replace(report.citations[0], pinpoint=Pinpoint("1", "4"))
    data = contract.citation(cited)
    assert data["pinpoint"] == {"article": "1", "clause": "4", "point": None}


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1.5E+9", "1500000000"), ("14.80", "14.8"), ("0E-7", "0"), ("-0", "0"), ("100", "100"),
     ("0.000001", "0.000001"), ("-3.50", "-3.5")],
)  # fmt: skip
def test_decimals_are_plain(value: str, shown: str) -> None:
    assert contract.decimal(Decimal(value)) == shown


def test_computed_ratios_are_cut_at_six_places() -> None:
    assert contract.computed(Decimal(100) / Decimal(3)) == "33.333333"
    assert contract.computed(Decimal(10) ** 30 / Decimal(7)) == "142857142857142857142857142900"
    assert contract.computed(Decimal("22.5")) == "22.5"


def test_messages_in_both_languages(report: Report) -> None:
    english, vietnamese = (contract.as_dict(report, lang)["findings"][0] for lang in ("en", "vi"))
    assert english["message"] != vietnamese["message"]
    assert "2.7" in english["message"] and "2.7" in vietnamese["message"]


def test_lines_count_from_one() -> None:
    lines = Lines("ab\ncd\n")
    assert [lines.at(n) for n in (0, 2, 3, 5, 6)] == [(1, 1), (1, 3), (2, 1), (2, 3), (3, 1)]


def test_passages_are_sentences(report: Report) -> None:
    passages = Passages(report)
    sentence = passages.at(report.quantities[0].vs)
    assert sentence is not None
    assert sentence.text.startswith("Theo Quyết định") and sentence.text.endswith("(22,5%)¹.")
    assert passages.of_finding(report.findings[0]) == sentence
    loose = replace(report.findings[0], relation=None)
    assert passages.of_finding(loose) == sentence


def test_passages_keep_labels_names_and_mentions_whole(report: Report) -> None:
    text = "1. Đồng chí TP. Hồ Chí Minh có mặt. Đến nay xong.\n\n2. Ủy ban họp."
    read = extract.analyse(extract.read_text(text, "a.txt"))
    assert [p.text for p in Passages(read).all] == [
        "1. Đồng chí TP. Hồ Chí Minh có mặt.", "Đến nay xong.", "2. Ủy ban họp."
    ]  # fmt: skip
    across = replace(report.citations[0], vs=SAMPLE.index("QUẢ"), ve=SAMPLE.index("ngày"))
    passages = Passages(replace(report, citations=(across,)))
    assert passages.at(0) == passages.at(across.ve)


def test_long_sentences_are_cut_but_not_in_a_mention() -> None:
    part = "xã thực hiện Quyết định số 77/QĐ-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh"
    for mark in ("; ", ", ", " "):
        read = extract.analyse(extract.read_text(mark.join([part] * 40) + ".", "a.txt"))
        passages = Passages(read)
        assert len(passages.all) > 5 and all(len(p.text) <= LONGEST for p in passages.all)
        assert "".join("".join(p.text.split()) for p in passages.all) == "".join(
            read.document.view.split()
        )
        for c in read.citations:
            found = passages.at(c.vs)
            assert found is not None and found.vs <= c.vs and c.ve <= found.ve


def test_tables(report: Report) -> None:
    tables = frames([report, report])
    assert set(tables) == set(COLUMNS)
    for kind, table in tables.items():
        assert list(table.columns) == COLUMNS[kind]
        if kind in COUNTED:
            assert len(table) == 2 * len(getattr(report, kind))
    assert len(tables["documents"]) == 2
    assert list(tables["operands"]["text"][:2]) == ["40", "31"]
    assert tables["suggestions"]["value"][0] == "9"
    assert list(tables["passages"]["text"][:3]) == [HEAD, BODY, NOTE]
    assert list(tables["quantities"]["section"][:1]) == ["s1"]
    assert list(tables["quantities"]["value"][:4]) == ["40", "31", "10", "22.5"]
    assert tables["relations"]["operands"][0] == "40; 31"
    assert tables["findings"]["passage"][0].startswith("Theo Quyết định")
    assert tables["documents"]["inconsistent"][0] == 1
    assert all(len(table) == 0 for table in frames([]).values())


def test_linter_lines(report: Report) -> None:
    first, second = text.linter_lines("xa.txt", report, report.findings, "en")
    line = report.document.text.split("\n")[2]
    assert first.startswith(f"xa.txt:3:{line.index('10 tổ') + 1}: S201 warning ")
    assert "9 instead of 10" in second


@pytest.mark.parametrize(
    ("text_", "value", "new", "shown"),
    [("7.400", "7400000000", "74000000000", "74.000"), ("40", "40", "1445", "1.445"),
     ("14,8%", "14.8", "14.75", "14,75%"), ("1,5", "1500000000", "2250000000", "2,25"),
     ("bảy", "7", "8000", "8.000"), ("0", "0", "12", "12")],
)  # fmt: skip
def test_values_as_the_document_writes_them(
    report: Report, text_: str, value: str, new: str, shown: str
) -> None:
    figure = replace(report.quantities[0], text=text_, value=Decimal(value))
    assert contract.written(Decimal(new), figure) == shown


def test_select_and_ignore(report: Report) -> None:
    found = report.findings
    assert text.selected(found, [], []) == list(found)
    assert text.selected(found, ["S"], []) == list(found)
    assert text.selected(found, ["A"], []) == []
    assert text.selected(found, [], ["S2"]) == []
    assert text.selected(found, ["S"], ["S201"]) == []


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_readable_view(report: Report, lang: str) -> None:
    out = io.StringIO()
    console = Console(file=out, width=100)
    text.show(text.explain("xa.txt", report, report.findings, lang), console)  # type: ignore[arg-type]
    text.show(text.summary([report], lang), console)  # type: ignore[arg-type]
    shown = out.getvalue()
    assert "40 - 31 = 10" in shown and "9 / 40 = 22,5%" in shown
    assert "Theo Quyết định số 77/QĐ-UBND" in shown
    assert "S201" in shown


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.json"
    with replacing(path) as file:
        file.write("one")
    with pytest.raises(RuntimeError), replacing(path) as file:
        file.write("tw")
        raise RuntimeError
    assert path.read_text() == "one"
    assert [p.name for p in path.parent.iterdir()] == ["a.json"]
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"), replacing(tmp_path / "file" / "x"):
        pass


class Terminal(io.BytesIO):
    """Bytes that say they are shown on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("raw", "written"),
    [(Terminal(), rb"\u0110\u1ed1i so" + b"\xe1t"), (io.BytesIO(), "Đối soát".encode())],
)
def test_streams_take_every_character(
    raw: io.BytesIO, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    streams.prepare()
    assert streams.speaks_unicode() is not raw.isatty()
    print("Đối soát")
    sys.stdout.flush()
    assert raw.getvalue().strip() == written
