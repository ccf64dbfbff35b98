"""Counts told in brackets behind the names that they are of, and the figure before them.

"147 ca tại Tân An (118), Bến Lức (24), Cần Đước (5)", "15 giải Nhất ở các môn: Toán (6 giải), …":
together they are all of it. One that does not agree is told where a slip of a digit explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.rules.wording import wording
from extract.values.formula import agrees

_BETWEEN = wording("bracket_runs.between")
_FEWEST = 3  # names with a count
_RULE = "rel.bracket-run"


class BracketRuns(Distant):
    """Announces the sums of counts that stand in brackets behind names."""

    def run(self) -> None:
        """Look at every row of names with their counts in brackets."""
        for start, end in self.sentences():
            if end - start > _FEWEST:
                for run in self._runs(start, end):
                    self._whole(run[0] - 1, start, run)

    def _runs(self, start: int, end: int) -> Iterator[list[int]]:
        """The rows of figures of a sentence that each stand alone in a bracket behind a name."""
        run: list[int] = []
        for k in range(start, end):
            if not (self.level(k) and self.b.bracketed_alone(k)):
                continue
            if run and not (k == run[-1] + 1 and self._beside(run[-1], k)):
                if len(run) >= _FEWEST:
                    yield run
                run = []
            run.append(k)
        if len(run) >= _FEWEST:
            yield run

    def _beside(self, j: int, k: int) -> bool:
        """True where nothing but a name stands between two bracketed figures of one unit."""
        x, y = self.b.q[j], self.b.q[k]
        close = self.folded.find(")", x.ve)
        return x.unit == y.unit and bool(_BETWEEN.fullmatch(self.folded, close, y.vs))

    def _whole(self, t: int, start: int, run: Sequence[int]) -> None:
        """Announce the figure right before a row in its sentence as the sum of it."""
        q = self.b.q
        if t < start or not self.level(t) or self.b.bracketed_alone(t):
            return
        if not self.akin(q[t], q[run[0]]):
            return
        option = self.b.sum_of(run)
        if agrees(option, q[t], self.by_id):
            self.b.add("sum", t, [option], "sentence", "silent", _RULE)
        elif self.sum_slipped(t, run, least=2):
            self.b.add("sum", t, [option], "sentence", "unexplained", _RULE)
