"""Shares of several parts of a whole together: "tốt 58 khối, khá 77 khối, trung bình 24 khối, yếu 2
khối. Khối tốt và khá chiếm 83,9%".

The parts are those of a sum that agrees, in the paragraph of the share or the one before, whose
names all stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.model import Announced, Option
from extract.rules.wording import wording
from extract.values.formula import digits
from extract.values.letters import WORD

_TOGETHER = wording("joint_shares.together")
_PIECE = re.compile(r"[,;:(.]")
_BACK = 120  # characters before a share in which its parts are named
_NAME = 60  # characters before a part in which its name stands
_DIGITS = 3  # digits of a share that parts do not give by chance
_FEWEST = 2  # parts of one share
_BLOCKS = 1  # paragraphs between the parts and their share
_RULE = "rel.joint-share"


class JointShares(Distant):
    """Announces the shares of several parts together."""

    def run(self) -> None:
        """Look at every share that no relation explains so far."""
        sums = [
            (self.b.place[a.stated], self.b.operands(a.options[0]))
            for a in self.b.found
            if a.kind == "sum" and self._is_whole(a)
        ]
        for n, p in enumerate(self.b.q) if sums else ():
            plain = p.unit == "%" and p.direction is None and p.value_to is None and not p.bound
            if not plain or len(digits(p, p.value)) < _DIGITS or not self.b.checked(n):
                continue
            named = self._named(n)
            if not named or self.settled(n, "share", "percent"):
                continue
            for whole, parts in self._near(n, sums):
                told = [k for k in parts if (own := self._name(k)) and own <= named]
                if _FEWEST <= len(told) < len(parts):
                    self._announce(n, told, whole)
                    break

    def _is_whole(self, a: Announced) -> bool:
        option = a.options[0]
        plain = len(option.operands) > _FEWEST and all(o.weight == 1 for o in option.operands)
        return plain and self.b.agrees(option, a.stated)

    def _named(self, n: int) -> frozenset[str]:
        """The words that name several parts right before share `n`; none where they do not."""
        p = self.b.q[n]
        low = max(self.b.frames[n].sentence[0], p.vs - _BACK, self.b.q[n - 1].full_ve if n else 0)
        m = _TOGETHER.search(self.folded, low, p.vs)
        return frozenset(WORD.findall(m["names"])) if m is not None else frozenset()

    def _near(
        self, n: int, sums: Sequence[tuple[int, list[int]]]
    ) -> Iterator[tuple[int, list[int]]]:
        """Wholes and their parts, told before share `n` in its paragraph or the one before."""
        for whole, parts in reversed(sums):
            apart = self.b.frames[n].block - self.b.frames[parts[-1]].block
            if parts[-1] < n and 0 <= apart <= _BLOCKS:
                yield whole, parts

    def _name(self, k: int) -> frozenset[str]:
        """The words of the piece of a list that stand before figure `k`."""
        q = self.b.q[k]
        low = max(self.b.frames[k].sentence[0], q.vs - _NAME, self.b.q[k - 1].full_ve if k else 0)
        return frozenset(WORD.findall(_PIECE.split(self.folded[low : q.vs])[-1]))

    def _announce(self, n: int, parts: Sequence[int], whole: int) -> None:
        option = Option("joint", tuple(self.b.op(k) for k in (*parts, whole)))
        self.b.add("share", n, [option], self.b.scope(*parts, whole, n), "near", _RULE)
