"""Counts told in brackets behind the names that they are of, and the figure before them.

"147 ca tại Tân An (118), Bến Lức (24), Cần Đước (5)", "15 giải Nhất ở các môn: Toán (6 giải), …":
together they are all of it. One that does not agree is told where a slip of a digit explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import agrees

_BETWEEN = wording("bracket_runs.between")
_FEWEST = 3  # names with a count
_LEAST = 100  # a smaller sum equals some figure by chance
_BACK = 20  # figures before a row among which its whole is
_RULE = "rel.bracket-run"


class BracketRuns(Distant):
    """Announces the sums of counts that stand in brackets behind names."""

    def run(self) -> None:
        """Look at every row of names with their counts in brackets."""
        for start, end in self.sentences():
            if end - start > _FEWEST:
                for run in self._runs(start, end):
                    if not self._whole(run[0] - 1, start, run):
                        self._before(run)

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

    def _before(self, run: Sequence[int]) -> None:
        """Announce a figure of the sentences before a row, or of the paragraph before it, as the
        sum of it, where that is too large to be so by chance: "ghi nhận 2.939 ca. Các tỉnh ghi nhận
        như sau: Tân An (1.018), Bến Lức (501), …"."""
        q, frames, total = self.b.q, self.b.frames, self.b.worth(run)
        if total < _LEAST:
            return
        for k in range(run[0] - 1, max(-1, run[0] - 1 - _BACK), -1):
            if frames[run[0]].block - frames[k].block > 1:
                return
            if self.level(k) and q[k].value == total and self.akin(q[k], q[run[0]]):
                option = self.b.sum_of(run)
                self.b.add("sum", k, [option], self.b.scope(k, *run), "silent", _RULE)
                return

    def _whole(self, t: int, start: int, run: Sequence[int]) -> bool:
        """True where the figure right before a row in its sentence is the sum of it, or a slip away
        from it, which is announced."""
        q = self.b.q
        if t < start or not self.level(t) or self.b.bracketed_alone(t):
            return False
        if not self.akin(q[t], q[run[0]]):
            return False
        option = self.b.sum_of(run)
        fine = agrees(option, q[t], self.by_id)
        if fine or self.sum_slipped(t, run, least=2):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("sum", t, [option], "sentence", bond, _RULE)
            return True
        return False
