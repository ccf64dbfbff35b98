"""A whole and parts told with no cue that divides it, the last of which is the rest by its name.

"Phát hiện sai phạm 3.160 triệu đồng, yêu cầu nộp lại 1.940 triệu đồng, yêu cầu khác 1.220 triệu
đồng", "138 ý kiến. Trong đó có 57 ý kiến về giao thông; … và 21 ý kiến thuộc lĩnh vực khác": what
is named the other or the remaining part leaves nothing out, and neither does a list behind a colon.
One that does not agree is told where a slip of a digit explains it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.find.binding.distant import Distant
from extract.find.binding.summands import crossing, divides
from extract.rules.wording import wording
from extract.values.formula import agrees

_REST = wording("rest_lists.rest")
_REST_AFTER = wording("rest_lists.rest_after")
_OPENS = wording("rest_lists.opens")
_FEWEST = 2  # parts
_MOST = 14
_DIGITS = 2  # of a figure that a slip is told of
_DIGITS_OF_TWO = 3  # the same where there are two parts only
_DIGITS_OF_LIST = 4  # the same where no word tells that the list is full
_COLON = re.compile(r"(?: [^\W\d_]+){0,8} ?:")
_RULE = "rel.rest-list"


class RestLists(Distant):
    """Announces the sums of parts the last of which is the rest."""

    def run(self) -> None:
        """Look at every figure that is named the rest."""
        for start, end in self.sentences():
            self._colon(start, end)
        for c, q in enumerate(self.b.q):
            if not self.level(c) or q.unit is None or q.bound is not None:
                continue
            unit = f" {q.unit}"  # "24 ý kiến, đề nghị về việc khác"
            end = q.ve + (len(unit) if self.folded.startswith(unit, q.ve) else 0)
            if (
                _REST_AFTER.match(self.folded, end) is None
                and _REST.search(self.b.clause_before(c)) is None
            ):
                continue
            row = self._row(c)
            above = self._above(row[0])
            if above is not None:
                row.insert(0, above)
            if _FEWEST < len(row) <= _MOST:
                self._parts(row[0], row[1:])

    def _colon(self, start: int, end: int) -> None:
        """A level right before a colon, and behind that a list of three levels of its unit or more,
        set apart by semicolons: "… là 214.560 liều: mũi 1 là …; mũi 2 là …; mũi 3 là …"."""
        q = self.b.q
        for t in range(start, end - _FEWEST - 1):
            if not self.level(t) or q[t].unit is None:
                continue
            if _COLON.match(self.folded, q[t].full_ve, q[t + 1].vs) is None:
                continue
            parts = [k for k in range(t + 1, end) if self.level(k) and q[k].unit == q[t].unit]
            gaps = [self.folded[q[k].ve : q[n].vs] for k, n in pairwise(parts)]
            plain = len(parts) == end - t - 1 and all(gap.count(";") == 1 for gap in gaps)
            if plain and len(parts) > _FEWEST:
                self._parts(t, parts, _DIGITS_OF_LIST)
            return

    def _row(self, c: int) -> list[int]:
        """The levels of the unit of figure `c` in its sentence up to it, outside brackets."""
        q = self.b.q
        row = [c]
        for k in range(c - 1, -1, -1):
            if not self.b.one_sentence(k, c):
                break
            if self.akin(q[k], q[c]) and self.level(k) and self.b.visible(k, q[c].vs):
                row.insert(0, k)
        return row

    def _above(self, first: int) -> int | None:
        """The main level of the sentence before, where the sentence of the parts says that it
        divides it: "Trong đó có …"."""
        frames, low = self.b.frames, self.b.frames[first].sentence[0]
        if _OPENS.match(self.folded, low, self.b.q[first].vs) is None:
            return None
        k = first - 1
        while k >= 0 and self.b.q[k].vs >= low:
            k -= 1
        place = frames[k].sentence if k >= 0 else None
        found = None
        while k >= 0 and frames[k].sentence == place and frames[first].block - frames[k].block < 2:
            if self.level(k) and self.akin(self.b.q[k], self.b.q[first]):
                found = k
            k -= 1
        return found

    def _parts(self, whole: int, parts: Sequence[int], least: int | None = None) -> None:
        """Announce that parts add up to the figure before them."""
        q = self.b.q
        if self.settled(whole, "sum") or any(q[k].bound for k in (whole, *parts)):
            return
        if any(q[p].value >= q[whole].value for p in parts):
            return
        if crossing(self.folded, q[whole].full_ve, q[parts[-1]].full_ve):
            return
        option = self.b.sum_of(parts)
        fine = agrees(option, q[whole], self.by_id)
        least = least or (_DIGITS if len(parts) > _FEWEST else _DIGITS_OF_TWO)
        nested = any(divides(self.b, q[a].ve, q[b].vs) for a, b in pairwise(parts))
        slip = not nested and self.sum_slipped(whole, parts, least)
        if fine or (slip and not self._weighed(parts[-1])):
            scope = self.b.scope(whole, *parts)
            self.b.add("sum", whole, [option], scope, "silent" if fine else "unexplained", _RULE)

    def _weighed(self, rest: int) -> bool:
        """True where "còn lại" made the rest a difference that was not told with certainty."""
        found = self.stated.get(self.b.q[rest].id, ())
        return any(a.kind == "difference" for a in found)
