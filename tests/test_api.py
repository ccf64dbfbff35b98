"""The names at the top of the package."""

from __future__ import annotations

import gc
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import extract
from extract.document import Document

CORPUS = Path(__file__).parents[1] / "corpus"


def test_every_name_of_all_is_there() -> None:
    assert sorted(extract.__all__) == extract.__all__
    for name in extract.__all__:
        assert getattr(extract, name) is not None
        assert name in dir(extract)
    assert {"read_document", "analyse", "Report", "__version__"} <= set(extract.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = extract.nothing_of_the_kind


def test_the_version_is_that_of_the_distribution() -> None:
    assert extract.__version__ == metadata.version("doisoat")


def test_importing_is_cheap() -> None:
    code = "import sys, extract; print([m for m in sys.modules if m.startswith('extract.')])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_plain_verbs(tmp_path: Path) -> None:
    path = tmp_path / "xa.txt"
    path.write_text("Năm 2021 toàn xã có 40 tổ tự quản.\n", encoding="utf-8")
    report = extract.analyse(extract.read_document(path))
    assert extract.read_document(str(path)) == report.document
    assert isinstance(report, extract.Report)
    assert "40" in [q.text for q in report.quantities]
    assert extract.as_dict(report)["schema"] == "doisoat.document/1"
    assert list(extract.frames([report])["quantities"]["document"])[:1] == ["xa.txt"]
    with pytest.raises(extract.InputError):
        extract.read_document(tmp_path / "none.txt")


def test_an_analysis_leaves_no_cycles() -> None:
    texts = [extract.read_document(path) for path in sorted(CORPUS.glob("*.md"))]
    for document in texts:
        extract.analyse(document)  # what is made once is made
    gc.collect()
    gc.disable()  # as the analysis has it for its time
    try:
        for document in texts:
            extract.analyse(document)
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("looked", [True, False])
def test_an_analysis_leaves_the_collector_as_it_was(document: Document, looked: bool) -> None:
    (gc.enable if looked else gc.disable)()
    try:
        extract.analyse(document)
        assert gc.isenabled() is looked
    finally:
        gc.enable()


def test_mistakes_of_callers_are_told() -> None:
    report = extract.analyse(extract.read_text("Toàn xã có 12 tổ.", "a.txt"))
    with pytest.raises(TypeError, match=r"takes a Document, not str: .* read_text\(text, name\)"):
        extract.analyse("Toàn xã có 12 tổ.")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"write frames\(\[report\]\)"):
        extract.frames(report)  # type: ignore[arg-type]
    for speak in (extract.as_dict, lambda r, lang: extract.frames([r], lang)):
        with pytest.raises(ValueError, match="not 'fr'"):
            speak(report, "fr")  # type: ignore[no-untyped-call, arg-type]
    with pytest.raises(extract.InputError, match="pages “x”"):
        extract.read_document(CORPUS / "README.md", pages="x")
    assert extract.as_dict(report, "vi")["lang"] == "vi"
    assert len(extract.frames([report])["documents"]) == 1
