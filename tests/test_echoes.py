"""One slip is told once: rates worked out of the right figure beside it are no errors of theirs."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

ONE_SLIP = [
    # the change with two digits swapped, its rate right
    "Biên chế năm 2015 là 2.015 người, năm 2021 là 1.745 người, giảm 270 người (13,4%); đến năm "
    "2024 được giao 1.408 người, so với năm 2021 giảm 373 người (19,3%).",
]


@pytest.mark.parametrize("text", ONE_SLIP)
def test_slip_told_once(text: str) -> None:
    report = analyse(read_text(text + "\n", "b.txt"))
    assert [f.code for f in report.findings] == ["A101"]


def test_two_slips_told_twice() -> None:
    text = ONE_SLIP[0].replace("19,3%", "27,4%")
    report = analyse(read_text(text + "\n", "b.txt"))
    assert [f.code for f in report.findings] == ["A101", "A102"]
