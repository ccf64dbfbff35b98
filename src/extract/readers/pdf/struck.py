"""Text of a PDF that a line strikes through: it is left out, as in Word files and web pages.

A PDF does not say that text is struck through; it draws a line over it, through the middle of the
small letters, from where the text begins to where it ends. Lines of tables and underlines lie
elsewhere or reach further.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import compress

from extract.readers.pdf.runs import Rule, Run, Sheet, to_frame

_LOW, _HIGH = 0.12, 0.5  # how far above the baseline it lies, of the size of the letters
_OVER = 0.3  # how far it may reach beyond the letters, of their size
_COVERED = 0.75  # of the line lies over letters and the spaces between them
_BESIDE = 1.1  # how far from it the words may stand that go on around it, of their size
_LARGEST = 100.0  # points: letters beyond this size are not looked at
_MOST_RULES = 5_000


@dataclass(slots=True)
class _Stretch:
    """Characters that one line strikes through: where they are, by run, and their extent."""

    characters: dict[int, list[int]]
    x0: float
    x1: float
    size: float
    base: float


def drop_struck(sheet: Sheet) -> int:
    """Take struck-through characters, and the lines over them, out of the page; how many.

    The character before (else behind) a gap that they leave reaches over it, so that the line
    stays one.
    """
    if len(sheet.rules) > _MOST_RULES:
        return 0
    gone = 0
    lines: set[int] = set()
    for turn, runs in sheet.runs.items():
        runs = sorted(runs, key=lambda run: run.base)
        bases = [run.base for run in runs]
        struck: dict[int, set[int]] = {}
        stretches: list[_Stretch] = []
        for n, rule in enumerate(sheet.rules):
            line = to_frame(rule, turn, sheet.width, sheet.height) if turn else rule
            found = _under(line, runs, bases) if line.flat else None
            if found is not None:
                lines.add(n)
                stretches.append(found)
                for at, characters in found.characters.items():
                    struck.setdefault(at, set()).update(characters)
        if not stretches:
            continue
        gone += sum(not runs[at].text[i].isspace() for at, some in struck.items() for i in some)
        kept = {id(runs[at]): _without(runs[at], some) for at, some in struck.items()}
        left = [kept.get(id(run), run) for run in sheet.runs[turn]]
        sheet.runs[turn] = [run for run in left if run.text]
        for stretch in _merged(stretches):
            _close(stretch, sheet.runs[turn])
    if lines:
        sheet.rules = [rule for n, rule in enumerate(sheet.rules) if n not in lines]
    return gone


def _under(line: Rule, runs: list[Run], bases: list[float]) -> _Stretch | None:
    """The characters that a line strikes through; None where it is another line."""
    y = (line.top + line.bottom) / 2
    out: dict[int, list[int]] = {}
    first, last, covered, size, base = line.x1, line.x0, 0.0, 0.0, 0.0
    for at in range(bisect_left(bases, y), len(runs)):
        run = runs[at]
        if run.base - y > _HIGH * _LARGEST:
            break
        if not _LOW * run.size <= run.base - y <= _HIGH * run.size:
            continue
        for i, (x0, x1) in enumerate(zip(run.x0, run.x1, strict=True)):
            if line.x0 <= (x0 + x1) / 2 <= line.x1:
                out.setdefault(at, []).append(i)
                first, last, covered = min(first, x0), max(last, x1), covered + x1 - x0
                size, base = max(size, run.size), run.base
    fits = max(abs(line.x0 - first), abs(line.x1 - last)) <= _OVER * size
    if not out or not fits or covered < _COVERED * (line.x1 - line.x0):
        return None
    return _Stretch(out, first, last, size, base)


def _without(run: Run, gone: set[int]) -> Run:
    """A run without some of its characters."""
    kept = [i not in gone for i in range(len(run.text))]
    return replace(
        run,
        text="".join(compress(run.text, kept)),
        x0=array("f", compress(run.x0, kept)),
        x1=array("f", compress(run.x1, kept)),
    )


def _merged(stretches: list[_Stretch]) -> list[_Stretch]:
    """The stretches, those that follow one another on a line as one."""
    out: list[_Stretch] = []
    for s in sorted(stretches, key=lambda s: (round(s.base), s.x0)):
        last = out[-1] if out else None
        if last and abs(last.base - s.base) < 1 and s.x0 - last.x1 <= _BESIDE * s.size:
            last.x1 = max(last.x1, s.x1)
        else:
            out.append(s)
    return out


def _close(stretch: _Stretch, runs: list[Run]) -> None:
    """Let the character beside the gap of a stretch reach over it."""
    reach = _BESIDE * stretch.size
    before: tuple[float, Run, int] | None = None
    behind: tuple[float, Run, int] | None = None
    for run in runs:
        if abs(run.base - stretch.base) >= 1:
            continue
        for i, char in enumerate(run.text):
            if char.isspace():
                continue
            x0, x1 = run.x0[i], run.x1[i]
            if stretch.x0 - reach <= x1 <= stretch.x0 + 1 and (not before or x1 > before[0]):
                before = x1, run, i
            if stretch.x1 - 1 <= x0 <= stretch.x1 + reach and (not behind or x0 < behind[0]):
                behind = x0, run, i
    if before:
        before[1].x1[before[2]] = stretch.x1
    elif behind:
        behind[1].x0[behind[2]] = stretch.x0
