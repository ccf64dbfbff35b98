"""What part each figure has in a balance: opening stock, inflow, outflow, closing stock.

The words beside a figure tell it (patterns/flow.toml): those of its own stretch between two
separators first, before it and after it; where they disagree the figure has no part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.find.binding.binder import Binder
from extract.find.figures.cues import Cue
from extract.rules.wording import wording
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS

OPENING, CLOSING, LEFT, STAND, DUE = "opening", "closing", "left", "stand", "due"
IN, OUT, OTHER = "in", "out", "other"
FLOWS = frozenset({IN, OUT, "receipt", "lend"})
_SEPARATOR = wording("flow_roles.separator")
_OWN = re.compile(r"[,;(]|:(?! ?[0-9])|[.](?![0-9])")
_CUE = wording("flow_roles.breakdown")
REACH = 16  # figures of a paragraph that a balance may span
_PAIRED = wording("flow_roles.paired")


class FlowRoles:
    """The roles of the figures of one document, told when asked for."""

    def __init__(self, binder: Binder) -> None:
        self.b = binder
        self.folded = binder.folded
        self.cues = binder.doc.flows
        self._own: dict[int, str | None] = {}

    def any(self, start: int, end: int) -> bool:
        """True where a stretch of the text holds a word of opening, closing or what is due."""
        told = self.cues.between(start, end)
        return any(c.name in (OPENING, CLOSING, LEFT, STAND, DUE) for c in told)

    def untold(self, start: int, end: int) -> bool:
        """True where the text says that some of the figures are left out."""
        return self.cues.has("untold", start, end)

    def words(self, start: int, end: int) -> list[str]:
        """The words of a stretch that tell no role."""
        text = self.folded[start:end]
        for _, a, b in reversed(self.cues.between(start, end)):
            text = text[: a - start] + " " + text[b - start :]
        return words_of(text)

    def role(self, k: int) -> str | None:
        """The role of figure `k`, None where no word tells it or words disagree."""
        q = self.b.q[k]
        if q.direction is not None and self.b.frames[k].base is not None:
            return OTHER  # "thụ lý mới 500 vụ, tăng 50 vụ (11,1%) so với năm trước"
        told = self._told(k)
        if told is not None:
            return told
        for other in (k - 1, k + 1):  # 12 vụ, 29 bị can kỳ trước chuyển sang
            if 0 <= other < len(self.b.q) and self._paired(k, other):
                return self._told(other)
        if q.direction is not None and q.unit not in PERCENT_UNITS:
            return IN if q.direction == "increase" else OUT
        return None

    def _paired(self, k: int, other: int) -> bool:
        """True where two figures of unlike units stand side by side with nothing between."""
        low, high = sorted((k, other))
        a, b = self.b.q[low], self.b.q[high]
        if (
            a.unit is None
            or b.unit is None
            or self.b.same(a, b)
            or PERCENT_UNITS & {a.unit, b.unit}
        ):
            return False
        between = self.folded[a.ve : b.vs].strip()
        return _PAIRED.fullmatch(between.removeprefix(a.unit)) is not None

    def _told(self, k: int) -> str | None:
        if k not in self._own:
            self._own[k] = self._read(k)
        return self._own[k]

    def _read(self, k: int) -> str | None:
        q = self.b.q[k]
        start, own, end = self._before(k), self.own(k), self.after(k)
        before = _choose(self.cues.between(own, q.vs))
        after = _choose(self.cues.between(q.ve, end))
        if before is None and after is None:
            return _choose(self.cues.between(start, own)[-1:])
        return _joined(before, after)

    def own(self, k: int) -> int:
        """Where figure `k`'s own stretch begins: after the last separator before it."""
        start = self._before(k)
        at = start
        for m in _OWN.finditer(self.folded, start, self.b.q[k].vs):
            at = m.end()
        return at

    def _before(self, k: int) -> int:
        """Where the text that speaks of figure `k` begins."""
        low = self.b.frames[k].sentence[0]
        if k == 0 or self.b.q[k - 1].vs < low:
            return low
        return self.after(k - 1)

    def after(self, k: int) -> int:
        """Where the text that speaks of figure `k` ends: the first separator after it."""
        high = self.b.frames[k].sentence[1]
        follows = k + 1 < len(self.b.q) and self.b.q[k + 1].vs < high
        if follows:
            high = self.b.q[k + 1].vs
        m = _SEPARATOR.search(self.folded, self.b.q[k].ve, high)
        if m is not None:
            return m.start()
        return self.b.q[k].ve if follows else high

    # -- what breaks what down ---------------------------------------------------------------

    def of_run(self, run: Sequence[int]) -> dict[int, str | None]:
        """The roles of the figures of a paragraph or list.

        Parts of a figure (in a bracket, after a colon or "trong đó") are "part"; a figure broken
        down into opening stock and inflow is what is due.
        """
        roles = {k: self.role(k) for k in run}
        i = 0
        while i < len(run) - 1:
            k = run[i]
            zone = self._zone(run, roles, i)
            if zone:
                inside = {roles[z] for z in zone}
                if OPENING in inside:
                    if roles[k] not in (CLOSING, LEFT, STAND, OPENING):
                        roles[k] = DUE
                elif roles[k] not in (None, DUE):
                    for z in zone:
                        roles[z] = "part"
                    i += len(zone)
            i += 1
        return roles

    def _zone(self, run: Sequence[int], roles: Mapping[int, str | None], i: int) -> list[int]:
        """The figures that break figure `run[i]` down, as the marks after it tell."""
        k, n = run[i], run[i + 1]
        q = self.b.q
        low, high = q[k].ve, q[n].vs
        if not self.b.one_sentence(k, n):
            return []
        gap = self.folded[low:high]
        mark = re.search(r"[(:]", gap)
        cue = _CUE.search(gap)
        if mark and not re.search(r"[,;)]", gap[: mark.start()]):
            end = self.b.brackets.close_of(low + mark.start()) if mark[0] == "(" else None
        elif cue:
            end = None
        else:
            return []
        if end is None:
            end = self.folded.find(";", low, self.b.frames[k].sentence[1])
            if end < 0:
                end = self.b.frames[k].sentence[1]
        zone: list[int] = []
        for z in run[i + 1 : i + REACH]:
            if q[z].vs >= end:
                break
            if zone and roles[z] in (CLOSING, LEFT) and not (mark and mark[0] == "("):
                break
            zone.append(z)
        return zone


def words_of(text: str) -> list[str]:
    """The words of a folded text, numbers left out."""
    return WORD.findall(text)


def _choose(hits: Sequence[Cue]) -> str | None:
    """The role that the words of one stretch tell: the nearest, a place in time before a stock."""
    names = [c.name for c in hits if c.name != "untold"]
    if not names:
        return None
    if OTHER in names:
        return OTHER
    if len(names) > 1:
        names = [n for n in names if n != STAND] or names
    last = names[-1]
    if last == LEFT:
        return next((n for n in names if n in (OPENING, CLOSING)), LEFT)
    if last in FLOWS and LEFT in names:
        return None
    return last


def _joined(before: str | None, after: str | None) -> str | None:
    """The role of a figure with words on both sides; None where they disagree."""
    if before is None or after is None or before == after:
        return before or after
    if OTHER in (before, after):
        return OTHER
    if STAND in (before, after):
        return after if before == STAND else before
    if LEFT in (before, after):
        other = after if before == LEFT else before
        return other if other in (OPENING, CLOSING) else LEFT if other == DUE else None
    return None
