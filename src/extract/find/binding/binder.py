"""The figures of one document with their frames, and the relations announced about them.

`Binder` answers what binding needs to know: which levels a reader still has in mind at a place,
which figures may be compared, what a change starts from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations

from extract.find.binding.comparable import Comparable, overlap
from extract.find.binding.mentioned import Mentions
from extract.find.binding.places import Figures
from extract.find.claims.frames import Frame
from extract.model import Announced, Bond, Kind, Option, Quantity, Scope
from extract.rules.wording import terms, wording
from extract.values.formula import digits, evaluate
from extract.values.units import PERCENT_UNITS

_AVERAGE = wording("binder.average")
_APART = wording("binder.apart")
_GROSS = wording("binder.gross")
_UNNUMBERED = wording("binder.unnumbered")
_ESTIMATED = wording("binder.estimated")
_SHARE = wording("binder.share")
_TURN = wording("binder.in_turn")
_AND_ANOTHER = wording("binder.and_another")
_AND_MOVED = wording("binder.and_moved")
_OF_RATE = wording("binder.of_rate")
_GOES_ON = wording("change_levels.goes_on")
_OTHER_BASE = wording("change_levels.other_base")
_ILLEGIBLE = wording("binder.illegible")
_ITEM = re.compile(r"[ ]*(?:[-+*•–]|[a-zđ][.)]|[0-9]{1,2}[.)]) ")
_IN_BRACKETS = re.compile(r" ?\([^()]*+\)")
_NAMED = 60  # characters of the name between a figure and its bracket
_ESTIMATE = 24  # characters before a figure that call it an estimate
_SHARES_BACK = 8  # figures before a rate among which the shares are told that it may tell apart
_SHARES_AHEAD = 5
# rules that know the level of each of several figures
_IN_PAIRS = frozenset({"rel.growth-pair", "rel.pairwise", "rel.in-turn", "rel.rows"})
_IN_TURN = 24  # characters before a rate in which words tell that it is one of several
_NEAR_BY = 4  # part of a growth that a rate meant of it may be wrong by
_THOUSAND = 1000
_COARSE = 50  # thousands that a figure rounded to thousands has at least


class Binder(Figures):
    """Builds announced relations for one document."""

    def __init__(self, doc: Mentions, same: Comparable) -> None:
        super().__init__(doc)
        self.same = same
        self._facts = [_is_fact(x, frame) for x, frame in zip(self.q, self.frames, strict=True)]
        self.found: list[Announced] = []
        self.leads: dict[int, list[int]] | None = None  # block -> figures of the lines above it
        self.pairs: dict[int, tuple[int, int]] = {}  # change -> levels before and after it
        self.led_to: dict[int, int] = {}  # change -> the level that it led to
        self.parts: set[int] = set()  # figures that are parts of a sum
        self.closed: set[int] = set()  # wholes all of whose parts are told, figure after figure
        self.bases: dict[int, list[int]] = {}  # change -> levels it may be a change of
        self.are_bases: set[int] = set()  # those levels
        self.rated: dict[int, int] = {}  # rate -> the change that it is the rate of
        self.aimed: set[int] = set()  # changes that tell how far a rate is from its aim
        self.told: dict[int, int] = {}  # rate -> the level that the text names as its base

    def done(self) -> list[Announced]:
        """All that is announced; what was made of the figures, and knows them, is let go of."""
        self._made.clear()
        return self.found

    # -- helpers ---------------------------------------------------------------------------

    def checked(self, *ns: int) -> bool:
        """True where all figures are facts or rates that arithmetic may check."""
        facts = self._facts
        for n in ns:  # noqa: SIM110 - asked at every figure of every search
            if not facts[n]:
                return False
        return True

    def adds_up(self, *ns: int) -> bool:
        """True where arithmetic may add figures to a whole: facts, or figures of one plan told
        without "at least" or "at most"."""
        planned = all(
            self.frames[n].status == "target"
            and self.q[n].bound is None
            and self.q[n].value_to is None
            for n in ns
        )
        return planned or self.checked(*ns)

    def of_one_plan(self, *ns: int) -> bool:
        """True where figures are amounts that a plan or budget gives, some of them called its
        targets only by their names ("hỗ trợ mục tiêu 150 tỷ đồng"), none with "at least"."""
        return all(
            self.frames[n].status in ("target", "reported")
            and self.q[n].bound is None
            and self.q[n].value_to is None
            and self.same.measured(self.q[n].unit)
            for n in ns
        )

    def add(
        self,
        kind: Kind,
        stated: int,
        options: Sequence[Option],
        scope: Scope,
        bond: Bond,
        rule: str,
        cue: tuple[int, int] | None = None,
        group: str | None = None,
    ) -> None:
        """Keep an announced relation; its cue is by default the stretch its figures span."""
        if kind == "sum" and self._is_rounded_estimate(stated, options[0]):
            bond = "silent"
        if kind == "percent" and (
            self._may_move_share(stated, options)
            or self._moves_shares(stated)
            or _OF_RATE.match(self.folded, self.q[stated].full_ve)
        ):
            bond = "silent"
        if kind in ("percent", "share", "difference") and rule not in _IN_PAIRS:
            bond = "silent" if self._is_of_several(stated, kind) else bond
        if cue is None:
            places = [self.by_id[o.quantity] for o in options[0].operands] + [self.q[stated]]
            cue = (min(x.vs for x in places), max(x.ve for x in places))
        if kind == "sum" and bond != "silent" and self._may_lack_unread(stated, options[0]):
            bond = "silent"
        self.found.append(
            Announced(kind, self.q[stated].id, tuple(options), cue, scope, bond, rule, None, group)
        )

    def _may_lack_unread(self, stated: int, parts: Option) -> bool:
        """True where digits that cannot be read, or that have lost the blank before them, may be
        one more part in the sentences of a sum: "sửa chữa34 hộ; xây mới 512 hộ"."""
        ns = [stated, *(self.place[o.quantity] for o in parts.operands)]
        low = min(self.frames[n].sentence[0] for n in ns)
        high = max(self.frames[n].sentence[1] for n in ns)
        if any(low <= start < high for start, _ in self.doc.unread):
            return True
        return any(
            self.first_at(m.start()) == self.first_at(m.end())  # no figure begins there
            for m in _ILLEGIBLE.finditer(self.folded, low, high)
        )

    def _may_move_share(self, n: int, options: Sequence[Option]) -> bool:
        """True where rate of change `n` is told right behind the share of its level and is nowhere
        near the growth of that level: "còn 2.256 hộ nghèo, tỷ lệ 19,44%, giảm 5,56%" may tell in
        points how far the share fell."""
        share = n - 1
        if not self.is_share(share) or not self.one_sentence(share, n):
            return False
        stated = self.q[n]
        told = [evaluate(o, stated, self.by_id) for o in options if o.formula == "growth"]
        growths = [abs(t.computed) for t in told if t is not None and t.computed is not None]
        return bool(told) and all(abs(g - stated.value) * _NEAR_BY > g for g in growths)

    def _moves_shares(self, n: int) -> bool:
        """True where rate `n` is just how far two shares told near it are apart: "3.215 hộ (14,2%)
        xuống 2.608 hộ (11,5%), giảm 607 hộ, tương đương 2,7%"."""
        stated = self.q[n]
        shares = [
            self.q[k]
            for k in range(max(0, n - _SHARES_BACK), min(len(self.q), n + _SHARES_AHEAD))
            if k != n and self.is_share(k) and self.one_block(k, n)
        ]
        return any(abs(x.value - y.value) == stated.value for x, y in combinations(shares, 2))

    def _is_of_several(self, n: int, kind: Kind) -> bool:
        """True where rate or change `n` is one of several told in the turn of what they are of:
        "tương ứng 25% và 20%", "hụt 159 nghìn lượt và 8 nghìn lượt", "10,9% về số dự án, 86,5% về
        vốn"."""
        for k, other in ((n, n + 1), (n - 1, n)):
            if not 0 <= k < other < len(self.q):
                continue
            bare = self.q[k].unit is None and self.q[k].of is None  # "0,31 và 0,22 điểm"
            if not bare and self.q[k].unit != self.q[other].unit:
                continue
            between = self.q[k].ve, self.q[other].vs
            joined = self.folded.endswith(" và ", *between) or kind != "difference"
            if joined and _AND_ANOTHER.fullmatch(self.folded, *between):
                return True
            low = max(self.frames[k].sentence[0], self.q[k].vs - _IN_TURN)
            turned = _AND_MOVED.fullmatch(self.folded, *between)
            if turned and _TURN.search(self.folded, low, self.q[k].vs):
                return True
        return False

    def is_share(self, k: int) -> bool:
        """True where figure `k` tells in percent what its level is of a whole: "2.256 hộ, chiếm
        19,44%", "2.256 hộ (19,44%)"."""
        if k < 1 or self.q[k].unit != "%" or self.q[k].direction is not None:
            return False
        before = self.folded[max(self.frames[k].sentence[0], self.q[k - 1].ve) : self.q[k].vs]
        return _SHARE.search(before) is not None

    def take_back(self, gone: Callable[[Announced], bool]) -> None:
        """Forget the relations announced so far of which this holds."""
        self.found[:] = [a for a in self.found if not gone(a)]

    def _is_rounded_estimate(self, n: int, parts: Option) -> bool:
        """True where figure `n` is a count or a measure estimated in round thousands that its
        parts round to: "ước đạt 483.000 tấn", 405.000 and 77.600. Amounts of money are told as
        they add up."""
        q = self.q[n]
        whole = digits(q, q.value)
        if q.unit is None or q.unit in terms("don_vi_tien") or q.value_to is not None:
            return False
        if not whole or int(whole) % _THOUSAND or int(whole) < _COARSE * _THOUSAND:
            return False
        unit = q.value / int(whole)
        total = sum((self.by_id[o.quantity].value * o.weight for o in parts.operands), Decimal(0))
        if abs(total - q.value) * 2 > unit * _THOUSAND:
            return False
        low = max(self.frames[n].sentence[0], q.vs - _ESTIMATE)
        return _ESTIMATED.search(self.folded[low : q.vs]) is not None

    def goes_on(self, k: int, n: int) -> bool:
        """True where figure `n` behind figure `k` tells how that moved, with nothing else named
        between them: "từ 120 lên 150 con, tăng 25%", not "…, đàn lợn tăng 8%"."""
        if _OTHER_BASE.match(self.folded, self.q[n].full_ve):
            return False  # "…, vượt 8,1% kế hoạch"
        told, end = self.q[k].full_ve, self.q[n].vs
        named = self.q[k].noun is not None and self.q[k].noun_vs <= told + 1
        if named and self.q[k].noun_ve <= end:
            told = max(told, self.q[k].noun_ve)  # "757 vụ, việc" is one thing
        return _GOES_ON.fullmatch(self.folded, told, end) is not None

    def in_item(self, k: int) -> bool:
        """True where figure `k` stands in a line that is marked as an item of a list."""
        start = self.folded.rfind("\n", 0, self.frames[k].sentence[0] + 1) + 1
        return _ITEM.match(self.folded, start) is not None

    def bracketed_alone(self, n: int) -> bool:
        """True where a bracket behind a name holds figure `n` and no other: "Tân An (118)"."""
        around = self.bracket(n)
        if around is None or self.folded[around[0] : self.q[n].vs].strip("( "):
            return False
        return n + 1 == len(self.q) or self.q[n + 1].vs > around[1]

    def bracketed_change(self, n: int) -> bool:
        """True where figure `n` is a change and the one figure of a bracket: "(tăng 2 người)"."""
        around = self.bracket(n)
        if around is None or self.q[n].direction is None:
            return False
        before = n == 0 or self.q[n - 1].vs < around[0]
        return before and (n + 1 == len(self.q) or self.q[n + 1].vs > around[1])

    def past_aside(self, n: int) -> int | None:
        """The figure after `n`, past a bracket right behind it that divides it: "35 (có 07 đảng bộ
        và 28 chi bộ), chiếm P%"; None where no such bracket stands there, or one with rates."""
        q = self.q
        if n + 1 >= len(q):
            return None
        inner = self.bracket(n + 1)
        if inner is None or inner[0] < q[n].full_ve or inner[0] - q[n].full_ve > _NAMED:
            return None
        for k in range(n + 1, len(q)):
            if q[k].vs > inner[1]:
                return k if self.one_sentence(k, n) else None
            if q[k].unit in PERCENT_UNITS:
                return None
        return None

    def beside_unnumbered(self, t: int, p: int) -> bool:
        """True where a part of `t` with no figure is told right before part `p`: "41 cuộc, trong
        đó cuộc chuyên đề về đất đai và 2 cuộc khác chưa xong, còn lại 38 cuộc"."""
        gap = self.between(t, p)
        return _UNNUMBERED.search(gap) is not None

    def without_aside(self, n: int, k: int) -> str:
        """The text between figures `n` and `k` without what stands in brackets."""
        return _IN_BRACKETS.sub("", self.between(n, k))

    def one_of_changes(self, c: int) -> bool:
        """True where change `c` is told right behind another one, of which the rate may be: "tăng
        14 vụ, 9 bị cáo so với năm trước, tỷ lệ tăng 20%"."""
        before = self.q[c - 1] if c else None
        if before is None or before.direction != self.q[c].direction:
            return False
        between = self.folded[before.full_ve : self.q[c].vs].removeprefix(f" {before.unit}")
        return between.strip() in (",", "và", ", và")

    def levels_before(self, at: int, n: int, like: int) -> list[int]:
        """Levels before place `at` in figure `n`'s sentence that a reader still has in mind.

        Those outside closed brackets, of the unit of figure `like` first, the nearest first;
        parts of a sum after its whole.
        """
        low = self.frames[n].sentence[0]
        found: list[int] = []
        for k in range(n - 1, max(-1, n - 14), -1):
            x = self.q[k]
            if x.vs < low:
                break
            if x.ve <= at and self._plain_level(k) and self.visible(k, at):
                found.append(k)
        unit = self.q[like].unit
        found = [k for k in found if self.same(self.q[k], self.q[like])]
        found.sort(key=lambda k: (self.q[k].unit != unit, k in self.parts, -k))
        return found

    def _plain_level(self, k: int) -> bool:
        x = self.q[k]
        return x.direction is None and x.value_to is None and not x.words and self.checked(k)

    def apart(self, b: int, c: int) -> bool:
        """True where words between two figures part them: an average, a year's share, a part."""
        low, high = sorted((self.q[b].full_ve, self.q[c].vs))
        x, y = self.q[b], self.q[c]
        one_rate = x.per == y.per and not self.same.measured(y.unit)  # giảm 1,1 học sinh/lớp
        if _APART.search(self.folded, low, high) or (y.per is not None and not one_rate):
            return True
        before = self.folded[max(self.frames[c].sentence[0], self.q[c].vs - 30) : self.q[c].vs]
        after = self.folded[self.q[c].full_ve : self.q[c].full_ve + 50]
        return bool(_AVERAGE.search(before)) or bool(_GROSS.match(after))

    def _base(self, c: int, a: int, *, first: bool) -> None:
        """Remember that change `c` may start from level `a`."""
        self.are_bases.add(a)
        known = self.bases.setdefault(c, [])
        if a not in known:
            known.insert(0 if first else len(known), a)

    def _minus(self, a: int, b: int, c: int) -> Option:
        """old - new for a fall, new - old for a rise."""
        if self.q[c].direction == "increase":
            return self.less(b, a)
        return self.less(a, b)

    def _gap_of(self, a: int, b: int, c: int, bond: Bond, rule: str) -> None:
        """Announce that `c` is a - b."""
        option = self.less(a, b)
        self.add("difference", c, [option], self.scope(a, b, c), bond, rule)

    def _alike(self, *ns: int) -> bool:
        """True where the figures count the same thing as far as their words tell."""
        units = {self.q[n].unit for n in ns} - {None}
        if len(units) > 1:
            return False
        nouns = [self.q[n].noun for n in ns if self.q[n].noun]
        return all(overlap(nouns[0], other) > 0 for other in nouns[1:])

    def _previous_sentence(self, n: int, like: int) -> list[int]:
        """Levels of the sentence before figure `n`'s in its block, of the unit of `like`."""
        low = self.frames[n].sentence[0]
        k = n - 1
        while k >= 0 and self.q[k].vs >= low:
            k -= 1
        if k < 0 or not self.one_block(k, n):
            return []
        place = self.frames[k].sentence
        found = []
        while k >= 0 and self.frames[k].sentence == place:
            if self._plain_level(k) and self.same(self.q[k], self.q[like]):
                found.append(k)
            k -= 1
        found.sort(key=lambda k: (k in self.parts, k))
        return found


def _is_fact(x: Quantity, frame: Frame) -> bool:
    """True where arithmetic may check a figure."""
    if x.value_to is not None or frame.status == "target":
        return False
    return frame.status == "reported" or x.bound is None
