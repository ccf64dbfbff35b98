"""Contributions to growth in percentage points: together they are the growth itself.

"GRDP tăng 6,6%, trong đó nông nghiệp đóng góp 0,45 điểm phần trăm, …": a fall counts against it.
Told in percent of the growth they are 100% together: "nông nghiệp tăng 3,1%, đóng góp 5,2%; …".
Where they do not add up, one slip of a digit must explain it: others may be left out.
"""

from __future__ import annotations

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.parts.dimension_names import all_named, dimensions, names_one
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, POINT_UNITS

_GIVES = wording("contributions.gives")
_TAKES = wording("contributions.takes")
_ASIDE = wording("contributions.aside")
_GROWTH = wording("contributions.growth")
_OF_GROWTH = wording("contributions.of_growth")
_TO_GROWTH = wording("contributions.to_growth")
_DIVIDES = wording("contributions.divides")
_BACK = 4  # figures before the first contribution among which the growth is looked for
_NEAR = 1  # points that a slip may be off
_HEAD = 60  # characters behind a growth in which its breakdown begins
_LEAST = 3  # contributions that are all there are


def find_contributions(binder: Moments) -> None:
    """Announce the growth rates that contributions in percentage points add up to."""
    if "đóng góp" in binder.folded:
        Contributions(binder).run()


class Contributions(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every sentence with several contributions."""
        for start, end in self.sentences():
            told = [k for k in range(start, end) if self._part(k)]
            self._hundred([k for k in range(start, end) if self._part(k, "%")])
            outside = [k for k in told if self.b.bracket(k) is None]
            parts = outside if len(outside) > 1 else told  # "2,48 điểm % (năm trước 2,98 điểm %)"
            if len(parts) < 2:
                continue
            options = Option("sum", tuple(self.b.op(k, self._sign(k)) for k in parts))
            for n in self._growths(parts, start, end):
                if agrees(options, self.b.q[n], self.by_id):
                    self._add(n, options, parts, "silent")
                    break
            else:
                self._slip(parts, options, start, end)
        self._nested()

    def _nested(self) -> None:
        """Contributions told in the sentences behind one that words divide: "công nghiệp và xây
        dựng đóng góp 2,41 điểm %. Cụ thể, công nghiệp đóng góp 0,83 điểm %. Xây dựng …"."""
        places = [k for k in range(len(self.b.q)) if self._part(k)]
        for i, n in enumerate(places):
            rest = places[i + 1 : i + 1 + _BACK]
            rest = [k for k in rest if self.b.one_block(k, n)]
            if len(rest) < 2 or not _DIVIDES.search(
                self.folded, self.b.q[n].full_ve, self.b.q[rest[0]].vs
            ):
                continue
            for size in range(2, len(rest) + 1):
                option = Option("sum", tuple(self.b.op(k, self._sign(k)) for k in rest[:size]))
                if agrees(option, self.b.q[n], self.by_id):
                    self._add(n, option, rest[:size], "silent")
                    break
            else:
                self._halves(n, rest[:2])

    def _halves(self, n: int, parts: list[int]) -> None:
        """A contribution whose name is those of two others, one digit of which has slipped: "công
        nghiệp và xây dựng 2,58. Cụ thể, công nghiệp 0,79, xây dựng 1,97"."""
        told = [n, *parts]
        ends = [0, *(self.b.q[k].ve for k in told)]
        starts = [
            max(end, self.b.frames[k].sentence[0]) for end, k in zip(ends, told, strict=False)
        ]
        head, *names = (
            self.folded[at : self.b.q[k].vs] for at, k in zip(starts, told, strict=True)
        )
        whole = any(
            len(d) == 2
            and all_named(d, head)
            and all(names_one(d, name) for name in names)
            and all_named(d, " | ".join(names))
            for _, d in dimensions()
        )
        signs = {self._sign(k) for k in (n, *parts)}
        gap = self.b.worth(parts) - self.b.q[n].value
        if not whole or len(signs) > 1 or abs(gap) > _NEAR:
            return
        if self.sum_slipped(n, parts, least=0):
            option = self.b.sum_of(parts)
            self._add(n, option, parts, "unexplained")

    def _hundred(self, parts: list[int]) -> None:
        """Shares in a growth that are 100% together, or more by a slip: less may leave some out."""
        behind = [self.folded[self.b.q[k].ve : self.b.q[k].ve + 1] for k in parts]
        given = [_TO_GROWTH.match(self.folded, self.b.q[k].ve) is not None for k in parts]
        if len(parts) < _LEAST or not any(given) or any(self._sign(k) < 0 for k in parts):
            return
        if not all(to or mark in ",;.)" for to, mark in zip(given, behind, strict=True)):
            return  # of another whole
        option = Option("rest", tuple(self.b.op(k) for k in parts[:-1]))
        over = self.b.worth(parts) - HUNDRED
        if agrees(option, self.b.q[parts[-1]], self.by_id):
            self._add(parts[-1], option, parts[:-1], "silent")
        elif over > 0 and any(self.slipped(k, self.b.q[k].value - over) for k in parts):
            self._add(parts[-1], option, parts[:-1], "unexplained")

    def _part(self, k: int, *units: str) -> bool:
        q = self.b.q[k]
        if q.unit not in (units or POINT_UNITS) or q.value_to is not None:
            return False
        if q.direction is not None or not self.b.checked(k):
            return False
        before = self.b.clause_before(k)
        return bool(_GIVES.search(before) or _TAKES.search(before))

    def _sign(self, k: int) -> int:
        return -1 if _TAKES.search(self.b.clause_before(k)) else 1

    def _growths(self, parts: list[int], start: int, end: int) -> list[int]:
        """The rates that may be the growth: before the first contribution, after the last."""
        before = range(parts[0] - 1, max(-1, parts[0] - 1 - _BACK), -1)
        opens = _DIVIDES.match(self.folded, self.b.frames[start].sentence[0])  # "¶ Trong đó, …"
        block = self.b.frames[start].block
        near = [k for k in before if block - self.b.frames[k].block <= (opens is not None)]
        return [
            k
            for k in (*range(parts[-1] + 1, min(end, parts[-1] + 2)), *near)
            if self.b.q[k].unit in PERCENT_UNITS
            and self.b.q[k].value_to is None
            and (
                _GROWTH.search(self.b.clause_before(k))
                or _OF_GROWTH.match(self.folded, self.b.q[k].ve)
            )
        ]

    def _slip(self, parts: list[int], option: Option, start: int, end: int) -> None:
        """One growth, all its contributions, and a digit that explains why they are not it."""
        growths = self._growths(parts, start, end)
        low, high = self.b.q[parts[0]].vs, self.b.q[parts[-1]].vs
        if not growths or len(parts) < _LEAST or _ASIDE.search(self.folded, low, high):
            return
        n = next((k for k in growths if self._divided(k)), growths[0])
        outcome = evaluate(option, self.b.q[n], self.by_id)
        if outcome is None or outcome.computed is None:
            return
        gap = outcome.computed - self.b.q[n].value
        if abs(gap) > _NEAR:
            return  # others are left out
        if self.sum_slipped(n, parts, least=0, signs=[self._sign(k) for k in parts]):
            self._add(n, option, parts, "unexplained")

    def _divided(self, n: int) -> bool:
        """True where the words right behind a growth open what makes it up."""
        q = self.b.q[n]
        return _DIVIDES.search(self.folded, q.ve, q.ve + _HEAD) is not None

    def _add(self, n: int, option: Option, parts: list[int], bond: Bond) -> None:
        self.b.add("sum", n, [option], self.b.scope(*parts, n), bond, "rel.contributions")
