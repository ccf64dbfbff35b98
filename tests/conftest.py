"""Fixtures: a report made by hand (its sentences are invented), a small document on disk."""

from __future__ import annotations

import hashlib
import os
import signal
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import extract
from extract.document import Block, Document, NoteCall
from extract.model import (
    Citation,
    Claim,
    DateMention,
    Finding,
    Footnote,
    Metadata,
    Operand,
    Quantity,
    Relation,
    Report,
    Section,
    Suggestion,
)

ROOT = Path(__file__).parents[1]

HEAD = "I. KẾT QUẢ"
BODY = (
    "Theo Quyết định số 77/QĐ-UBND ngày 05/3/2021, toàn xã từ 40 tổ xuống còn 31 tổ, "
    "giảm 10 tổ (22,5%)¹."
)
NOTE = "¹ Gồm cả tổ tự quản."
OWN_RULE = """
[[pattern]]
id = "mine.word"
kind = "date"
about = "a date of my own"
regex = '''ngày hội làng'''
set = { as = "day", d = "10", m = "3" }
  [[pattern.match]]
  text = "vào «ngày hội làng» này"
  [[pattern.reject]]
  text = "ngày hội"
  why = "another day"
"""  # that a user adds
SOME = ("cao-bang-bao-cao-thu-gon-dau-moi.md", "yen-bai-bao-cao-y-te.txt")  # of the corpus
SAMPLE = f"{HEAD}\n\n{BODY}\n\n{NOTE}\n"


def pytest_configure() -> None:
    """What the programs under test inherit. A shell starts what it puts in the background deaf to
    Ctrl-C, and they would be too. Where nothing may be written beside the sources, each of hundreds
    of processes would compile the program again: they keep what they compile in build/compiled."""
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / "build" / "compiled"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _at(text: str, part: str, after: str = "") -> tuple[int, int]:
    start = text.index(part, text.index(after) + len(after))
    return start, start + len(part)


def _quantity(id_: str, part: str, after: str, value: str, unit: str, **more: object) -> Quantity:
    start, end = _at(SAMPLE, part, after)
    number = Decimal(value)
    made = Quantity(id_, start, end, start, end, part, number, number, number, unit, unit)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def document() -> Document:
    """The invented document as read: source and view are the same text."""
    cuts = [0, len(HEAD) + 2, len(HEAD) + len(BODY) + 4, len(SAMPLE)]
    call = _at(SAMPLE, "¹")
    return Document(
        name="xa.txt",
        text=SAMPLE,
        view=SAMPLE,
        seg_view=(0,),
        seg_source=(0,),
        blocks=(
            Block("heading", cuts[0], cuts[0] + len(HEAD), "I.", 3),
            Block("paragraph", cuts[1], cuts[1] + len(BODY)),
            Block("note", cuts[2], cuts[2] + len(NOTE), "1"),
        ),
        calls=(NoteCall("1", *call, call[0]),),
        sha256=hashlib.sha256(SAMPLE.encode()).hexdigest(),
    )


@pytest.fixture
def report(document: Document) -> Report:
    """The invented document as found: one citation, three figures, 40 - 31 = 10 is wrong."""
    cited, date = _at(SAMPLE, "Quyết định số 77/QĐ-UBND ngày 05/3/2021"), _at(SAMPLE, "05/3/2021")
    before = _quantity("q1", "40", "xã từ ", "40", "tổ")
    after = _quantity("q2", "31", "xuống còn ", "31", "tổ")
    change = _quantity("q3", "10", "giảm ", "10", "tổ", direction="decrease")
    rate = _quantity("q4", "22,5%", "(", "22.5", "%", low=Decimal("22.45"), direction="decrease")
    ref, body = _at(SAMPLE, "¹"), _at(SAMPLE, "Gồm cả tổ tự quản.")
    operands = (Operand("q1"), Operand("q2", Decimal(-1)))
    difference = Relation(
        id="r1",
        kind="difference",
        verdict="inconsistent",
        agreement=None,
        stated="q3",
        operands=operands,
        computed=Decimal(9),
        low=Decimal(10),
        high=Decimal(10),
        expression="40 - 31 = 10",
        cue=_at(SAMPLE, "giảm"),
        scope="sentence",
    )
    percent = replace(
        difference,
        id="r2",
        kind="percent",
        verdict="consistent",
        agreement="exact",
        stated="q4",
        operands=(Operand("q1"), Operand("q2")),
        computed=Decimal(900) / Decimal(40),
        expression="9 / 40 = 22,5%",
    )
    return Report(
        document=document,
        metadata=Metadata(type="Báo cáo", place="Xã Thử"),
        sections=(Section("s1", "I", "heading", 1, None, "KẾT QUẢ", 0, len(SAMPLE)),),
        footnotes=(Footnote("f1", "1", ref, body, ref[0], body[0]),),
        citations=(
            Citation(
                "c1", *cited, *cited, SAMPLE[slice(*cited)], "full", "Quyết định", "77/QĐ-UBND",
                "2021-03-05", None, key="77/qđ-ubnd",
            ),
        ),
        dates=(DateMention("d1", *date, *date, "05/3/2021", "2021-03-05", "day"),),
        quantities=(before, after, change, rate),
        claims=(Claim("m1", "q3", "change", "tổ", "toàn xã", None, "q1", "reported"),),
        relations=(difference, percent),
        findings=(
            Finding(
                "x1", "S201", "warning", change.start, change.end,
                {"label": "1.7", "previous": "2.6", "expected": "2.7"}, "r1",
                (Suggestion("q3", Decimal("9.0"), "high", "follows"),),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def labels(report: Report) -> dict[str, object]:
    """Labels of the invented document that agree with the report in everything."""
    difference, percent = report.relations
    stated = {q.id: q for q in report.quantities}
    spans = {k: {"start": stated[k].start, "end": stated[k].end, "text": stated[k].text}
             for k in stated}  # fmt: skip
    f = report.footnotes[0]
    assert f.ref and f.body
    return {
        "source": "xa.txt",
        "sections": [{"label": "I", "depth": 1, "title": "KẾT QUẢ", "start": 0}],
        "footnotes": [
            {
                "marker": "1",
                "ref": {"start": f.ref[0], "end": f.ref[1]},
                "body": {"start": f.body[0], "end": f.body[1]},
            }
        ],
        "citations": [
            {
                "start": c.start, "end": c.end, "text": c.text, "type": c.type,
                "number": c.number, "date": c.date, "issuer": c.issuer,
            }
            for c in report.citations
        ],
        "dates": [
            {"start": d.start, "end": d.end, "text": d.text, "value": d.value}
            for d in report.dates
        ],
        "quantities": [
            spans[q.id]
            | {"value": str(q.value), "unit": q.unit, "noun": q.noun, "bound": None,
               "direction": q.direction}
            for q in report.quantities
        ],
        "checks": [
            {"relation": "difference", "operands": [40, 31], "stated": 10, "computed": 9,
             "verdict": difference.verdict, "scope": "sentence"} | spans["q3"],
            {"relation": "percent", "operands": [9, 40], "stated": 22.5, "computed": 22.5,
             "verdict": percent.verdict, "scope": "sentence"} | spans["q4"],
        ],
    }  # fmt: skip


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Two reports of the corpus, analysed: one with tables and footnotes."""
    return [extract.analyse(extract.read_document(ROOT / "corpus" / name)) for name in SOME]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The invented document on disk."""
    path = tmp_path / "xa.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path
