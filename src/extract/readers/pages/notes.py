"""Rows at a page's end -> footnotes: where they begin, which number each has, what goes on.

Notes are set smaller than the text or stand under a short rule. Where their numbers are raised a
row that begins with one begins a note; a plain number does where it is called and in turn. What
stands before the first number goes on with the note of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.readers.pages.calls import CALL
from extract.readers.pages.lines import Row, merged, text_of
from extract.readers.pages.pieces import Piece
from extract.readers.pages.raised import CALL as LETTERS
from extract.readers.pages.raised import plain
from extract.readers.pdf.runs import Rule

_LINE_OF_SIGNS = re.compile(r"[_*\-–—=~\s]*")
_SMALL = 0.93  # of the body's size: notes are set at most this large
_BARE_MARK = re.compile(r"[(\[]?(\d{1,3})[)\].]?(?=[ “\"(]|[^\W\d_])")
_PLAIN_MARK = re.compile(r"[(\[]?(\d{1,3})(?:[)\]]| |(?=[^\W\d_])) *(?=[“\"(]|[^\W\d_])")
_NUMBER = re.compile(r"\d+")
_LETTER = 10_000  # stands for the number of a note that has a letter or star
_NEXT = 1.6  # em: lines of notes are nearer to each other
_ENDS = ".!?…"


@dataclass(slots=True)
class Note:
    """A footnote body: its number and its lines (over several pages, if it goes on)."""

    marker: str
    lines: list[Piece]
    page: int


def notes_start(
    rows: list[Row], rules: list[Rule], called: set[str], body: float, last: Note | None
) -> int:
    """The index of the first row of notes; the number of rows where there are none. `body` is the
    size of the text, `last` a note of the page before that may go on."""
    n = len(rows)
    going_on = last is not None
    small = n  # all rows from here on are small
    while small and max(p.size for p in rows[small - 1]) <= _SMALL * body:
        small -= 1
    lines = [(r.top, r.x0) for r in rules]
    lines += [(row[0].base, row[0].left) for row in rows if is_rule(row) and len(text_of(row)) > 5]
    for y, x in sorted(lines, reverse=True):
        first = next((k for k in range(n) if rows[k][0].base > y + 1), n)
        if first == n or abs(x - rows[first][0].left) > 3 * body:
            continue
        if rows[first][0].mark or (
            first >= small and (going_on or _marks(rows[first:], called, 0)[0])
        ):
            return first
        if _in_turn(rows[first:], called, going_on):
            return first
        if going_on and _is_rest(rows[first:], called):
            return first
    if small == n:
        return _plain_start(rows, called)
    if _in_turn(rows[small:], called, going_on):
        return small
    marked = next((k for k in range(small, n) if rows[k][0].mark), n)
    if last is None:
        return marked
    if marked == n:
        return small if _goes_on(rows[small]) else marked
    return marked if _ends(last.lines[-1].text) else _rest_start(rows, small, marked)


def _plain_start(rows: list[Row], called: set[str]) -> int:
    """Where notes begin that are as large as the text and stand under no rule: the page ends with
    them, their plain numbers count on and are all that it calls. The number of rows for none."""
    wanted = sorted(int(number) for number in called if number.isdecimal())
    at = len(rows)
    while wanted and at:
        at -= 1
        m = _PLAIN_MARK.match(text_of(rows[at]))
        if m is not None and m[1] == str(wanted[-1]):
            wanted.pop()
            if not wanted and _in_turn(rows[at:], called):
                return at
    return len(rows)


def _is_rest(rows: list[Row], called: set[str]) -> bool:
    """True for rows under a rule that go on with a note of the page before: in small letters, or
    above a raised number that is called. None of them calls a note."""
    if _calls(text_of(row)[row[0].mark :] for row in rows):
        return False
    marked = next((row[0] for row in rows if row[0].mark), None)
    return _goes_on(rows[0]) if marked is None else _marker(marked) in called


def _rest_start(rows: list[Row], first: int, marked: int) -> int:
    """Where the rest of an open note begins, which stands right above the row `marked`, the first
    that begins with a number: rows as large as that one, close together, `first` or later."""
    size = rows[marked][0].size
    at = marked
    while at > first:
        above = rows[at - 1]
        near = rows[at][0].base - above[0].base <= _NEXT * size
        if not near or abs(above[0].size - size) > 0.5 or len(above) > 1:
            break
        at -= 1
    return at


def _in_turn(rows: list[Row], called: set[str], going_on: bool = False) -> bool:
    """True for notes as large as the text under a rule, or smaller, whose numbers are not raised:
    the first row begins with a number that is called (or goes on with the note of the page before,
    where `going_on`), the numbers count on from there, and none of the rows calls a note."""
    last = 0
    for row in rows:
        m = _PLAIN_MARK.match(text_of(row))
        if not last and (m is None or m[1] not in called):
            if not going_on:
                return False
        elif m is not None and (not last or int(m[1]) == last + 1):
            if m[1] not in called:
                return False
            last = int(m[1])
    return last > 0 and not called_in(rows)


def called_in(rows: list[Row]) -> set[str]:
    """The raised numbers in the rows: what footnotes may be called by."""
    return _calls(p.text for row in rows for p in row)


def _calls(texts: Iterable[str]) -> set[str]:
    text = "\n".join(texts)
    return set(map(plain, (*CALL.findall(text), *LETTERS.findall(text))))


def _goes_on(row: Row) -> bool:
    return row[0].text[:1].islower()


def notes_of(rows: list[Row], last: Note | None, called: set[str]) -> tuple[list[Note], list[Row]]:
    """The notes of a page's last rows, and rows before them that belong to no note; what goes on
    with `last`, of the page before, is put to it."""
    notes: list[Note] = []
    stray: list[Row] = []
    rows = [row for row in rows if not is_rule(row)]
    marks = _marks(rows, called, int(last.marker) if last and last.marker.isdecimal() else 0)
    for row, mark in zip(rows, marks, strict=True):
        line = merged(row)
        line.mark = mark
        if mark:
            marker = _marker(line)
            number = _NUMBER.search(marker)
            notes.append(Note(number[0] if number else marker, [line], line.page))
        elif notes:
            notes[-1].lines.append(line)
        elif last is not None:
            last.lines.append(line)
        else:
            stray.append(row)
    return notes, stray


def _marks(rows: list[Row], called: set[str], before: int) -> list[int]:
    """How many characters of each row are the number of a note; `before` is the number of the
    last note of the page before. A plain number is one where no note between comes later."""
    raised, plain = _numbers(rows, called)
    if plain and not raised:
        plain |= _touching(rows, plain, set(map(int, filter(str.isdecimal, called))), before)
    last_row = {number: n for n, (number, _) in sorted((raised | plain).items())}
    last_raised = {number: n for n, (number, _) in raised.items()}
    out = []
    done: set[int] = set()
    for n in range(len(rows)):
        number, size = raised.get(n, (0, 0))
        if n in plain:
            number, size = plain[n]
            later = any(last_row.get(k, -1) > n for k in range(before + 1, number))
            if later or number in done or last_raised.get(number, -1) > n:
                number = size = 0
        if number:
            before = before if number == _LETTER else number
            done.add(number)
        out.append(size)
    return out


Numbers = dict[int, tuple[int, int]]  # row -> the number it begins with, its characters


def _numbers(rows: list[Row], called: set[str]) -> tuple[Numbers, Numbers]:
    """The raised numbers that rows begin with, and the plain ones that are called."""
    raised: Numbers = {}
    plain: Numbers = {}
    for n, row in enumerate(rows):
        m = _BARE_MARK.match(text_of(row))
        if row[0].mark:
            marker = _marker(row[0])
            raised[n] = int(marker) if marker.isdecimal() else _LETTER, row[0].mark
        elif m is not None and m[1] in called:
            plain[n] = int(m[1]), m.end()
    return raised, plain


def _touching(rows: list[Row], plain: Numbers, called: set[int], before: int) -> Numbers:
    """The same for numbers that touch a figure: `38.931 tỷ` for the 8.931 of note 3. The numbers of
    other rows touch their words, this one is missing, and one row alone between those of its
    neighbours, below a line that ends, can have it."""
    if not any(text_of(rows[n])[size].isalpha() for n, (_, size) in plain.items()):
        return {}
    found: Numbers = {}
    at = {number: n for n, (number, _) in sorted(plain.items(), reverse=True)}
    for number in sorted(called - at.keys()):
        if number <= before:
            continue
        first = at.get(number - 1, -1) + 1
        if not first and number - 1 != before:
            continue
        until = min((n for k, n in at.items() if k > number and n >= first), default=len(rows))
        begins = re.compile(rf"{number}(?=[1-9])")
        fits = [
            n for n in range(first, until)
            if begins.match(text_of(rows[n])) and (n == 0 or _ends(text_of(rows[n - 1])))
        ]  # fmt: skip
        if len(fits) == 1:
            at[number] = fits[0]
            found[fits[0]] = number, len(str(number))
    return found


def is_rule(row: Row) -> bool:
    """True for a row of underscores, dashes, stars: drawn, not written."""
    return not row[0].text[0].isalnum() and all(_LINE_OF_SIGNS.fullmatch(p.text) for p in row)


def _marker(head: Piece) -> str:
    return plain(head.text[: head.mark])


def _ends(text: str) -> bool:
    return text[-1:] in _ENDS
