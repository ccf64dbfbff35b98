"""What page breaks leave in a text: page numbers, running heads and feet, stamps."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from extract.readers.text.lines import SPACE, THIN, Line

_EDGE = SPACE + THIN
_PAGE = 600  # characters of the shortest page
_FEWEST = 3  # times that a foot comes back
_APART = 5  # lines that stand between two feet at least
_FOOT = re.compile(
    rf"[*_{SPACE}]*(?P<text>\S.{{2,120}}?)(?:[{SPACE}]*\|[{SPACE}]*|[{SPACE}]{{2,}})(?P<n>\d{{1,4}})[*_{SPACE}]*"
    rf"|[*_{SPACE}]*(?P<n2>\d{{1,4}})[{SPACE}]*\|[{SPACE}]*(?P<text2>[^|]{{3,120}}?)[*_{SPACE}]*"
)


def furniture(text: str, lines: list[Line]) -> set[int]:
    """Indices of lines that are page numbers standing alone, or running heads beside them."""
    out: set[int] = set()
    shown = [i for i, x in enumerate(lines) if x.kind not in ("blank", "feed")]
    pages = [i for i, x in enumerate(lines) if x.kind in ("page", "feed")]
    bare: list[tuple[int, int]] = []
    for k, i in enumerate(shown):
        if lines[i].kind != "bare":
            continue
        around = [lines[shown[j]].kind for j in (k - 1, k + 1) if 0 <= j < len(shown)]
        if not {"bare", "table", "bars"}.isdisjoint(around):
            continue
        m = re.search(r"\d+", text[lines[i].start : lines[i].end])
        if m:
            bare.append((i, int(m[0])))
    for k, (i, value) in enumerate(bare):
        if _is_told(text, lines, i, value):
            continue
        near = [bare[j][1] for j in (k - 1, k + 1) if 0 <= j < len(bare)]
        chained = any(1 <= abs(value - other) <= 3 for other in near)
        alone = (i == 0 or lines[i - 1].kind in ("blank", "feed", "rule")) and (
            i + 1 == len(lines) or lines[i + 1].kind in ("blank", "feed", "rule")
        )
        beside = any(abs(i - p) <= 2 for p in pages)
        if (chained and value < 2000) or (alone and value < 1000) or beside:
            out.add(i)
    out |= _feet(text, lines)
    pages = sorted({*pages, *out})
    if len(pages) >= 3:
        out |= _running_heads(text, lines, pages)
    return out


def _running_heads(text: str, lines: list[Line], pages: list[int]) -> set[int]:
    """Lines beside page breaks that come back at three breaks or more."""
    seen: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    for p in pages:
        for step in (1, -1):
            j = p + step
            while 0 <= j < len(lines) and lines[j].kind in ("blank", "feed"):
                j += step
            if not 0 <= j < len(lines) or lines[j].kind != "text":
                continue
            piece = text[lines[j].start : lines[j].end].strip(_EDGE + "*_#")
            if not any(c.isalpha() for c in piece):
                continue
            if 3 <= len(piece) <= 80 and piece[-1] not in ".;:,!?…":
                key = re.sub(r"\d+", "#", piece)
                if j not in places.get(key, ()):
                    seen[key] += 1
                    places.setdefault(key, []).append(j)
    return {j for key, count in seen.items() if count >= 3 for j in places[key]}


def _is_told(text: str, lines: list[Line], i: int, value: int) -> bool:
    """True for a number that a line ending in ":" tells and that is too high for a page here."""
    above = i - 1
    while above >= 0 and lines[above].kind == "blank":
        above -= 1
    if above < 0 or value <= 2 + lines[i].start // _PAGE:
        return False
    return text[lines[above].start : lines[above].end].rstrip(_EDGE + "*_").endswith(":")


def _feet(text: str, lines: list[Line]) -> set[int]:
    """Lines of one wording that count up by one ("Báo cáo năm 2031 | 4"), far enough apart."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        if line.kind not in ("text", "label", "table") or line.end - line.start > 140:
            continue
        m = _FOOT.fullmatch(text, line.start, line.end)
        if m is not None:
            told = m["text"] or m["text2"]
            if any(c.isalpha() for c in told) and "|" not in told:
                seen.setdefault(told, []).append((i, int(m["n"] or m["n2"])))
    out: set[int] = set()
    for found in seen.values():
        steps = [(j - i, b - a) for (i, a), (j, b) in pairwise(found)]
        if len(found) >= _FEWEST and all(far > _APART and step == 1 for far, step in steps):
            out |= {i for i, _ in found}
    return out
