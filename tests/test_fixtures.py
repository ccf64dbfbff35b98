"""The files of tests/fixtures: what must come out of each stands beside it, told by its maker.

`DOISOAT_REGENERATE=1 pytest tests/test_fixtures.py` writes what comes out now into the files of
expectations, to be read beside the sources before it is committed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import extract
from extract.errors import InputError
from extract.output.contract import as_dict
from extract.readers.files import read_path
from extract.readers.programs import find_office, find_tesseract, languages_of

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(
    path.name.removesuffix(".expected.json") for path in FIXTURES.glob("*.expected.json")
)
SWITCH = "DOISOAT_REGENERATE"


def regenerating(environment: Mapping[str, str] = os.environ) -> bool:
    """True where expectations are to be written anew."""
    return environment.get(SWITCH) == "1"


def found_in(path: Path) -> tuple[dict[str, Callable[[], Any]], str]:
    """What can be told of a file, each under its key, and its text."""
    report = extract.analyse(read_path(path))
    data = as_dict(report)
    found: dict[str, Callable[[], Any]] = {
        "lines": lambda: report.document.text.split("\n"),
        "status": lambda: data["status"],
        "reader": lambda: report.document.reader,
        "citations": lambda: [c.number for c in report.citations],
        "dates": lambda: [d.value for d in report.dates],
        "figures": lambda: [q.text for q in report.quantities],
        "sections": lambda: [[s.label, s.title] for s in report.sections],
        "labels": lambda: [s.label for s in report.sections],
        "notes": lambda: [f.marker for f in report.footnotes if f.ref and f.body],
        "tables": lambda: [[list(row) for row in t.cells] for t in report.tables],
        "agree": lambda: sorted(r.expression for r in report.relations),
        "metadata": lambda: {k: v for k, v in data["metadata"].items() if v is not None},
        "warnings": lambda: list(report.document.warnings),
    }
    return found, report.document.text


def needs(name: str) -> None:
    """Skip, saying why, where a program that reads this file is not here."""
    if name.endswith((".doc", ".rtf", ".odt")) and find_office() is None:
        pytest.skip("LibreOffice is not here: apt install libreoffice-writer")
    if name.startswith("scan"):
        path = find_tesseract()
        if path is None or "vie" not in languages_of(path):
            pytest.skip("Tesseract is not here: apt install tesseract-ocr tesseract-ocr-vie")


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str) -> None:
    needs(name)
    path, told = FIXTURES / name, FIXTURES / f"{name}.expected.json"
    expected: dict[str, Any] = json.loads(told.read_text("utf-8"))
    if "error" in expected:
        with pytest.raises(InputError, match=expected["error"]) as caught:
            read_path(path)
        assert name in str(caught.value)
        return
    found, text = found_in(path)
    if regenerating():
        now = {k: v if k in ("absent", "warnings") else found[k]() for k, v in expected.items()}
        told.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.fail(f"{told.name} was written anew: read it, then run without {SWITCH}")
    for key, value in expected.items():
        if key == "absent":
            assert not [part for part in value if part in text]
        elif key == "warnings":
            given = " ".join(found[key]())
            assert all(part in given for part in value), given
        elif key == "agree":
            assert [e for e in value if e not in found[key]()] == []
        else:
            assert found[key]() == value, key


def test_expectations_are_not_written_by_accident() -> None:
    assert not regenerating({}) and not regenerating({SWITCH: ""})
    assert SWITCH not in os.environ, f"unset {SWITCH}: with it the tests cannot fail"


def test_every_file_has_its_expectations() -> None:
    made = {p.name for p in FIXTURES.iterdir() if p.suffix not in (".json", ".py", ".md")}
    assert made - {"pdf", "__pycache__"} == set(NAMES) and len(NAMES) >= 20


UNREADABLE = {"cut.pdf", "hidden-layer.pdf", "locked.pdf", "no-unicode.pdf"}
PDFS = [
    pytest.param(
        path,
        id=path.name,
        marks=pytest.mark.xfail(reason="pdfplumber leaves a blank after a raised figure")
        if path.name == "report-typst.pdf"
        else (),
    )
    for path in sorted(FIXTURES.glob("**/*.pdf"))
    if path.name not in UNREADABLE
]


@pytest.mark.parametrize("path", PDFS)
def test_pdfium_and_pdfplumber_read_the_same(path: Path) -> None:
    fast, slow = read_path(path), read_path(path, "pdfplumber")
    assert (fast.reader, slow.reader) == ("pdf", "pdfplumber")
    assert fast.text == slow.text and fast.warnings == slow.warnings
    first, second = extract.analyse(fast), extract.analyse(slow)
    for kind in ("sections", "footnotes", "citations", "dates", "quantities", "relations"):
        assert getattr(first, kind) == getattr(second, kind), kind
