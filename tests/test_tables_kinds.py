"""Tables of further kinds: nothing is found where they are right, and each planted slip is."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text import read_text
from tables_kinds import KINDS
from test_tables_written import as_html

CASES = {w.name: w for w in KINDS}
SLIPS = [(w.name, old, new) for w in KINDS for old, new in w.slips]
PIPED = {w.name for w in KINDS if "\n|" in w.text}


def findings(name: str, text: str, *, html: bool = False) -> list[str]:
    document = as_html(text) if html else read_text(text, "t.md" if name in PIPED else "t.txt")
    return [f.code for f in analyse(document).findings if f.code.startswith("A")]


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_found_where_all_agrees(name: str) -> None:
    assert findings(name, CASES[name].text) == []
    if name in PIPED:
        assert findings(name, CASES[name].text, html=True) == []


@pytest.mark.parametrize(("name", "old", "new"), SLIPS)
def test_each_slip_is_found(name: str, old: str, new: str) -> None:
    text = CASES[name].text
    assert old in text
    wrong = text.replace(old, new, 1)
    assert findings(name, wrong)
    if name in PIPED:
        assert findings(name, wrong, html=True)
