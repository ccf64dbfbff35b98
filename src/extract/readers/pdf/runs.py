"""What a page of a PDF is made of, whichever library has read it: runs of characters and lines.

Lengths are PDF points. A `Sheet` counts from the top-left corner of the page as displayed, its
/Rotate applied. Text that runs another way is turned first: a run's *frame* is the page turned
by the run's `turn` so that its text stands upright (`to_page` turns a box back).
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any

from extract.readers.docx.symbols import in_any_font, unicode_text
from extract.readers.legacy.encodings import Encoding, FontEncoding, by_font, convert
from extract.readers.legacy.text import encodings_of, is_unicode

ASCENT, DESCENT = 0.9, 0.22  # of the size: how far letters with marks reach from the baseline
_SLANT = 0.1  # tangent of the angle (6°) past which text is called slanted
_SUBSET = re.compile(r"[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_CONTROLS = "\ufffd\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_STRANGE = re.compile(f"[{_CONTROLS}\ue000-\uf8ff]")
_STRANGE_SYMBOLS = re.compile(f"[{_CONTROLS}]")
_SYMBOLS = re.compile(r"symbol|wingdings|webdings|dingbats", re.I)


@dataclass(frozen=True, slots=True)
class Font:
    """A font, told by its name: `legacy` for one of an older encoding, `symbols` of signs."""

    name: str
    bold: bool
    italic: bool
    legacy: FontEncoding | None
    symbols: bool


def font_of(name: str, weight: int = 400) -> Font:
    """The font called `name` (a subset's "ABCDEF+" is put aside); `weight` as in CSS."""
    bare = _SUBSET.sub("", name, count=1)
    # some makers write nonsense such as 3696 for a weight
    bold = _BOLD.search(bare) is not None or 600 <= weight <= 1000
    italic, symbols = _ITALIC.search(bare) is not None, _SYMBOLS.search(bare) is not None
    return Font(bare, bold, italic, by_font(bare), symbols)


@dataclass(slots=True)
class Run:
    """Characters drawn in one go: one font, one size, one baseline (in the run's frame).

    Character i stands between x0[i] and x1[i]; `base` is the distance of the baseline from the
    top; `size` is the font's size after all scaling.
    """

    text: str
    x0: array[float]
    x1: array[float]
    base: float
    size: float
    font: Font


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line drawn on a page, across (`flat`) or down it, in page coordinates."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def flat(self) -> bool:
        """True for a line across the page."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(slots=True)
class Sheet:
    """One page as drawn: runs by `turn` (0, 90, 180, 270: degrees the text is turned to the
    left), ruled lines, and counts of characters that need a warning."""

    number: int
    width: float
    height: float
    runs: dict[int, list[Run]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    pictured: bool = False  # a picture covers most of the page
    characters: int = 0
    strange: int = 0  # without a meaning: U+FFFD, private use, controls, no Unicode map
    hidden: int = 0  # drawn invisibly, as OCR programs do over a scanned picture
    slanted: int = 0  # neither across nor down the page: left out
    skipped: bool = False  # too many characters: not read
    typed: int = 0  # filled form fields and words typed onto the page: left out
    beside: int = 0  # large pictures without text over them
    unseen: int = 0  # white or tiny characters: left out
    struck: int = 0  # characters struck through: left out

    def __reduce__(self) -> tuple[Any, ...]:
        """A page crosses processes as a few long columns: half the time of its runs one by one."""
        runs = [run for found in self.runs.values() for run in found]
        fonts = {id(run.font): run.font for run in runs}
        numbers = {key: n for n, key in enumerate(fonts)}
        x0, x1 = array("f"), array("f")
        for run in runs:
            x0.extend(run.x0)
            x1.extend(run.x1)
        columns = (
            {turn: len(found) for turn, found in self.runs.items()},
            "".join([run.text for run in runs]),
            array("L", [len(run.text) for run in runs]),
            x0,
            x1,
            array("d", [run.base for run in runs]),
            array("d", [run.size for run in runs]),
            array("L", [numbers[id(run.font)] for run in runs]),
            [(f.name, f.bold, f.italic, f.legacy, f.symbols) for f in fonts.values()],
            array("d", [x for r in self.rules for x in (r.x0, r.top, r.x1, r.bottom)]),
        )
        counts = (
            self.pictured,
            self.characters,
            self.strange,
            self.hidden,
            self.slanted,
            self.skipped,
            self.typed,
            self.beside,
            self.unseen,
        )
        return _sheet, (self.number, self.width, self.height, counts, columns)


def _sheet(
    number: int, width: float, height: float, counts: tuple[Any, ...], columns: tuple[Any, ...]
) -> Sheet:
    """The sheet that `Sheet.__reduce__` has taken apart."""
    turns, text, lengths, x0, x1, bases, sizes, fonts, named, rules = columns
    known = [Font(*font) for font in named]
    runs = []
    at = 0
    for length, base, size, font in zip(lengths, bases, sizes, fonts, strict=True):
        end = at + length
        runs.append(Run(text[at:end], x0[at:end], x1[at:end], base, size, known[font]))
        at = end
    rest = iter(runs)
    edges = iter(rules)
    return Sheet(
        number,
        width,
        height,
        {turn: list(islice(rest, count)) for turn, count in turns.items()},
        [Rule(*rule) for rule in zip(edges, edges, edges, edges, strict=True)],
        *counts,
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """How user space becomes a displayed page: X = a*x + b*y + e, Y = c*x + d*y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def displayed(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page of a point of user space."""
        return self.a * x + self.b * y + self.e, self.c * x + self.d * y + self.f


@lru_cache(maxsize=64)
def turn_of(across: float, down: float) -> int | None:
    """The turn of text that runs in this direction on the page; None where it is slanted."""
    if min(abs(across), abs(down)) > _SLANT * max(abs(across), abs(down)):
        return None
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 180
    return 270 if down > 0 else 90


@lru_cache(maxsize=64)
def axes(turn: int, width: float, height: float) -> tuple[float, float, float, float, float, float]:
    """The frame of a turn: frame x = a*X + b*Y + c, frame y = d*X + e*Y + f of page X, Y."""
    if turn == 90:
        return 0, -1, height, 1, 0, 0
    if turn == 180:
        return -1, 0, width, 0, -1, height
    if turn == 270:
        return 0, 1, 0, -1, 0, width
    return 1, 0, 0, 0, 1, 0


def to_frame(rule: Rule, turn: int, width: float, height: float) -> Rule:
    """A ruled line in the frame of `turn`."""
    a, b, c, d, e, f = axes(turn, width, height)
    xs = sorted((a * rule.x0 + b * rule.top + c, a * rule.x1 + b * rule.bottom + c))
    ys = sorted((d * rule.x0 + e * rule.top + f, d * rule.x1 + e * rule.bottom + f))
    return Rule(xs[0], ys[0], xs[1], ys[1])


def strange_in(text: str, symbols: bool) -> int:
    """How many characters of `text` have no meaning outside their font."""
    return len((_STRANGE_SYMBOLS if symbols else _STRANGE).findall(text))


def to_unicode(sheet: Sheet) -> dict[Encoding, list[str]]:
    """Put the runs in fonts of older encodings into Unicode, each character with its place, unless
    the page holds Unicode in them; the texts that came of it. Fonts whose names tell nothing
    (`CIDFont+F1`) are judged by what the page reads as. Signs of symbol fonts become plain, too."""
    for run in (run for found in sheet.runs.values() for run in found if run.font.symbols):
        wings = "wingdings" in run.font.name.lower()
        run.text = unicode_text(run.text, "wingdings") if wings else in_any_font(run.text)
    runs = [run for found in sheet.runs.values() for run in found if run.font.legacy is not None]
    out: dict[Encoding, list[str]] = {}
    if not is_unicode("\n".join(run.text for run in runs)):
        for run in runs:
            if run.font.legacy is not None and not is_unicode(run.text):
                out.setdefault(run.font.legacy.encoding, []).append(_put(run, *run.font.legacy))
    others = [run for found in sheet.runs.values() for run in found if run.font.legacy is None]
    for n, encoding in encodings_of([run.text for run in others]).items():
        out.setdefault(encoding, []).append(_put(others[n], encoding, False))
    return out


def _put(run: Run, encoding: Encoding, upper: bool) -> str:
    """Put a run into Unicode, in place; its text."""
    run.text, starts = convert(run.text, encoding, upper)
    if len(run.text) < len(run.x0):  # one character was written as several
        spans = list(pairwise(starts))
        run.x0 = array("f", [min(run.x0[a:b]) for a, b in spans])
        run.x1 = array("f", [max(run.x1[a:b]) for a, b in spans])
    return run.text
