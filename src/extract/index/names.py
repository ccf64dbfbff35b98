"""The names an identity is found by, and a question taken apart: "nghị quyết 18", "18 NQ TW"."""

from __future__ import annotations

import re

from extract.rules.wording import wording
from extract.values import identity
from extract.values.text import unaccented

_NOT_SAID = wording("names.not_said")
_LAW = wording("names.law")


def squeeze(text: str) -> str:
    """Letters and digits alone, without diacritics: "18-NQ/TW" -> "18nqtw"."""
    return re.sub(r"[^a-z0-9]+", "", unaccented(_NOT_SAID.sub(" ", text)))


def asked(text: str) -> str:
    """A question in the form of the names: zeros before the number are put aside."""
    words = _NOT_SAID.sub(" ", unaccented(text))
    words = re.sub(r"(?<![\d/])0+(?=\d+(?:[^\d]|$))", "", words, count=1)
    return re.sub(r"[^a-z0-9]+", "", words)


def names_of(
    key: str, base: str, number: str | None, kind: str | None, types: list[str], titles: list[str]
) -> set[str]:
    """The names of an identity: key, number, type and counter, law title with and without year.

    >>> sorted(names_of("18-nq-tw_khoa-xii", "18-nq-tw", "18-NQ/TW", "Nghị quyết", [], []))
    ['18', '18nq', '18nqtw', '18nqtwkhoaxii', 'nghiquyet18', 'nghiquyet18nq', 'nghiquyet18nqtw']
    """
    out = {squeeze(key), squeeze(base)}
    kinds = {squeeze(t) for t in [*types, *([kind] if kind else [])]}
    parsed = identity.parse(number) if number else None
    if parsed is not None and number is not None:
        seq = parsed.seq.lstrip("0").lower()
        year = parsed.year or ""
        codes = [squeeze(c) for c in parsed.codes]
        whole = seq + year + "".join(codes)
        numbers = {whole, seq, seq + year, seq + "".join(codes[:1])}
        out.discard(squeeze(base))
        out |= numbers | {k + n for k in kinds for n in numbers}
        rest = squeeze(key)[len(squeeze(base)) :]
        out.discard(squeeze(key))
        out.add(whole + rest)
    for title in titles:
        name = squeeze(title)
        out.add(name)
        if law := _LAW.match(name):
            out.add(name[law.end() :])
        tail = key.rsplit("_", 1)[-1]
        year = (parsed.year if parsed and parsed.year else None) or (tail if tail.isdigit() else "")
        out.add(name + year)
    return out
