"""What the searches for slips share: the levels near a figure, and how a slip is announced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.find.binding.comparable import overlap
from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.interval import Interval
from extract.model import Bond, Kind, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import (
    Outcome,
    agrees,
    as_written,
    changes_of,
    digits,
    evaluate,
    one_digit,
    swapped,
    swaps_of,
    with_value,
)
from extract.values.formulas import HUNDRED
from extract.values.slips import commas_elsewhere, miscounted, misplaced, restored, undoubled
from extract.values.units import PERCENT_UNITS, TIME

_IN_ALL = wording("relations.in_all")
_OF_ALL = wording("slips.of_all")
_OF_NEXT = wording("slips.of_next")
_BACK = 2  # sentences before its own in which the levels of a figure are looked for
FIGURES = 14  # figures looked at before one
_PART_DIGITS = 2  # of a part that a slip in it is told of
_FEW = 2  # digits of a figure that lost one beside its part
_FINE = 3  # digits of what was measured, at least, to tell of a slip
_PADDED = 2  # digits of a small count, which may be told with a zero before it
_CHANCE = Decimal("0.03")  # how likely some slip of a part would agree by chance, at most
_ONE = Decimal(1)
_ALIKE = 0.5  # how far the nouns of two levels must say the same


class SlipSearch(Search):
    """A search among the figures of one document."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self.differences: dict[str, list[Option]] = {}  # figure -> readings as a difference
        for a in binder.found:
            if a.kind == "difference" and a.bond != "silent":
                self.differences.setdefault(a.stated, []).extend(a.options)

    def _near(self, n: int, percent: bool) -> list[int]:
        """Levels before figure `n` in its sentence and the two before, the nearest first."""
        frames = self.b.frames
        sentences = {frames[n].sentence}
        found = []
        for k in range(n - 1, max(-1, n - FIGURES), -1):
            if not self.b.one_block(k, n):
                break
            sentences.add(frames[k].sentence)
            if len(sentences) > 1 + _BACK:
                break
            if self._is_level(k, percent):
                found.append(k)
        return found

    def _is_level(self, k: int, percent: bool) -> bool:
        x = self.b.q[k]
        if x.direction is not None or x.of is not None or x.words or x.value_to is not None:
            return False
        return (x.unit in PERCENT_UNITS) == percent and x.unit not in TIME and self.b.checked(k)

    def _alike(self, *ns: int) -> bool:
        """True where the figures have one unit and their nouns do not say different things."""
        q = [self.b.q[n] for n in ns]
        if len({x.unit for x in q}) > 1:
            return all(x.step == 0 and self.b.same(q[0], x) for x in q)
        nouns = [x.noun for x in q if x.noun]
        return all(overlap(nouns[0], other) > _ALIKE for other in nouns[1:])

    def _announce(
        self,
        kind: Kind,
        n: int,
        options: Sequence[Option],
        ns: Sequence[int],
        bond: Bond = "unexplained",
    ) -> None:
        """Keep the relation of figure `n` with figures `ns` where no reading agrees and one is a
        slip away."""
        stated = self.b.q[n]
        if any(agrees(o, stated, self.by_id) for o in options):
            return
        if kind == "share" and (self._of_fraction(n, ns) or self._explained_so(n, ns)):
            return  # "18/20 xã đạt (90%), gồm 7 …, 11 …; 2 xã không đạt (10%)": of the 20
        if kind == "share" and stated.step >= 1 and not self._together(n, ns):
            return  # whole percents of two digits are one of 19 slips away from one pair in three
        for option in options:
            if self._slipped(kind, n, option):
                self.b.add(kind, n, [option], self.b.scope(n, *ns), bond, "rel.slip-" + kind)
                return

    def _slipped(self, kind: Kind, n: int, option: Option) -> bool:
        """True where a slip in figure `n` explains that a reading does not agree, or a digit typed
        twice in one of the others; of a share right behind its part also one that left a digit out
        of few."""
        stated = self.b.q[n]
        outcome = evaluate(option, stated, self.by_id)
        if outcome is None or outcome.computed is None:
            return False
        if stated.direction is not None and outcome.computed < 0:
            return False  # a rise told as a fall is no slip as well
        if is_slip(stated, outcome.computed) or self._typed_twice(option, stated):
            return True
        beside = kind == "share" and self.b.operands(option)[0] == n - 1
        told, meant = (digits(stated, v) for v in (stated.value, as_fine(stated, outcome.computed)))
        return beside and 0 < stated.step < 1 and miscounted(told, meant, _FEW)

    def _typed_twice(self, option: Option, stated: Quantity) -> bool:
        """True where a digit typed twice in one of the terms, counts or told finely, explains that
        a reading of a figure of two digits or more does not agree."""
        terms = {o.quantity: self.by_id[o.quantity] for o in option.operands}
        coarse = any(q.step and len(digits(q, q.value)) < _FINE for q in terms.values())
        if coarse or stated.step >= 1 or len(digits(stated, stated.value)) < _FEW:
            return False
        return any(
            agrees(option, stated, {**terms, name: as_written(q, text)})
            for name, q in terms.items()
            for text in undoubled(digits(q, q.value))
            if len(text) >= _FEW
        )

    def _of_all(self, n: int, pair: Sequence[int]) -> bool:
        """True where figure `n` is told of all levels before it, of which the pair are only two."""
        low, before = self.b.frames[n].sentence[0], min(pair)
        last = n - 1 if self.b.q[n - 1].direction is None else n - 2  # "tổng cộng giảm 28 (13,2%)"
        start = max(low, self.b.q[last].full_ve) if last >= 0 else low
        told = _IN_ALL.search(self.folded, start, self.b.q[n].vs)
        earlier = [k for k in range(max(0, before - 2), before) if self._is_level(k, percent=False)]
        return told is not None and any(self._alike(k, before) for k in earlier)

    def _of_all_told(self, n: int, k: int) -> bool:
        """True where the sentence of change `n` speaks of nothing but what the figures before it,
        of which `k` is the last, count: "Số đơn vị giảm là 77", "Như vậy đã giảm 77 đơn vị"."""
        low = self.b.frames[n].sentence[0]
        m = _OF_ALL.fullmatch(self.folded, low, self.b.q[n].vs)
        if m is None or self.b.q[k].vs >= low:
            return False
        return (m["named"] or "").strip() in ("", self.b.q[k].unit, self.b.q[n].unit)

    def _of_fraction(self, n: int, ns: Sequence[int]) -> bool:
        """True where share `n` is that of one of figures `ns` in the y, or the x, of an x/y told
        before."""
        rate, q = self.b.q[n], self.b.q
        told = [k for k in range(max(0, n - FIGURES), n) if q[k].of]
        wholes = {x for k in told for x in (q[k].of, q[k].value) if x}
        return any(
            rate.low <= q[k].value * HUNDRED / whole <= rate.high for whole in wholes for k in ns
        )

    def _explained_so(self, n: int, ns: Sequence[int]) -> bool:
        """True where rate `n` is told to be of a figure behind it ("chiếm 32,4% trong 315 xã"), or
        is how far one of `ns` has moved by another ("30 trung tâm; giảm … và 02 trung tâm (6,3%)").
        """
        rate, values = self.b.q[n], [self.b.q[k].value for k in ns]
        if _OF_NEXT.match(self.folded, rate.ve):
            return True
        x, y = min(values), max(values)
        befores = [b for b in (y + x, y - x) if b > 0]
        return any(rate.low <= x * HUNDRED / b <= rate.high for b in befores)

    def _together(self, n: int, ns: Sequence[int]) -> bool:
        """True where figure `n` and others stand in one sentence, with no semicolon between it and
        the nearest before it."""
        if len({self.b.frames[k].sentence for k in (n, *ns)}) > 1:
            return False
        nearest = max((k for k in ns if k < n), default=n)
        return ";" not in self.folded[self.b.q[nearest].ve : self.b.q[n].vs]


class Slip(NamedTuple):
    """A figure, the value it may have been meant to have, and by what its digits are worth more
    where its comma is elsewhere."""

    figure: Quantity
    value: Decimal
    by: Decimal = _ONE

    def meant(self) -> Quantity:
        """The figure as it was meant, as precise as it is."""
        q, by = self.figure, self.by
        if by == _ONE:
            return with_value(q, self.value)
        return replace(q, value=self.value, low=q.low * by, high=q.high * by, step=q.step * by)

    def leads(self, off: Interval | None) -> bool:
        """True where it leads as far away as `off` says, or that does not tell."""
        if off is None or self.by != _ONE:
            return True
        return off.low <= abs(self.value - self.figure.value) <= off.high


def is_slip(q: Quantity, value: Decimal) -> bool:
    """True where one wrong digit, two swapped ones, one typed twice or one left out, or a comma
    elsewhere, lead from `value` to what is written."""
    if misplaced(q, value):
        return True
    a, b = digits(q, q.value), digits(q, as_fine(q, value))
    if 0 < q.step < 1 and 0 < len(b) < len(a):
        b = b.zfill(len(a))  # 0,96 beside 2,96
    if len(a) == 1:
        return len(b) == 1 and abs(int(a) - int(b)) == 1
    if len(a) == _PADDED and len(b) == 1:
        return swapped(a, b.zfill(_PADDED))  # 90 for 09
    return one_digit(a, b) or swapped(a, b) or miscounted(a, b)


def is_swap(q: Quantity, value: Decimal) -> bool:
    """True where two swapped digits lead from `value` to what is written."""
    return swapped(digits(q, q.value), digits(q, as_fine(q, value)))


def as_fine(q: Quantity, value: Decimal) -> Decimal:
    """A value without its sign, rounded as a figure is."""
    value = abs(value)
    return (value / q.step).to_integral_value() * q.step if q.step else value


def part_slipped(x: Quantity, p: Quantity, y: Quantity) -> bool:
    """True where one wrong digit, or two swapped ones, in part `x` explain why it is not the share
    `p` of whole `y`, and that would hardly be so by chance: for a small count the share must give
    a whole number, for a large one be told finely."""
    told = digits(x, x.value)
    if x.step or y.step or len(told) < _PART_DIGITS or not 0 < p.value < HUNDRED:
        return False
    low, high = (y.value * bound / HUNDRED for bound in (p.low, p.high))
    slips = {Decimal(text) for text in (*changes_of(told), *swaps_of(told))}
    numbers = 9 * 10 ** (len(told) - 1)
    if len(slips) * (high - low) > _CHANCE * numbers:
        return False
    return any(low <= value <= high and value != x.value for value in slips)


def is_slip_of(q: Quantity, told: Outcome | None) -> bool:
    """True where a slip leads to figure `q` from what follows."""
    if told is None or told.computed is None:
        return False
    return is_slip(q, told.computed)


def slip_explains(
    figures: Sequence[Quantity],
    fits: Callable[[Quantity, Quantity], bool],
    width: float,
    most: float,
    *,
    last: bool = True,
    off: Interval | None = None,
) -> bool:
    """True where one of the figures, meant with two digits swapped, one not typed twice, its comma
    elsewhere, one other digit (in its `last` place too) or one more, fits, and chance, with `width`
    hits a try and `most` let pass, hardly explains it. What is seldom possible comes first. `off`
    is how far a slip must lead, if known (`sum_off`): what leads elsewhere need not be tried."""
    made = 0
    for slips in variants(figures, last=last):
        made += len(slips)
        if made * width > most:
            return False
        if any(slip.leads(off) and fits(slip.figure, slip.meant()) for slip in slips):
            return True
    return False


def sum_off(option: Option, stated: Quantity, own: Mapping[str, Quantity]) -> Interval | None:
    """How far a slip in one figure leads where it explains why a sum does not agree; None for
    another reading. `own` are the operands."""
    if option.formula != "sum" or stated.id in own or len(own) != len(option.operands):
        return None
    if any(abs(o.weight) != 1 for o in option.operands):
        return None
    given = sum(own[o.quantity].value * o.weight for o in option.operands)
    room = stated.step + sum(q.high - q.low for q in (stated, *own.values()))
    gap = abs(given - stated.value)
    return Interval(gap - room, gap + room)


def share_slips(option: Option, share: Quantity, terms: Sequence[Quantity], most: float) -> bool:
    """True where a slip in a share or its terms explains why they do not agree, however far off it
    is: "thụ lý 6.842 vụ, giải quyết 651 vụ, đạt 95,25%" (6.517)."""
    known = {q.id: q for q in terms}

    def fits(q: Quantity, meant: Quantity) -> bool:
        told = meant if q is share else share
        return meant.value > 0 and agrees(option, told, {**known, q.id: meant})

    if not share.value:
        return False
    return slip_explains([share, *terms], fits, float((share.step or 1) / share.value), most)


def variants(figures: Sequence[Quantity], *, last: bool = True) -> Iterator[list[Slip]]:
    """What figures may have been meant to be, for each sort of slip, the one that is seldom
    possible first."""
    told = [(q, digits(q, q.value), q.step or _ONE) for q in figures]
    for slips in (swaps_of, undoubled):
        yield [Slip(q, Decimal(x) * step) for q, d, step in told for x in slips(d)]
    yield [Slip(q, q.value * by, by) for q in figures for by in commas_elsewhere(q)]
    for slips in (changes_of, restored):
        yield [
            Slip(q, Decimal(x) * step)
            for q, d, step in told
            for x in slips(d)
            if last or x[:-1] != d[:-1]
        ]


def slipped(q: Quantity, value: Decimal, least: int, room: int = 0) -> bool:
    """True where a figure of so many digits at least is a slip of `value`, or of what is up to
    `room` units of its last digit from it, as rounded terms may be."""
    near = [value + q.step * k for k in range(-room, room + 1)] if q.step else [value]
    return len(digits(q, q.value)) >= least and any(v > 0 and is_slip(q, v) for v in near)


def sum_slip(
    whole: Quantity,
    parts: Sequence[Quantity],
    least: int = 2,
    room: int = 0,
    signs: Sequence[int] | None = None,
) -> bool:
    """True where a slip of a whole or of one of its parts, each added by its sign, explains why
    they do not add up to it; `least` and `room` as of `slipped`."""
    terms = list(zip(parts, signs or [1] * len(parts), strict=True))
    gap = sum((q.value * sign for q, sign in terms), Decimal(0)) - whole.value
    return slipped(whole, whole.value + gap, least, room) or any(
        slipped(q, q.value - gap * sign, least, room) for q, sign in terms
    )
