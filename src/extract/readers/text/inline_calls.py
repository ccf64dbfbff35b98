"""Calls of footnotes in a line, and the raised digits that are powers instead."""

from __future__ import annotations

import re

from extract.readers.text.edits import Edit
from extract.readers.text.lines import CALL
from extract.readers.text.powers import has_power, is_of_ten
from extract.values.letters import LOWERED, MINUS, POWERS

_CALL = re.compile(CALL, re.VERBOSE)
_OPENERS = frozenset("<[\\$^" + POWERS)  # what a call begins with
_MARKED = r"[\[(]?\d{1,3}[\])]?"
_CALLS = re.compile(rf"<sup>\s*{_MARKED}(?:\s*[,;]\s*{_MARKED}){{1,9}}\s*</sup>")
_NUMBER = re.compile(rf"\d{{1,3}}|\*{{1,3}}|[ivx]{{1,5}}|[a-hđ]|[{POWERS}]+")
_RAISED = re.compile(f"[{POWERS}]")
_UNIT = re.compile(r"(?:^|[^A-Za-zÀ-ỹ])(?:[kcdmhµ]?m|ha)$")
_UNIT_APART = re.compile(r"(?:(?:nghìn|ngàn|triệu) |/ ?)m $")  # nghìn m [3]: a length has no scale


def call_at(text: str, start: int) -> list[Edit] | None:
    """The edits for a call that stands at `start`, for several in one tag, or for a power such as
    m<sup>2</sup>; none where they only look like calls, None where nothing does."""
    if text[start] not in _OPENERS:
        return None
    if m := _CALL.match(text, start):
        return _call(text, start, m.end())
    if m := _CALLS.match(text, start):
        return _calls(text, start, m.end())
    return None


def widen(text: str, edit: Edit, out: list[Edit]) -> None:
    """Have a call take along the brackets around it, and before a comma or full stop the space
    before it with the edits of that, the last of `out`."""
    _with_brackets(text, edit)
    _with_space(text, edit, out)


def _with_brackets(text: str, edit: Edit) -> None:
    """A raised call takes the brackets around it along: `99(¹)`, `99 [<sup>1</sup>]`."""
    around = text[edit.start - 1 : edit.start] + text[edit.end : edit.end + 1]
    if around in ("()", "[]", "⁽⁾"):
        edit.start -= 1
        edit.end += 1


def _with_space(text: str, edit: Edit, out: list[Edit]) -> None:
    """A call before a comma or full stop takes the space before it along."""
    nxt = text[edit.end : edit.end + 8].lstrip("*_")[:1]
    if nxt.isalnum() or nxt in ("(", "“", '"'):
        return
    at = edit.start
    while at and text[at - 1] in " \t\xa0*_":
        at -= 1
    if at < edit.start and any(c.isspace() for c in text[at : edit.start]):
        while out and out[-1].start >= at:
            out.pop()
        edit.start = at


def _call(text: str, start: int, end: int) -> list[Edit]:
    """The edit for a footnote call, or for a power such as m<sup>2</sup>."""
    whole = text[start:end]
    m = _NUMBER.search(whole, _mark_at(whole))
    if m is None:
        return []
    marker = m[0].translate(LOWERED)
    before = text[max(0, start - 4) : start]
    apart = "<" not in whole and _UNIT_APART.search(text, max(0, start - 9), start)
    if marker in ("2", "3") and (apart or _UNIT.search(before)):
        at = start + m.start()
        if m[0].isascii():
            return [Edit(start, at, ""), Edit(at + len(m[0]), end, "")]
        return []
    if whole[0] != "[" and is_of_ten(text, start, end, m[0]):
        at = start + m.start()
        if m[0].isascii():
            return [Edit(start, at, "^"), Edit(at + len(m[0]), end, "")]
        return []
    if before[-1:] == MINUS and m[0][0] in POWERS:
        return []
    if has_power(text, start, m[0]):
        return _call(text, start + 1, end)
    nxt = text[end : end + 1]
    if "[" in whole and "<" not in whole and (before[-1:] in ("=", "+") or nxt in ("=", "+", "(")):
        return []
    at = start + m.start()
    if nxt in (",", ";") and _RAISED.match(whole) and _RAISED.match(text, end + 1):
        end += 1  # the comma between `²,³`
    return [Edit(start, end, "", marker, at, at + len(m[0]))]


def _calls(text: str, start: int, end: int) -> list[Edit]:
    """The edits for several calls in one `<sup>` tag, each up to the comma behind it."""
    numbers = list(re.finditer(r"\d+", text[start:end]))
    ends = [start + m.start() for m in numbers[1:]] + [end]
    starts = [start, *ends[:-1]]
    return [
        Edit(a, b, "", m[0], start + m.start(), start + m.end())
        for m, a, b in zip(numbers, starts, ends, strict=True)
    ]


def _mark_at(whole: str) -> int:
    """Where in a call's text the marker proper may begin (past the tag or bracket)."""
    for opener in ("<sup>", "[", "$", "^"):
        at = whole.find(opener)
        if at >= 0:
            return at + len(opener)
    return 0
