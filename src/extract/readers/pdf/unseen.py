"""Text of a PDF that nobody sees: white or invisible on the bare page, or in letters of a point.

Such text stands there for search engines, or was taken out of sight in place of being deleted.
White letters on a filled box or a picture are seen, and invisible text over a picture is what a
scanner has read of it: both stay.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as c

from extract.readers.pdf import calls as call
from extract.readers.pdf.runs import Rule, Run, Sheet

INVISIBLE = 3  # text render mode
_FILLED = 0  # text render mode
_TINY = 2.0  # points: letters of less
_WHITE = 250  # of 255, in each of red, green and blue
_MOST = 0.5  # of the characters of a page: more are not there to be unseen


@dataclass(slots=True)
class Colours:
    """Asks for the colours that objects of a page are filled with."""

    _parts: list[ctypes.c_uint] = field(default_factory=lambda: [ctypes.c_uint() for _ in range(4)])

    def is_white(self, drawn: Any) -> bool:
        """True for what is filled with white, or with nothing."""
        if not call.fill_colour(drawn, *map(ctypes.byref, self._parts)):
            return False
        *colours, cover = (part.value for part in self._parts)
        return cover == 0 or min(colours) >= _WHITE


@dataclass(slots=True)
class Unseen:
    """Finds the runs of one page that nobody sees; `backs` are its filled boxes and pictures."""

    backs: list[Rule]
    runs: list[Run] = field(default_factory=list)
    colours: Colours = field(default_factory=Colours)

    def see(self, run: Run, drawn: Any, mode: int, across: float, down: float) -> None:
        """Keep in mind a run that begins at this place of the page, if nobody sees it."""
        bare = mode == INVISIBLE or (mode == _FILLED and self.colours.is_white(drawn))
        tiny = run.size < _TINY and mode != INVISIBLE
        if tiny or (bare and not any(_holds(back, across, down) for back in self.backs)):
            self.runs.append(run)

    def drop_from(self, sheet: Sheet) -> None:
        """Take the runs out of the page, where they are no more than a part of it."""
        shown = [sum(not char.isspace() for char in run.text) for run in self.runs]
        if not self.runs or sum(shown) > _MOST * sheet.characters:
            return
        gone = {id(run) for run in self.runs}
        for turn, runs in sheet.runs.items():
            sheet.runs[turn] = [run for run in runs if id(run) not in gone]
        sheet.unseen = sum(shown)
        sheet.characters -= sheet.unseen


def _holds(back: Rule, across: float, down: float) -> bool:
    return back.x0 - 1 <= across <= back.x1 + 1 and back.top - 1 <= down <= back.bottom + 1


def bounds(drawn: Any) -> Rule | None:
    """The box around an object, in the space it is drawn in."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPageObj_GetBounds(
        ctypes.cast(drawn, c.FPDF_PAGEOBJECT), *map(ctypes.byref, edges)
    ):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return Rule(left, bottom, right, top)
