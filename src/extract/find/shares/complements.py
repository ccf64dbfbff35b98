"""What is all of one whole by its names: đúng hạn and quá hạn, nam and nữ, the rest.

"nam 58,4%, nữ 41,6%", each in a clause of its own or not, "y tế 13%, …, còn lại 31%": together
they are 100%; "xét 612 đơn, chấp nhận 580 đơn, từ chối 32 đơn": together they are the whole before
them. Where they are not, one slip of a digit must explain it, else they may be of different things.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import pairs, terms, wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.text import fold

_REST = wording("complements.rest")
_OTHERS = wording("complements.others")
_REST_AFTER = wording("complements.rest_after")
_OF_PLAN = wording("change_levels.planned")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CLASSES = wording("dimensions.classes")
_MARK = re.compile(r"[.,;:()]")
_LEAST = 2  # digits of a share that a slip is told of
_MOST = 12  # shares of one whole
_MANY = 3  # shares before one that is what they leave of 100%
_FEW = 2  # the same of shares in one clause that are told to a tenth
_CLOSE = Decimal("0.1")  # points off 100 of shares that no word ties
_OFF = 2  # points off 100 of many shares that need no slip to explain them
_RULE = "rel.complement"


class Complements(Distant):
    """Announces the shares and counts whose names say that nothing is left beside them."""

    def run(self) -> None:
        """Look at every share after another one, and every count after two of its unit."""
        for start, end in self.sentences():
            self._counts(start, end)
            for n in range(start + 1, end):
                if self._share(n) and not self.settled(n, "sum"):
                    others = self._told_before(n, start) or self._alone_before(n, start)
                    if others and (self._is_rest(n, others) or self._opposite(n, others, end)):
                        self._add(n, others)
                    elif n + 1 == end or not self._share(n + 1) or ";" in self._between(n, n + 1):
                        self._hundred(n, start)

    def _share(self, n: int) -> bool:
        p = self.b.q[n]
        if p.unit != "%" or p.direction or p.bound or p.value_to or not 0 < p.value < HUNDRED:
            return False
        return self.b.checked(n) and _OF_PLAN.match(self.folded, p.ve) is None

    def _told_before(self, n: int, start: int, past: str = "") -> list[int]:
        """The shares before share `n` in its clause, where it holds no rates of other sorts; those
        of the clauses before it as well, `past` semicolons."""
        found: list[int] = []
        for k in range(n - 1, start - 1, -1):
            q = self.b.q[k]
            gap = self.folded[q.ve : self.b.q[k + 1].vs]
            if (";" in gap and not past) or len(found) >= _MOST:
                break
            if self._share(k) and self.b.visible(k, self.b.q[n].vs):
                found.insert(0, k)
            else:
                return []
            if ":" in self._before(k):
                break
        return found

    def _alone_before(self, n: int, start: int) -> list[int]:
        """The share of the clause before that of share `n`, where each clause has but one."""
        k = n - 1
        apart = k >= start and self._share(k) and self._between(k, n).count(";") == 1
        return [k] if apart and (k == start or ";" in self._between(k - 1, k)) else []

    def _before(self, k: int) -> str:
        return self.b.clause_before(k)

    def _hundred(self, n: int, start: int) -> None:
        """Announce share `n` as what the shares before it leave of 100%, where it is the last of
        its clause, or of many clauses: told as the rest, also where it is not quite; else only
        where it is."""
        for past, least in ((";", _MANY), ("", _FEW)):
            others = self._told_before(n, start, past)
            if len(others) >= least and self._leave(n, others, fine=least == _FEW):
                return

    def _leave(self, n: int, others: list[int], *, fine: bool) -> bool:
        """True where share `n` is announced as what others leave; a few only where all of them are
        told to a tenth."""
        q = self.b.q[n]
        option = Option("rest", tuple(self.b.op(k) for k in others))
        if any(
            a.options[0].ids == option.ids | {q.id}
            for a in self.b.found
            if a.rule == "rel.told-hundred"
        ):
            return True  # "…, tổng các mức bằng 100%"
        gap = sum((self.b.q[k].value for k in others), q.value - HUNDRED)
        told = [self.b.q[k].step < 1 for k in (*others, n)]
        finely = (all(told) if fine else any(told)) and abs(gap) <= _CLOSE
        bond: Bond = "silent"
        if not (finely and agrees(option, q, self.by_id)):
            rest = any(w.fullmatch(self._before(n)) for w in (_REST, _OTHERS))
            if fine or abs(gap) > _OFF or not rest:
                return False
            bond = "unexplained"
        self.b.add("sum", n, [option], "sentence", bond, _RULE)
        return True

    def _is_rest(self, n: int, others: list[int]) -> bool:
        """True where share `n` is told as the rest: "còn lại 31%", "32% còn lại"."""
        if _REST_AFTER.match(self.folded, self.b.q[n].ve):
            return True
        before = self._before(n)
        m = _REST.fullmatch(before)
        if m is None:
            return False
        own = self._content(before) - {"còn", "lại"}
        return m["all"] is not None or own <= self._content(self._before(others[0]))

    def _opposite(self, n: int, others: list[int], end: int) -> bool:
        """True where the only two shares of a clause are named as opposites of one subject."""
        if len(others) != 1:
            return False
        if n + 1 < end and self._share(n + 1) and ";" not in self._between(n, n + 1):
            return False
        first, second = self._before(others[0]), self._before(n)
        for left, right in _pairs():
            for one, other in ((left, right), (right, left)):
                x, y = _named(one, first), _named(other, second)
                if x and y and not _named(other, first) and not _named(one, second):
                    own = _CLASSES.sub(" ", second.replace(y, " "))  # "khu vực nông thôn 42,9%"
                    return self._content(own) <= self._content(first)
        return False

    def _counts(self, start: int, end: int) -> None:
        """Announce a whole and two counts of its unit in a row, named as opposites: the only ones
        of the unit that follow it."""
        levels = [k for k in range(start, end) if self.level(k) and self.b.q[k].unit is not None]
        for i in range(len(levels) - 2):
            t, x, y = levels[i : i + 3]
            unit = self.b.q[t].unit
            more = i + 3 < len(levels) and self.b.q[levels[i + 3]].unit == unit
            if more or any(self.b.q[k].unit != unit for k in (x, y)):
                continue
            if self._named_apart(t, x, y) and not self.settled(t, "sum"):
                self._add_counts(t, x, y)

    def _named_apart(self, t: int, x: int, y: int) -> bool:
        """True where counts `x` and `y` bear opposite names and `t` before them none of the two."""
        whole, first, second = (self._piece(k) for k in (t, x, y))
        for left, right in _pairs():
            for one, other in ((left, right), (right, left)):
                if _named(other, first) or _named(one, second):
                    continue
                if _named([*one, *other], whole):
                    continue
                a, b = _named(one, first), _named(other, second)
                if (
                    a
                    and b
                    and self._one_subject(whole, first.replace(a, ""), second.replace(b, ""))
                ):
                    return True
        return False

    def _one_subject(self, whole: str, first: str, second: str) -> bool:
        """True where what counts are told of is told of the other one, or of the whole, as well."""
        x, y, z = (self._content(text) for text in (whole, first, second))
        return y <= x | z and z <= x | y

    def _piece(self, k: int) -> str:
        """The words between the marks around figure `k`."""
        q = self.b.q
        low = q[k - 1].ve if k else self.b.frames[k].sentence[0]
        high = q[k + 1].vs if k + 1 < len(q) else self.b.frames[k].sentence[1]
        low, high = max(low, self.b.frames[k].sentence[0]), min(high, self.b.frames[k].sentence[1])
        before = _MARK.split(self.folded[low : q[k].vs])[-1]
        return before + " " + _MARK.split(self.folded[q[k].ve : high])[0]

    def _add_counts(self, t: int, x: int, y: int) -> None:
        option = self.b.sum_of((x, y))
        fine = agrees(option, self.b.q[t], self.by_id)
        if fine or self.sum_slipped(t, (x, y)):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("sum", t, [option], "sentence", bond, "rel.opposites")

    def _between(self, a: int, b: int) -> str:
        return self.folded[self.b.q[a].ve : self.b.q[b].vs]

    @staticmethod
    def _content(text: str) -> frozenset[str]:
        ties = frozenset(word for term in terms("loi_ty_le") for word in term.split())
        return frozenset(_WORD.findall(text)) - terms("tu_dem_moc") - ties

    def _add(self, n: int, others: list[int]) -> None:
        q = self.b.q[n]
        option = Option("rest", tuple(self.b.op(k) for k in others))
        fine = agrees(option, q, self.by_id)
        gap = sum((self.b.q[k].value for k in others), q.value - HUNDRED)
        if fine or any(self.slipped(k, self.b.q[k].value - gap, _LEAST) for k in (*others, n)):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("sum", n, [option], "sentence", bond, _RULE)


@cache
def _pairs() -> list[tuple[list[str], list[str]]]:
    return [
        ([fold(x) for x in left.split("/")], [fold(x) for x in right.split("/")])
        for left, right in pairs("cap_bu_nhau").items()
    ]


def _named(names: list[str], text: str) -> str:
    """The first of some names that stands in a text as words of its own; "" where none does."""
    held = (x for x in names if x in text)
    return next((x for x in held if re.search(rf"(?<!\w){re.escape(x)}(?!\w)", text)), "")
