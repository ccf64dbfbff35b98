"""What is left of a total whose words tell it, over the parts of what is done already.

"Tiếp nhận 1.250 hồ sơ. Đã giải quyết 1.180 hồ sơ, gồm 1.150 hồ sơ đúng hạn và 30 hồ sơ quá hạn; số
còn lại 70 hồ sơ đang xử lý": the rest of what was received less what is done, not of the two
figures nearest to it. One that does not agree is an error only where a slip of a digit explains it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.model import Announced, Bond, Option
from extract.rules.wording import Asked, wording
from extract.values.formula import agrees
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS, POINTS, TIME

_LEFT = wording("remainders.left")
_LEFT_AFTER = wording("remainders.left_after")
_DONE = wording("remainders.done")
_RECEIVED = wording("remainders.received")
_MISSING = wording("remainders.missing")
_FAILED = wording("remainders.failed")
_NOT = wording("remainders.not_so")
_NOT_AFTER = wording("remainders.not_after")
_WITHOUT = wording("remainders.without")
_OF_TOTAL = wording("remainders.of_total")
_BESIDE = wording("remainders.beside")
_BESIDE_RATE = wording("remainders.beside_rate")
_CLOSED = wording("remainders.closed")
_OPENS = wording("remainders.opens")
_AHEAD = 6  # figures behind a share among which the rest is looked for
_TERMS = 2  # figures that a rest is told of
_FAR = 40  # figures before what is without a thing among which the whole is told
_BLOCKS = 8  # and paragraphs
_ABOVE = 18  # figures above the paragraph of a rest among which its total is told
_LINES = 3  # and paragraphs
_FAR_LEAST = 3  # digits of a rest, or of what it is told of, that such a slip is told of
_LEAST = 2  # digits of a rest that a slip is told of


def find_remainders(binder: Moments) -> None:
    """Announce what is left of a total received and what is done of it."""
    search = Remainders(binder)
    search.run()
    search.of_fractions()
    search.of_shares()
    search.failed()
    search.without()
    search.of_totals()
    search.in_lines()


class Remainders(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every figure that is told as what is left."""
        for c, q in enumerate(self.b.q):
            if not self.level(c) or q.unit is None or not self._left(c):
                continue
            if self.settled(c, "difference"):
                continue
            near = self._near(c)
            done = next((k for k in near if self._tells(_DONE, k)), None)
            if done is None:
                continue
            total = next((k for k in near if k < done and self._tells(_RECEIVED, k)), None)
            if total is None or self.b.q[total].value <= self.b.q[done].value:
                continue
            self._add(c, total, done)

    def of_fractions(self) -> None:
        """Look at what is left of the y of an x/y told before: "Đã giải quyết 412/560 hồ sơ. … Đang
        giải quyết 148 hồ sơ"."""
        for c, q in enumerate(self.b.q):
            if not self.level(c) or q.unit is None or not self._left(c):
                continue
            done = next((k for k in self.back(c) if self.b.q[k].of is not None), None)
            if done is None or self.settled(c, "difference"):
                continue
            x = self.b.q[done]
            alike = self.akin(x, q) and self.b.visible(done, q.vs)
            if not alike or x.of is None or not self.b.checked(done):
                continue
            option = Option("gap", (self.b.op(done, -1),))
            fine = agrees(option, q, self.by_id)
            if not self._tells(_DONE, done) and not (fine and x.unit == q.unit):
                continue  # "61/80 xã đạt chuẩn. … Còn 19 xã chưa đạt"
            beside = self._beside(done, c)
            if fine or beside or self.slipped(c, x.of - x.value):
                scope = self.b.scope(done, c)
                bond: Bond = "silent" if fine else "weak" if beside else "unexplained"
                self.b.add("difference", c, [option], scope, bond, "rel.remainder-far")

    def _beside(self, done: int, c: int) -> bool:
        """True where figure `c` is told right behind x/y `done`, or behind its rate."""
        x, q = self.b.q[done], self.b.q[c]
        if c == done + 1:
            return _BESIDE.fullmatch(self.folded, x.full_ve, q.vs) is not None
        rate = self.b.q[done + 1]
        if c != done + 2 or rate.unit not in PERCENT_UNITS:
            return False
        between = self.folded[x.full_ve : rate.vs] + self.folded[rate.full_ve : q.vs]
        end = q.full_ve + len(
            f" {q.unit}" if self.folded.startswith(f" {q.unit}", q.full_ve) else ""
        )
        return bool(_BESIDE_RATE.fullmatch(between) and _CLOSED.match(self.folded, end))

    def of_shares(self) -> None:
        """Look at what is left right after a share: "giải ngân 3.402 tỷ đồng, bằng 57,9% kế hoạch;
        còn 2.472 tỷ đồng", of the level that the share is found to be of."""
        for a in list(self.b.found):
            option = next((o for o in a.options if self._explains(o, a)), None)
            if option is None:
                self._beside_fraction(a)
                continue
            n, (part, whole) = self.b.place[a.stated], self.b.operands(option)
            c = self._after(n, self.b.q[whole].unit, self.b.clause_before(whole))
            bare = self.b.q[part].unit is None  # "Số dự án: 73; đã duyệt 58 (79,5%); chậm 15 dự án"
            alike = bare or self.b.same(self.b.q[part], self.b.q[whole])
            if c is None or not alike or not self.b.checked(part, whole):
                continue
            if not self.settled(c, "difference"):
                self._rest_of(n, c, whole, part)

    def _beside_fraction(self, a: Announced) -> None:
        """Announce the level behind the rate of an x/y that is just what x leaves of y: "hòa giải
        thành 88/107 vụ, đạt 82,2%, số không thành 19 vụ"."""
        option = a.options[0]
        if a.kind != "share" or len(option.operands) != 1:
            return
        x = self.by_id[option.operands[0].quantity]
        if x.of is None:
            return
        c = self._after(self.b.place[a.stated], x.unit)
        if c is None or self.b.is_slight(c) or self.b.q[c].bound or self.settled(c, "difference"):
            return
        rest = Option("gap", (self.b.op(self.b.place[x.id], -1),))
        if x.of - x.value == self.b.q[c].value and self.b.agrees(option, a.stated):
            scope = self.b.scope(self.b.place[x.id], c)
            self.b.add("difference", c, [rest], scope, "silent", "rel.remainder-far")

    def _rest_of(self, n: int, c: int, whole: int, part: int) -> None:
        """Announce figure `c` behind share `n` as the rest, if words call it so, or if it is just
        what is left and more than a few."""
        told = _MISSING.search(self.folded[self._since(n, c) : self.b.q[c].vs]) is not None
        lacks = _NOT_AFTER.match(self.folded, self.b.q[c].ve) is not None
        plain = self.b.q[c].bound is None and not self._summed(whole, c)
        exact = plain and self._left_of(whole, part) == self.b.q[c].value
        if told or (exact and (lacks or not self.b.is_slight(c))):
            self._add(c, whole, part, sure=told)

    def _summed(self, whole: int, c: int) -> bool:
        """True where words tell that figure `c` is one of the parts of a whole."""
        own = self.b.q[c].id
        return any(
            own in o.ids and agrees(o, self.b.q[whole], self.by_id)
            for a in self.stated.get(self.b.q[whole].id, ())
            if a.kind == "sum" and a.bond != "silent"
            for o in a.options
        )

    def _after(self, n: int, unit: str | None, label: str = "") -> int | None:
        """The first level of a unit behind share `n` in its sentence, past rates, spans of time and
        brackets; where there is no unit, of one that the label names: "Số dự án: 73"."""
        for c in range(n + 1, min(len(self.b.q), n + _AHEAD)):
            q = self.b.q[c]
            if not self.b.one_sentence(c, n):
                return None
            if q.unit in TIME or self._aside(n, c):
                continue
            named = unit is None and q.unit is not None and q.unit in label
            alike = q.unit == unit or named or self._counts_the_same(q.unit, unit)
            return c if alike and self.level(c) else None
        return None

    def _aside(self, n: int, c: int) -> bool:
        """True where figure `c` behind share `n` is a rate or stands in a bracket of its own."""
        inner = self.b.bracket(c)
        apart = inner is not None and inner != self.b.bracket(n)
        return apart or self.b.q[c].unit in PERCENT_UNITS | POINTS

    def _since(self, n: int, c: int) -> int:
        """Where the words before figure `c` begin: behind share `n`, and what stands aside."""
        asides = (k for k in range(c - 1, n, -1) if self._aside(n, k))
        return self.b.q[next(asides, n)].ve

    def _counts_the_same(self, u: str | None, v: str | None) -> bool:
        """True where two units are of one group: "72 cán bộ/80 biên chế, thiếu 08 người"."""
        return u is not None and v is not None and self.b.same.units(u, v)

    def _explains(self, option: Option, a: Announced) -> bool:
        pair = option.formula == "percent" and len(option.operands) == 2 and a.kind == "share"
        return pair and self.b.agrees(option, a.stated)

    def _left(self, c: int) -> bool:
        before = self.b.clause_before(c)
        if _LEFT.search(before):
            return True
        return _LEFT_AFTER.match(self.folded, self.b.q[c].ve) is not None

    def _add(self, c: int, total: int, done: int, *, sure: bool = True) -> None:
        """Announce figure `c` as the rest of a total, if it agrees or, where `sure`, is a slip of
        what would."""
        option = self.b.less(total, done)
        fine = agrees(option, self.b.q[c], self.by_id)
        if fine or (sure and self._slip(c, total, done)):
            scope = self.b.scope(total, done, c)
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("difference", c, [option], scope, bond, "rel.remainder-far")

    def _slip(self, c: int, total: int, done: int) -> bool:
        """True where a slip leads to a rest from what is left, or to what is done, or to the total,
        from what the other two leave."""
        q = self.b.q
        near = self.b.one_block(c, done)
        if self.slipped(c, q[total].value - q[done].value, _LEAST if near else _FAR_LEAST):
            return True
        done_so = self.slipped(done, q[total].value - q[c].value, _FAR_LEAST)
        return done_so or self.slipped(total, q[done].value + q[c].value, _FAR_LEAST)

    def _tells(self, words: Asked, k: int) -> bool:
        return words.search(self.b.clause_before(k)) is not None

    def _near(self, c: int) -> list[int]:
        """Levels of the unit of figure `c` before it, outside brackets, the nearest first; those of
        the paragraphs above where its own tells none."""
        own = [k for k in self.back(c) if self._like(k, c)]
        return own or [k for k in self._above(c) if self._like(k, c)]

    def _like(self, k: int, c: int) -> bool:
        """True where figure `k` is a level of the unit of `c` that a reader at `c` has in mind."""
        alike = self.akin(self.b.q[k], self.b.q[c]) and self.level(k)
        return alike and self.b.visible(k, self.b.q[c].vs)

    def _above(self, c: int) -> Iterator[int]:
        """The figures of the paragraphs right above that of figure `c`, the nearest first; none
        where a figure before it in its own counts the same."""
        frames = self.b.frames
        for k in range(c - 1, max(-1, c - 1 - _ABOVE), -1):
            apart = frames[c].block - frames[k].block
            if apart > _LINES or (not apart and self._like(k, c)):
                return
            if apart:
                yield k

    # -- what did not come about ---------------------------------------------------------------

    def failed(self) -> None:
        """Look at every figure of what did not come about, right after a whole and what did:
        "đăng ký 512 người, có mặt 498 người, vắng 14 người"."""
        for c in range(2, len(self.b.q)):
            if not self.level(c) or not self._failed(c):
                continue
            row = [k for k in self._sentence_back(c) if self.akin(self.b.q[k], self.b.q[c])]
            if len(row) < _TERMS or self.settled(c, "difference"):
                continue
            done, total = row[:_TERMS]
            if self.b.q[total].value > max(self.b.q[done].value, self.b.q[c].value):
                self._add(c, total, done, sure=not self._goes_on(c))

    def _failed(self, c: int) -> bool:
        before = self.b.clause_before(c)
        if _FAILED.search(before):
            return True
        m = _NOT.search(before)
        if m is None:
            return False
        row = self._sentence_back(c)
        names = frozenset(WORD.findall(m["not"]))
        return bool(row) and bool(names & self.words(row[0]) - {self.b.q[c].unit})

    def _sentence_back(self, c: int) -> list[int]:
        """The levels before figure `c` in its sentence, outside brackets, the nearest first; none
        from the first figure on that is neither a level nor a rate."""
        found: list[int] = []
        for k in range(c - 1, max(-1, c - 1 - _AHEAD), -1):
            if not self.b.one_sentence(k, c):
                break
            if self.b.q[k].unit in PERCENT_UNITS or not self.b.visible(k, self.b.q[c].vs):
                continue
            if not self.level(k):
                break
            found.append(k)
        return found

    def _goes_on(self, c: int) -> bool:
        """True where another figure of the kind of `c` follows it in its clause."""
        n = c + 1
        if n >= len(self.b.q) or not self.b.one_sentence(n, c):
            return False
        gap = self.folded[self.b.q[c].ve : self.b.q[n].vs]
        return ";" not in gap and self.level(n) and self.akin(self.b.q[n], self.b.q[c])

    def without(self) -> None:
        """Look at every figure of what is without a thing that has just been counted, of a whole
        told before: "Huyện có 146 xóm. … Nhà văn hóa: 133 nhà, còn 13 xóm chưa có nhà văn hóa"."""
        for c in range(2, len(self.b.q)):
            m = _WITHOUT.match(self.folded, self.b.q[c].ve)
            if m is None or not self.level(c) or self.settled(c, "difference"):
                continue
            had = c - 1
            one = self.b.one_sentence(had, c) and self.level(had)
            named = frozenset(WORD.findall(m["what"])) & self.told(
                self.b.frames[c].sentence[0], self.b.q[had].noun_ve
            )
            if not one or not named or _LEFT.search(self.b.clause_before(c)) is None:
                continue
            wholes = [k for k in self._wholes(had, c)]
            fine = next((k for k in wholes if self._left_of(k, had) == self.b.q[c].value), None)
            if fine is not None:
                self._add(c, fine, had)
            elif len({self.b.q[k].value for k in wholes}) == 1:
                self._add(c, wholes[0], had)

    def _wholes(self, had: int, c: int) -> Iterator[int]:
        """Levels of the unit of figure `c` before `had` that are larger, the nearest first."""
        for k in range(had - 1, max(-1, had - 1 - _FAR), -1):
            if self.b.frames[c].block - self.b.frames[k].block > _BLOCKS:
                return
            x = self.b.q[k]
            if self.level(k) and x.unit == self.b.q[c].unit and x.value > self.b.q[had].value:
                yield k

    def _left_of(self, total: int, done: int) -> Decimal:
        return self.b.q[total].value - self.b.q[done].value

    def of_totals(self) -> None:
        """Look at every figure before a bracket that tells its whole and the other part: "Có 54 hồ
        sơ quá hạn (tổng số 1.240 hồ sơ, đúng hạn 1.186 hồ sơ)"."""
        for c in range(len(self.b.q) - _TERMS):
            total, done = c + 1, c + 2
            opened = _OF_TOTAL.fullmatch(self.folded, self.b.q[c].ve, self.b.q[total].vs)
            if opened is None or not all(map(self.level, (c, total, done))):
                continue
            place = self.b.bracket(total)
            following = c + 3 < len(self.b.q) and self.b.bracket(c + 3)
            alone = place == self.b.bracket(done) and following != place
            alike = all(self.akin(self.b.q[k], self.b.q[c]) for k in (total, done))
            if alone and alike and self.b.q[total].value > self.b.q[done].value:
                self._add(c, total, done)

    def in_lines(self) -> None:
        """Look at every figure that opens a sentence as what is left of the two levels that the
        sentences before it begin with: "Có 64 hợp tác xã phải chuyển đổi. Đã có 51 hợp tác xã
        chuyển đổi. Còn lại 13 hợp tác xã chờ giải thể"; that only confirms."""
        firsts = [start for start, _ in self.sentences()]
        for total, done, c in zip(firsts, firsts[1:], firsts[2:], strict=False):
            frames, q = self.b.frames, self.b.q
            if not _OPENS.match(self.folded, frames[c].sentence[0], q[c].vs):
                continue
            near = (
                frames[c].block - frames[done].block < 2 > frames[done].block - frames[total].block
            )
            if near and all(self.level(k) and q[k].unit == q[c].unit for k in (total, done, c)):
                self._add(c, total, done, sure=False)
