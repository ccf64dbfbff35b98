"""Expressions with possessive groups are right on every Python."""

from __future__ import annotations

import re

import pytest

from extract.values.ready import ready

DAYS = r"ngày (?P<d>[0-9]{1,2})(?=(?:, [0-9]{1,2}(?![0-9]| tháng)){0,8}+, [0-9]{1,2} tháng)"


@pytest.mark.parametrize("misread", [True, False])
def test_a_group_that_keeps_what_it_took_is_read(misread: bool) -> None:
    assert ready(r"(?:ab?)*+c", misread=misread).fullmatch("aabac") is not None
    assert ready(r"(?:ab?)*+a", misread=misread).fullmatch("aaba") is None


def test_an_older_python_reads_what_a_newer_one_does() -> None:
    m = ready(DAYS, misread=True).search("họp ngày 20, 24 tháng 5 năm 2024")
    assert m is not None
    assert m["d"] == "20"


def test_what_is_wrong_is_an_error_of_re() -> None:
    with pytest.raises(re.error):
        ready(r"(?:a)*+(", misread=True)
