"""What no whole allows: shares of one whole that add up to more than 100%, a share above 100%, a
part larger than the whole that "trong đó" ties it to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.find.binding.summands import countable
from extract.model import Option, Quantity
from extract.rules.wording import terms, wording
from extract.values.formula import LOOSE, agrees, digits, one_digit, swapped
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, TIME

_LEAST = 3  # shares that a breakdown in percentages has at least
_MOST = 20
_SMALL = 5  # points over 100 that need no slip to explain them

_BREAKDOWN = wording("wholes.breakdown")
_STRUCTURE = wording("wholes.structure")
_FAMILIES = (
    wording("wholes.sectors"),
    wording("wholes.grades"),
    wording("wholes.terms"),
    wording("wholes.degrees"),
    wording("wholes.ages"),
)
_MIXED = wording("wholes.mixed")
_YEAR = wording("wholes.dated")
_OWN_RATE = wording("wholes.own_rate")
_ALONE = wording("wholes.alone")

_OCCUPIES = wording("wholes.occupies")
_OF_ALL = wording("wholes.of_all")
_PEOPLE = wording("wholes.people")
_PERSONS = wording("wholes.persons")
_OTHER_BASE = wording("wholes.other_base")

_AMONG = wording("wholes.among")
_WITHIN = wording("wholes.within")
_HAS = wording("wholes.has")
_STATE = wording("wholes.state")
_NO_PART = wording("wholes.no_part")
_NO_WHOLE = wording("wholes.no_whole")
_MERGED = wording("wholes.reshaped")
_GOES_ON = wording("part_lists.goes_on")
_REACH = 70  # characters between "trong đó" and the part


class Wholes(Search):
    """Announces what no whole allows."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self.blocks = binder.blocks
        self.right, self.wrong = self._judged()
        self.items = {
            n.block: (n.parent, n.style) for n in binder.outline.nodes if n.style != "para"
        }

    def run(self) -> None:
        """Announce all three."""
        for run, lead in (*self._sentences(), *self._lists()):
            self._hundred(run, lead)
        for n, p in enumerate(self.b.q):
            if p.unit == "%" and p.low > HUNDRED and p.direction is None and self.b.checked(n):
                self._above(n)
        for m in _AMONG.finditer(self.folded):
            self._larger(m.start(), m.end())
        for m in _WITHIN.finditer(self.folded):
            self._within(m.end())

    # -- shares that add up to more than 100% -------------------------------------------------

    def _sentences(self) -> Iterator[tuple[list[int], str]]:
        """(shares, words before them): rows of percentages in one sentence."""
        q, frames = self.b.q, self.b.frames
        run: list[int] = []
        lead = ""
        at = 0  # where the words since the last share begin
        for n, x in enumerate(q):
            fresh = n == 0 or not self.b.one_sentence(n, n - 1)
            if fresh:
                yield run, lead
                run, lead, at = [], "", frames[n].sentence[0]
            if not self._share(n):
                if x.unit in PERCENT_UNITS or (run and not self._told_by(n)):
                    yield run, lead
                    run, lead, at = [], "", x.full_ve
                continue
            words = self.folded[at : x.vs]
            if run and (":" in words.rstrip(" :") or _BREAKDOWN.search(words)):
                yield run, lead
                run = []
            if not run:
                lead = words
            if len(run) < _MOST:
                run.append(n)
            at = x.full_ve
        yield run, lead

    def _lists(self) -> Iterator[tuple[list[int], str]]:
        """The same for items of a list with one percentage each."""
        run: list[int] = []
        last = -2
        for block, figures in self._by_block():
            place = self.items.get(block)
            shares = [n for n in figures if self._share(n)]
            if run and (block != last + 1 or place != self.items.get(last)):
                yield run, self._above_list(run)
                run = []
            last = block
            if place is None or len(shares) != 1 or len(figures) > 2:
                yield run, self._above_list(run)
                run = []
            elif len(run) < _MOST:
                run.append(shares[0])
        yield run, self._above_list(run)

    def _by_block(self) -> Iterator[tuple[int, list[int]]]:
        figures: list[int] = []
        for n, frame in enumerate(self.b.frames):
            if figures and frame.block != self.b.frames[figures[0]].block:
                yield self.b.frames[figures[0]].block, figures
                figures = []
            figures.append(n)
        if figures:
            yield self.b.frames[figures[0]].block, figures

    def _above_list(self, run: Sequence[int]) -> str:
        """The line above the list of a run of shares."""
        if not run:
            return ""
        first = self.b.frames[run[0]].block
        if first == 0:
            return ""
        block = self.blocks[first - 1]
        return self.folded[max(block.vs, block.ve - 200) : block.ve]

    def _share(self, n: int) -> bool:
        p = self.b.q[n]
        if p.unit != "%" or p.direction or p.bound or p.value_to is not None or p.words:
            return False
        return self.b.checked(n) and p.value < HUNDRED and bool(_ALONE.match(self.folded, p.ve))

    def _told_by(self, n: int) -> bool:
        """True where figure `n` is a part with its share after it, or an age."""
        if self.b.q[n].unit in TIME:
            return True
        follows = n + 1 < len(self.b.q) and self._share(n + 1)
        return follows and countable(self.b.q[n]) and self.b.q[n].of is None

    def _hundred(self, run: Sequence[int], lead: str) -> None:
        """Announce the shares of one whole, where they are 100% or more."""
        if len(run) < _LEAST or not _BREAKDOWN.search(lead) or _MIXED.search(lead):
            return
        pieces = list(self._pieces(run))
        if any(_MIXED.search(w) or _YEAR.search(w) or _OWN_RATE.match(w) for w in pieces[1:]):
            return
        if len({piece.strip(" ,;:.-+") for piece in pieces}) < len(pieces):
            return
        last = self.b.q[run[-1]]
        option = Option("rest", tuple(self.b.op(n) for n in run[:-1]))
        scope = self.b.scope(*run)
        if agrees(option, last, self.by_id):
            self.b.add("sum", run[-1], [option], scope, "silent", "rel.hundred")
            return
        over = sum((self.b.q[n].value for n in run), -HUNDRED)
        known = any(all(family.search(piece) for piece in pieces) for family in _FAMILIES)
        if over <= 0 or not (known or _STRUCTURE.search(lead)):
            return
        stated = {self.b.q[n].id for n in run}
        if self.wrong & stated or stated <= self.right:
            return  # told by part and whole already, or groups that overlap
        if over <= _SMALL or any(_one_slip(self.b.q[n], over) for n in run):
            self.b.add("sum", run[-1], [option], scope, "strong", "rel.hundred")

    def _pieces(self, run: Sequence[int]) -> Iterator[str]:
        """The words that name each share."""
        for i, n in enumerate(run):
            low = self.b.frames[n].sentence[0]
            low = max(low, self.b.q[run[i - 1]].ve if i else self.b.q[n].vs - 90)
            piece = self.folded[low : self.b.q[n].vs]
            piece = piece.rstrip(" :(")
            yield piece.rpartition(":")[2] if i == 0 else piece

    def _judged(self) -> tuple[set[str], set[str]]:
        """(right, wrong): the shares announced so far by part and whole, as far as they count."""
        right: set[str] = set()
        wrong: set[str] = set()
        for a in self.b.found:
            if a.kind != "share":
                continue
            if any(self.b.agrees(option, a.stated) for option in a.options):
                right.add(a.stated)
            elif a.bond not in ("silent", "open"):
                wrong.add(a.stated)
        return right, wrong - right

    # -- a share above 100% -------------------------------------------------------------------

    def _above(self, n: int) -> None:
        """P% above 100 of a whole that the part is counted in."""
        p, low = self.b.q[n], self.b.frames[n].sentence[0]
        before = self.folded[max(low, p.vs - 160) : p.vs]
        after = self.folded[p.ve : p.ve + 70]
        phrase = re.split(r"[.,;:()\n]", after)[0]
        if _OTHER_BASE.search(phrase) or _OTHER_BASE.search(before[-40:]):
            return
        m = _OF_ALL.match(after)
        same = m is not None and self._counted(m["unit"], before)
        people = _PEOPLE.match(after) is not None and _PERSONS.search(before) is not None
        occupies = _OCCUPIES.search(before) is not None
        if same or people or occupies:
            self.b.add(
                "share", n, [Option("whole", ())], "sentence", "strong", "rel.above-whole"
            )  # fmt: skip

    def _counted(self, unit: str, before: str) -> bool:
        """True where the words before a rate count the unit that the words after it count."""
        known = self.b.same.known(unit) or self.b.same.known(unit.split()[0])
        told = re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", before)
        return known and not self.b.same.measured(unit) and told is not None

    # -- a part larger than its whole ---------------------------------------------------------

    def _larger(self, at: int, end: int) -> None:
        """T, trong đó x: x larger than all that stands before it in T's unit."""
        k = self.b.first_at(end)
        if k == 0 or k >= len(self.b.q):
            return
        part = self.b.q[k]
        low, high = self.b.frames[k].sentence
        if not low <= at < high or part.vs - end > _REACH or not self._whole(k):
            return
        if part.unit is None or _NO_PART.search(self.folded, end, part.vs):
            return
        if _MERGED.search(self.folded, part.ve, min(high, part.full_ve + 40)):
            return
        wholes = self._before(k, at, low) or (
            self._before(k, at, self.b.frames[k - 1].sentence[0])
            if not self.folded[low:at].strip(" -+*") and self._one_block(k)
            else []
        )
        over = self.b.worth(wholes)
        if wholes and over >= part.value:
            k = self._next_larger(k, over)
            part = self.b.q[k]
        if not wholes or over >= part.value:
            return
        t = wholes[0]
        told = self.folded[max(0, self.b.q[t].vs - 60) : self.b.q[t].vs]
        if self.b.q[t].interval.high >= part.interval.low or _NO_WHOLE.search(told):
            return
        if self._beside(t, k):
            return
        option = Option("order", (self.b.op(t),))
        self.b.add("sum", k, [option], self.b.scope(t, k), "strong", "rel.part-larger")

    def _next_larger(self, k: int, over: Decimal) -> int:
        """The first part larger than `over` among those that a list counts after part `k`, figure
        after figure, of its unit: "gồm 14 lớp ban ngày và 71 lớp buổi tối"; else `k`."""
        q = self.b.q
        for n in range(k + 1, len(q)):
            if not self.b.one_sentence(n, k) or q[n].unit != q[k].unit:
                return k
            counted = _GOES_ON.fullmatch(self.folded, q[n - 1].ve, q[n].vs) is not None
            if not counted or not self._whole(n) or q[n].direction is not None:
                return k
            if q[n].value > over:
                return n
        return k

    def _beside(self, t: int, k: int) -> bool:
        """True where figure `k` stands beside figure `t`, both parts of a figure before them:
        "nhận 30 đơn, đã giải quyết 8 đơn, trong đó lưu 22 đơn"."""
        both = self.b.q[t].value + self.b.q[k].value
        for n in range(t - 1, max(-1, t - 7), -1):
            if not self.b.one_block(n, t):
                return False
            if self.b.q[n].value == both and self.b.q[n].unit not in PERCENT_UNITS:
                return True
        return False

    def _within(self, end: int) -> None:
        """Trong T trường hợp …, có x trường hợp: x of the very unit of T, and larger."""
        t = self.b.first_at(end)
        k = t + 1
        if k >= len(self.b.q) or self.b.q[t].vs != end:
            return
        whole, part = self.b.q[t], self.b.q[k]
        if whole.unit is None or whole.unit != part.unit or self.b.same.measured(whole.unit):
            return
        if not self.b.one_sentence(t, k):
            return
        if not self._whole(t) or not self._whole(k) or part.direction or whole.direction:
            return
        if not _HAS.fullmatch(self.folded, whole.ve, part.vs) or part.value <= whole.value:
            return
        a, b = digits(whole, whole.value), digits(part, part.value)
        sort = _STATE.match(self.folded, part.ve + 1 + len(part.unit)) is None
        if one_digit(a, b) or swapped(a, b) or not sort:  # else "150 lượt tàu có 4.500 lượt khách"
            option = Option("order", (self.b.op(t),))
            self.b.add("sum", k, [option], "sentence", "strong", "rel.part-larger")

    def _one_block(self, k: int) -> bool:
        return self.b.one_block(k - 1, k)

    def _before(self, k: int, at: int, low: int) -> list[int]:
        """Figures of the part's unit from place `low` to "trong đó", the nearest first; none where
        one of them moves another way than the part or is no plain figure, or where one of a like
        unit may be the whole (45.600 người, kết nạp 1.240 hội viên; trong đó …)."""
        found: list[int] = []
        for t in range(k - 1, max(-1, k - 12), -1):
            x = self.b.q[t]
            if x.vs < low:
                break
            if x.vs > at or not self.b.same(x, self.b.q[k]):
                continue
            if not self.b.same.akin(x.unit, self.b.q[k].unit):
                if x.value >= self.b.q[k].value:
                    return []
                if t < k - 1 or self.b.q[k].unit not in terms("nguoi_bat_ky"):
                    continue  # 47 viên chức, trong đó 52 người: people of any sort
            if not self._whole(t) or x.direction != self.b.q[k].direction:
                return []
            found.append(t)
        return found

    def _whole(self, k: int) -> bool:
        x = self.b.q[k]
        return (
            countable(x) and x.of is None and x.bound not in LOOSE and self.b.checked(k)
        )  # fmt: skip


def _one_slip(p: Quantity, over: Decimal) -> bool:
    """True where one wrong or two swapped digits of share `p` explain what is over 100%."""
    wanted = p.value - over
    if wanted < 0:
        return False
    a, b = digits(p, p.value), digits(p, wanted)
    b = b.zfill(len(a))
    return one_digit(a, b) or swapped(a, b)
