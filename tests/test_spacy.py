"""The spaCy component: exact spans whatever the tokenizer does, the report, serialisation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.spacy_ext import KEYS, split_at

TEXT = (
    "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017;toàn xã từ 40 tổ xuống còn 31 tổ "
    "(giảm 09 tổ<sup>1</sup>, đạt 22,5%),còn 18/20 xóm có nhà văn hóa.\n\n"
    "<sup>1</sup> Gồm 02 tổ ở xóm Thử.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A blank pipeline with the component."""
    made = spacy.blank("xx")
    made.add_pipe("doisoat")
    return made


def check_exact(doc: Doc) -> None:
    """Every mention of the report has a span of exactly its characters."""
    report = doc._.report
    assert report.document.text == doc.text
    for key, found in (
        ("citations", report.citations),
        ("dates", report.dates),
        ("quantities", report.quantities),
    ):
        spans = [(s.start_char, s.end_char, s.text, s.id_) for s in doc.spans[key]]
        assert spans == [(m.start, m.end, doc.text[m.start : m.end], m.id) for m in found]


def test_spans_are_exact(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert set(KEYS) <= set(doc.spans)
    assert doc.text == TEXT
    check_exact(doc)
    assert [s.text for s in doc.spans["dates"]] == ["25/10/2017"]
    assert {"40", "31", "09", "22,5%", "18/20", "02"} <= {s.text for s in doc.spans["quantities"]}
    assert len(doc.spans["claims"]) == len(doc._.report.claims)


def test_spans_are_exact_in_the_corpus(nlp: Language) -> None:
    corpus = Path(__file__).parents[1] / "corpus"
    texts = [p.read_text("utf-8") for p in sorted(corpus.glob("*.txt"))[:4]]
    assert texts
    for doc in nlp.pipe(texts):
        check_exact(doc)


def test_after_other_components() -> None:
    made = spacy.blank("xx")
    made.add_pipe("sentencizer")
    made.add_pipe("doisoat", last=True)
    check_exact(made(TEXT))


def test_tokens_are_split_where_asked() -> None:
    doc = spacy.blank("xx")("sup>1</sup 99")
    split_at(doc, {0, 4, 5, 11})
    assert [t.text for t in doc] == ["sup>", "1", "</sup", "99"]
    assert doc.text == "sup>1</sup 99"
    before = [t.text for t in doc]
    split_at(doc, {0, 4, 10})
    assert [t.text for t in doc] == before


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "không có số nào"])
def test_nothing_to_find(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert all(len(doc.spans[key]) == 0 for key in ("citations", "dates", "quantities"))
    assert doc._.report.quantities == ()


def test_a_doc_survives_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s.text for s in again.spans["dates"]] == ["25/10/2017"]
    assert again._.report == doc._.report


def test_displacy_shows_the_spans(nlp: Language) -> None:
    shown = displacy.render(
        nlp(TEXT), style="span", options={"spans_key": "dates"}, jupyter=False, page=False
    )
    assert "date" in shown


def test_a_pipeline_on_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    check_exact(spacy.load(tmp_path / "pipeline")(TEXT))


def test_other_users_of_spacy_pay_nothing() -> None:
    code = (
        "import sys, spacy; spacy.blank('xx');"
        "print([m for m in sys.modules if m.startswith('extract') and 'spacy' not in m])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "['extract']"
