"""Rows of several figures told one after the other, each column of which adds up to a figure
before them.

"1.186 tổ chức và 4.273 đảng viên … cấp tỉnh 24 tổ chức, 41 đảng viên; cấp huyện 198 tổ chức, 306
đảng viên; …", "kế hoạch 905,1 tỷ đồng, giải ngân 588,3 tỷ đồng; …", "2.051 học sinh ở 66 lớp; tiểu
học 868 em/27 lớp; …". A column that adds up confirms. Where one does, another that a slip leads
away from the figure told beside the whole of the first contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, takewhile

from extract.find.binding.distant import Distant
from extract.find.binding.summands import crossing, per_each
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import digits
from extract.values.units import PERCENT_UNITS, TIME

_OVERLAP = wording("summands.overlap")
_TOTAL = wording("parts.totalled")
_WITHIN = wording("prose_rows.within")
_LEAD = 24  # characters before a figure that tell it to count the places of others
_FEWEST = 2  # rows
_BACK = 14  # figures before the rows among which the wholes are looked for
_LEAST = 100  # a smaller sum that stands alone equals some figure by chance
_LARGE = 1000  # a sum that chance hardly makes of figures that all have one unit
_SLIGHT = 10  # a smaller sum of one column is no reason to hold another one against it
_LEAST_OF_MANY = 20  # the same of three rows and more
_RULE = "rel.prose-rows"

Row = Sequence[int]


class ProseRows(Distant):
    """Announces the sums of the columns of rows told in prose."""

    _shorter: Sequence[Row] = ()  # of the rows looked at, those beside them that tell less
    _held = 1  # columns that must add up

    def run(self) -> None:
        """Look at every sentence, and at every run of lines."""
        for start, end in self.sentences():
            if end - start < 2 * _FEWEST:
                continue
            groups: dict[tuple[int, int] | None, list[int]] = {None: []}
            for k in range(start, end):
                groups.setdefault(self.b.bracket(k), []).append(k)
            for told in groups.values():
                if len(told) >= 2 * _FEWEST:
                    turned, whole = (list(self._pieces(told, t)) for t in (True, False))
                    self._look(turned)
                    if whole != turned:
                        self._look(whole)
            if len(groups) > _FEWEST:
                self._look([self._bracketed(told) for inner, told in groups.items() if inner])
                self._look(list(self._pieces(range(start, end), turning=True)))
                self._look([self._with_aside(told) for inner, told in groups.items() if inner])
        self._look(list(self._lines()))
        self._held = 2
        self._look(self._in_sentences())

    def _look(self, pieces: Sequence[Row]) -> None:
        """Look for the wholes of every run of rows in its first row, or before it."""
        for first, rows in self._runs(pieces):
            self._shorter = list(self._beginnings(pieces, first, rows))
            head, last = rows[0][::-1], rows[-1]
            if len(rows) > _FEWEST and (
                self._table(rows[1:], head, least=0)
                or (
                    _TOTAL.search(self.b.clause_before(last[0])) and self._table(rows[:-1], last, 0)
                )
            ):
                continue
            before = self._before(rows[0][0])
            right_before = before[: len(rows[0])] if self._opens_bracket(rows[0][0]) else []
            if not (right_before and self._table(rows, right_before, least=0)):
                self._table(rows, before, _LEAST)

    def _beginnings(self, pieces: Sequence[Row], first: int, rows: Sequence[Row]) -> Iterator[Row]:
        """The piece before a run of rows and those after it that tell only the first figures of
        one."""
        if first and self._begins(pieces[first - 1], rows[0]):
            yield pieces[first - 1]
        for piece in pieces[first + len(rows) :]:
            if not self._begins(piece, rows[0]):
                return
            yield piece

    def _begins(self, short: Row, row: Row) -> bool:
        """True for a piece that tells only the first figures of a row: "đường cao tốc 2 vụ, chết 1
        người; quốc lộ 13 vụ, chết 8 người, bị thương 5 người"."""
        q = self.b.q
        pairs = zip(short, row, strict=False)
        return 0 < len(short) < len(row) and all(self.akin(q[a], q[b]) for a, b in pairs)

    def _opens_bracket(self, k: int) -> bool:
        """True where figure `k` is the first in its bracket: what stands before that is divided."""
        inner = self.b.bracket(k)
        return inner is not None and (k == 0 or self.b.q[k - 1].vs < inner[0])

    def _lines(self) -> Iterator[Row]:
        """The levels of each line that tells no more than one row of them, outside brackets or all
        of them in one: "- Cầu (số mũi: 16; số máy: 200; nhân lực: 421)"; an empty row else."""
        q, frames = self.b.q, self.b.frames
        last = -1
        for block, group in groupby(range(len(q)), key=lambda k: frames[k].block):
            line = list(group)
            if block - last > 1:
                yield ()
            last = block
            inside = [k for k in line if self.b.bracket(k) is not None]
            told = inside if len(inside) == len(line) else [k for k in line if k not in inside]
            row = list(takewhile(self._plain, (k for k in told if not self._passed(k))))
            yield row if len(row) > 1 else ()  # what the line goes on with are changes

    def _in_sentences(self) -> list[Row]:
        """The levels that each sentence begins with, of one next to the other as many as both
        tell: "Đường bộ xảy ra 268 vụ, chết 143 người; giảm 12 vụ. Đường sắt xảy ra 07 vụ, chết 05
        người, hư hỏng 03 toa tàu"; an empty row else."""
        rows: list[Row] = []
        last = None
        for start, end in self.sentences():
            told = [k for k in range(start, end) if self.b.bracket(k) is None]
            if rows and all(self.b.q[k].direction is not None for k in told):
                continue  # "So với cùng kỳ, giảm 12 vụ, tăng 5 người chết."
            row: Row = list(takewhile(self._plain, (k for k in told if not self._passed(k))))
            block = self.b.frames[start].block
            if rows and block == last and len(row) > 1 < len(rows[-1]):
                size = min(len(row), len(rows[-1]))
                if self._alike(rows[-1][:size], row[:size]):
                    rows[-1], row = rows[-1][:size], row[:size]
            elif block != last:
                rows.append(())
            last = block
            rows.append(row if len(row) > 1 else ())
        return rows

    def _bracketed(self, told: Sequence[int]) -> Row:
        """The levels of a bracket as one row: "nền (số mũi: 22; số máy: 306); cầu (số mũi: 16; số
        máy: 200)"; an empty one where other figures stand among them."""
        row = [k for k in told if not self._passed(k)]
        return row if all(map(self._plain, row)) else ()

    def _with_aside(self, told: Sequence[int]) -> Row:
        """The figure before a bracket and what is told in it, as one row: "thủy điện 21 (552,3 ha),
        giao thông 32 (310,9 ha)"; an empty one where the bracket does not stand right behind."""
        first, q = told[0], self.b.q
        opened = self.b.bracket(first)
        if not first or opened is None or self.b.bracket(first - 1) == opened:
            return ()
        if self.folded[q[first - 1].full_ve : opened[0] - 1].strip() or not self._plain(first - 1):
            return ()
        inside = self._bracketed(told)
        return [first - 1, *inside] if inside else ()

    def _pieces(self, told: Sequence[int], turning: bool) -> Iterator[Row]:
        """The levels of each piece between semicolons, with `turning` or up to a figure of the unit
        that the piece began with; an empty row where other figures stand among them."""
        row: list[int] = []
        plain = True
        last = told[0]
        for k in told:
            if ";" in self.b.between(last, k):
                yield row if plain else ()
                row, plain = [], True
            last = k
            if self._passed(k):
                continue
            if turning and self._turns(row, k):
                yield row if plain else ()
                row, plain = [], True
            row.append(k)
            plain = plain and self._plain(k)
        yield row if plain else ()

    def _turns(self, row: Row, k: int) -> bool:
        """True where figure `k` begins the next row though no semicolon parts them: "45 lượt với
        1,6 tỷ đồng và 28 lượt với 3,1 tỷ đồng"."""
        q = self.b.q
        if len(row) < 2 or q[k].unit is None or q[row[0]].unit != q[k].unit:
            return False
        return q[row[1]].unit != q[k].unit and all(q[n].unit is not None for n in row)

    def _passed(self, k: int) -> bool:
        """True for a figure that is no column of a row: a rate, a time, a yield between area and
        output, what each of those counted gets."""
        x = self.b.q[k]
        if x.unit in PERCENT_UNITS or x.unit in TIME or x.rule == "qty.spelled":
            return True
        return (x.per is not None and x.direction is None) or per_each(self.b, k)

    def _plain(self, k: int) -> bool:
        x = self.b.q[k]
        return self.level(k) and x.bound is None and x.value > 0

    def _runs(self, pieces: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
        """Maximal runs of pieces with as many figures, two or more, of the same units in turn, and
        the place of the first of them; it may tell the wholes before its own row."""
        run: list[Row] = []
        for n, row in enumerate([*pieces, ()]):
            if len(run) == 1 and 1 < len(row) < len(run[0]):
                run = [run[0][-len(row) :]]
            if run and not (len(row) == len(run[-1]) and self._alike(run[-1], row)):
                if len(run) >= _FEWEST:
                    yield n - len(run), run
                run = []
            if len(row) > 1:
                run.append(row)

    def _alike(self, before: Row, after: Row) -> bool:
        return all(self.akin(self.b.q[a], self.b.q[b]) for a, b in zip(before, after, strict=True))

    def _before(self, n: int) -> list[int]:
        """Levels before figure `n` in its paragraph and the one before, the nearest first."""
        block = self.b.frames[n].block
        return [
            k
            for k in range(n - 1, max(-1, n - 1 - _BACK), -1)
            if block - self.b.frames[k].block <= 1
            and self.divisible(k)
            and self.b.bracket(k) is None
        ]

    # -- the wholes ----------------------------------------------------------------------------

    def _table(self, rows: Sequence[Row], wholes: Sequence[int], least: int) -> bool:
        """Announce the columns of rows that add up to figures before them; True where one does,
        which is of so much `least` where it stands alone."""
        q = self.b.q
        columns = list(zip(*rows, strict=True))
        alike = len(columns) > _FEWEST and len({q[k].unit for k in rows[0]}) == 1
        floor = _LARGE if alike and q[rows[0][0]].unit is not None else 0
        found: dict[int, int] = {}
        for j, column in enumerate(columns):
            total = self._total(column)
            fine = [
                k
                for k in wholes
                if q[k].value == total and self.akin(q[k], q[column[0]]) and k not in found.values()
            ]
            if fine and total >= floor:
                found[j] = fine[0]
        enough = least if len(rows) == _FEWEST else min(least, _LEAST_OF_MANY)
        if len(found) < self._held:
            return False
        if len(found) == 1 and all(self._size(k) < enough for k in found.values()):
            return False
        shorter = [row for row in self._shorter if not {*row} & {*found.values()}]
        # "3 triệu cho 500 người, 2 triệu cho 1.200 người, 1 triệu cho 300 người": 2 + 1 = 3
        slight = all(self._size(k) < _SLIGHT for k in found.values())
        for j, column in enumerate(columns):
            if j in found:
                self._announce(found[j], column, "silent")
            elif any(j < len(row) for row in shorter):
                more = (row[j] for row in shorter if j < len(row))
                self._with_more(sorted((*column, *more)), wholes)
            elif slight or any(
                _WITHIN.search(self.folded, max(0, q[k].vs - _LEAD), q[k].vs) for k in column
            ):
                continue  # "4.684 xã thuộc 571 huyện; 1.562 xã thuộc 325 huyện"
            elif (missed := self._missed(column, wholes, found)) is not None or (
                missed := self._exceeded(column, wholes, found)
            ) is not None:
                self._announce(missed, column, "apart")
            elif (beside := self._beside(j, column, found)) is not None:
                self._announce(beside, column, "apart")
        return True

    def _size(self, k: int) -> int:
        """Figure `k` as its digits tell it, whatever its scale."""
        return int(digits(self.b.q[k], self.b.q[k].value) or 0)

    def _with_more(self, column: Sequence[int], wholes: Sequence[int]) -> None:
        """Announce the sum of a column, with what shorter rows add to it, where one comes out."""
        total = self._total(column)
        fine = (k for k in wholes if self.b.q[k].value == total)
        k = next((k for k in fine if self.akin(self.b.q[k], self.b.q[column[0]])), None)
        if k is not None:
            self._announce(k, column, "silent")

    def _beside(self, j: int, column: Sequence[int], found: Mapping[int, int]) -> int | None:
        """The figure that stands among the wholes of other columns where column `j` stands among
        these, though told by another word: "203 máy và 527 nhân lực", "122 máy, 340 người"; one
        that does not agree only where two others do, or a slip explains it."""
        q = self.b.q
        i, k = min(found.items(), key=lambda item: abs(item[0] - j))
        step = 1 if j > i else -1
        for _ in range(abs(j - i)):
            k += step
            while 0 <= k < len(q) and self.b.one_sentence(k, found[i]):
                if not self._passed(k) and self.b.bracket(k) is None:
                    break
                k += step
        if not 0 <= k < len(q) or k in (*found.values(), *column) or not self._plain(k):
            return None
        whole, first = q[k], q[column[0]]
        if not self.b.one_sentence(k, found[i]) or k >= column[0]:
            return None
        measured = self.b.same.measured(whole.unit) or self.b.same.measured(first.unit)
        if measured and not self.akin(whole, first):
            return None
        gap = whole.value - self._total(column)
        sure = gap == 0 or len(found) > 1 or self._slip(k, column, gap)
        return k if sure else None

    def _total(self, column: Sequence[int]) -> Decimal:
        return self.b.worth(column)

    def _missed(
        self, column: Sequence[int], wholes: Sequence[int], found: dict[int, int]
    ) -> int | None:
        """The one figure told beside a whole that was found which a slip leads a column from."""
        q, frames = self.b.q, self.b.frames
        first, last = q[column[0]], q[column[-1]]
        if crossing(self.folded, first.vs, last.full_ve):
            return None
        if _OVERLAP.search(self.folded, first.vs, last.full_ve + 40):
            return None
        total = self._total(column)
        places = {frames[k].sentence for k in found.values()}
        near = [
            k
            for k in wholes
            if frames[k].sentence in places
            and k not in found.values()
            and q[k].unit is not None
            and self.akin(q[k], first)
            and q[k].bound is None
            and self._slip(k, column, q[k].value - total)
        ]
        return near[0] if len(near) == 1 else None

    def _exceeded(
        self, column: Sequence[int], wholes: Sequence[int], found: Mapping[int, int]
    ) -> int | None:
        """The one figure told beside a large whole that was found which three parts or more of its
        unit are more than: the rows are all of what both tell."""
        q, frames = self.b.q, self.b.frames
        low, high = q[column[0]].vs, q[column[-1]].full_ve
        if len(column) <= _FEWEST or any(self._size(k) < _LARGE for k in found.values()):
            return None
        if crossing(self.folded, low, high) or _OVERLAP.search(self.folded, low, high + 40):
            return None
        places = {frames[k].sentence for k in found.values()}
        near = [
            k
            for k in wholes
            if frames[k].sentence in places
            and k not in found.values()
            and {q[p].unit for p in column} == {q[k].unit}
            and q[k].unit is not None
            and max(q[p].value for p in column) < q[k].value < self._total(column)
            and q[k].bound is None
        ]
        return near[0] if len(near) == 1 else None

    def _slip(self, k: int, column: Sequence[int], gap: Decimal) -> bool:
        q = self.b.q
        return self.slipped(k, q[k].value - gap) or any(
            self.slipped(p, q[p].value + gap, least=2) for p in column
        )

    def _announce(self, t: int, column: Sequence[int], bond: Bond) -> None:
        option = self.b.sum_of(column)
        cue = (self.b.q[column[0]].vs, self.b.q[column[-1]].full_ve)
        self.b.add("sum", t, [option], self.b.scope(t, *column), bond, _RULE, cue=cue)
