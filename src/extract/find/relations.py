"""The relations that the text announces: rules over the skeleton, and figures bound by period.

Nothing is judged here: `check.arithmetic` recomputes each announced relation and chooses among
its readings. Targets, norms and ranges take no part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.find.brackets import Brackets
from extract.find.claims import Frame
from extract.find.comparable import POINTS, Comparable, overlap
from extract.find.skeleton import PERCENT_UNITS, Skeleton
from extract.model import Announced, DateMention, Operand, Option, Quantity
from extract.rules.engine import Hit

_MINUS = Decimal(-1)
_DIFFERENCES = frozenset({"difference", "change-back", "shortfall"})
_FAR_APART = re.compile(r"[.;:]|, (?!giảm|tăng|thêm|bớt|giám)")


class Binder:
    """Builds announced relations for one document."""

    def __init__(
        self,
        quantities: Sequence[Quantity],
        frames: Sequence[Frame],
        dates: Sequence[DateMention],
        folded: str,
        same: Comparable,
    ) -> None:
        self.q = quantities
        self.by_id = {x.id: x for x in quantities}
        self.frames = frames
        self.dates = dates
        self.folded = folded
        self.same = same
        self.found: list[Announced] = []
        self.brackets = Brackets(folded)
        self.pairs: dict[int, tuple[int, int]] = {}  # change -> levels before and after it
        self.parts: set[int] = set()  # figures that are parts of a sum
        self.bases: dict[int, list[int]] = {}  # change -> levels it may be a change of

    # -- helpers ---------------------------------------------------------------------------

    def checked(self, *ns: int) -> bool:
        """True where all figures are facts or rates that arithmetic may check."""
        return all(self._fact(n) for n in ns)

    def _fact(self, n: int) -> bool:
        if self.q[n].value_to is not None or self.frames[n].status == "target":
            return False
        return self.frames[n].status == "reported" or self.q[n].bound is None

    def add(
        self,
        kind: str,
        stated: int,
        options: Sequence[Option],
        scope: str,
        bond: str,
        rule: str,
        cue: tuple[int, int] | None = None,
        group: str | None = None,
    ) -> None:
        """Keep an announced relation; its cue is by default the stretch its figures span."""
        if cue is None:
            places = [self.by_id[o.quantity] for o in options[0].operands] + [self.q[stated]]
            cue = (min(x.vs for x in places), max(x.ve for x in places))
        self.found.append(
            Announced(kind, self.q[stated].id, tuple(options), cue, scope, bond, rule, None, group)
        )

    def op(self, n: int, weight: Decimal | int = 1) -> Operand:
        """Figure `n` as an operand."""
        return Operand(self.q[n].id, Decimal(weight))

    def scope(self, *ns: int) -> str:
        """sentence, paragraph or section: the smallest that holds all figures."""
        if len({self.frames[n].sentence for n in ns}) == 1:
            return "sentence"
        return "paragraph" if len({self.frames[n].block for n in ns}) == 1 else "list"

    def visible(self, k: int, at: int) -> bool:
        """True where figure `k` stands in no bracket that closes before `at`."""
        inner = self.brackets.around(self.q[k].vs)
        return inner is None or inner[1] >= at

    def levels_before(self, at: int, n: int, like: int | None = None) -> list[int]:
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
        if like is not None:
            unit = self.q[like].unit
            found = [k for k in found if self.same(self.q[k], self.q[like])]
            found.sort(key=lambda k: (self.q[k].unit != unit, k in self.parts, -k))
        else:
            found.sort(key=lambda k: (k in self.parts, -k))
        return found

    def _plain_level(self, k: int) -> bool:
        x = self.q[k]
        return x.direction is None and x.value_to is None and not x.words and self.checked(k)

    # -- rules over the skeleton -------------------------------------------------------------

    def from_hits(self, hits: Sequence[Hit], skeleton: Skeleton) -> None:
        """Announce what the rules' hits over the skeleton say; differences first, since they
        tell the base of the rates beside them."""
        ordered = sorted(hits, key=lambda h: (-h.rule.priority, h.start))
        self._run([h for h in ordered if h.rule.set["form"] in _DIFFERENCES], skeleton)
        self.by_period()
        self._run([h for h in ordered if h.rule.set["form"] not in _DIFFERENCES], skeleton)

    def _run(self, hits: Sequence[Hit], skeleton: Skeleton) -> None:
        for hit in hits:
            at = {
                name: [skeleton.figures[s] for s, _ in hit.match.spans(name) if s >= 0]
                for name in hit.rule.pattern.groupindex
            }
            figures = {k: v[0] for k, v in at.items() if v}
            if not figures or not self.checked(*figures.values()):
                continue
            form = hit.rule.set["form"]
            bond = hit.rule.set.get("bond", "strong")
            getattr(self, "_" + form.replace("-", "_"))(figures, at, bond, hit.rule.id)

    def _difference(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        if not (self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c])):
            return
        if bond == "weak" and not self._alike(a, b, c):
            return
        self._base(c, a, first=bond == "strong")
        self.pairs.setdefault(c, (a, b))
        self.add("difference", c, [self._minus(a, b, c)], self.scope(a, b, c), bond, rule)

    def _base(self, c: int, a: int, *, first: bool) -> None:
        """Remember that change `c` may start from level `a`."""
        known = self.bases.setdefault(c, [])
        if a not in known:
            known.insert(0 if first else len(known), a)

    def _minus(self, a: int, b: int, c: int) -> Option:
        """old - new for a fall, new - old for a rise."""
        if self.q[c].direction == "increase":
            return Option("sum", (self.op(b), self.op(a, -1)))
        return Option("sum", (self.op(a), self.op(b, -1)))

    def _alike(self, *ns: int) -> bool:
        """True where the figures count the same thing as far as their words tell."""
        units = {self.q[n].unit for n in ns} - {None}
        if len(units) > 1:
            return False
        nouns = [self.q[n].noun for n in ns if self.q[n].noun]
        return all(overlap(nouns[0], other) > 0 for other in nouns[1:])

    def _remainder(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        units = {self.q[n].unit for n in (a, b, c)} - {None}
        if len(units) > 1 or self.q[a].unit in PERCENT_UNITS:
            return
        options = [Option("sum", (self.op(a), self.op(b, -1)))]
        operands = [self.op(a), self.op(b)]
        low = self.frames[c].sentence[0]
        earlier = [
            k
            for k in range(a - 1, max(-1, a - 8), -1)
            if self.q[k].vs >= low and self.q[k].unit in (units | {None})
        ]
        for k in earlier:
            options.append(
                Option("sum", (self.op(k), *(Operand(o.quantity, _MINUS) for o in operands)))
            )
            operands.insert(0, self.op(k))
        bond = "strong" if not earlier and self.q[a].value > self.q[b].value else "near"
        self.add("difference", c, options, self.scope(a, b, c), bond, rule)

    def _growth(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        a, b, p = f["a"], f["b"], f["p"]
        if self.same(self.q[a], self.q[b]):
            option = Option("growth", (self.op(b), self.op(a)))
            self.add("percent", p, [option], self.scope(a, b, p), bond, rule)

    def _growth_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        p, a = f["p"], f["a"]
        levels = [b for b in self.levels_before(self.q[min(a, p)].vs, min(a, p), a) if b != a]
        if levels:
            if self._in_turn(p):
                bond = "silent"
            options = [Option("growth", (self.op(b), self.op(a))) for b in levels]
            self.add("percent", p, options, self.scope(a, levels[0], p), bond, rule)

    def _in_turn(self, n: int) -> bool:
        """True where figures are told "lần lượt", in turn, so that the nearest is not meant."""
        return "lần lượt" in self.folded[self.frames[n].sentence[0] : self.q[n].vs]

    def _change_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        c, a = f["c"], f["a"]
        if not self.same(self.q[c], self.q[a]):
            return
        self._base(c, a, first=True)
        first = min(a, c)
        levels = [b for b in self.levels_before(self.q[first].vs, first, a) if b != a]
        if not levels:
            levels = self._previous_sentence(first, a)
            bond = "near"
        if levels:
            options = [self._minus(a, b, c) for b in levels]
            self.add("difference", c, options, self.scope(a, levels[0], c), bond, rule)

    def _previous_sentence(self, n: int, like: int) -> list[int]:
        """Levels of the sentence before figure `n`'s in its block, of the unit of `like`."""
        low = self.frames[n].sentence[0]
        k = n - 1
        while k >= 0 and self.q[k].vs >= low:
            k -= 1
        if k < 0 or self.frames[k].block != self.frames[n].block:
            return []
        place = self.frames[k].sentence
        found = []
        while k >= 0 and self.frames[k].sentence == place:
            if self._plain_level(k) and self.same(self.q[k], self.q[like]):
                found.append(k)
            k -= 1
        found.sort(key=lambda k: (k in self.parts, k))
        return found

    def _shortfall(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, c = f["a"], f["c"]
        levels = self.levels_before(self.q[a].vs, a, a) or self._previous_sentence(a, a)
        if levels:
            options = [
                Option("sum", (self.op(max(a, b, key=self._value)),
                               self.op(min(a, b, key=self._value), -1)))
                for b in levels
            ]  # fmt: skip
            self.add("difference", c, options, self.scope(a, levels[0], c), bond, rule)

    def _value(self, k: int) -> Decimal:
        return self.q[k].value

    def _share_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        p, y = f["p"], f["y"]
        levels = self.levels_before(self.q[p].vs, p, y)
        if levels:
            if self._in_turn(p):
                bond = "silent"
            options = [Option("percent", (self.op(x), self.op(y))) for x in levels]
            self.add("share", p, options, self.scope(levels[0], y, p), bond, rule)

    def _share_of(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        y, x, p = f["y"], f["x"], f["p"]
        unit = self.q[x].unit
        if unit != self.q[y].unit or not self.same.known(unit) or "/" in (unit or ""):
            return
        if self.q[x].value > self.q[y].value or not self.visible(y, self.q[p].vs):
            return
        if self.frames[y].sentence != self.frames[p].sentence:
            return
        option = Option("percent", (self.op(x), self.op(y)))
        self.add("share", p, [option], self.scope(x, y, p), bond, rule)

    def _pairwise(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        for new, old, p in ((f["x"], f["a"], f["p"]), (f["y"], f["b"], f["r"])):
            formula = "percent" if self.q[p].direction is None else "growth"
            kind = "share" if formula == "percent" else "percent"
            option = Option(formula, (self.op(new), self.op(old)))
            self.add(kind, p, [option], self.scope(new, old, p), bond, rule)

    def _share(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        x, y, p = f["x"], f["y"], f["p"]
        options = [Option("percent", (self.op(x), self.op(y)))]
        if self.q[p].direction == "increase":
            options.append(Option("growth", (self.op(x), self.op(y))))
        if self.same(self.q[x], self.q[y]):
            self.add("share", p, options, self.scope(x, y, p), bond, rule)

    def _fraction(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        p, x = f["p"], f["f"]
        options = [Option("percent", (self.op(x),))]
        if self.q[p].direction is not None:
            options.append(Option("growth", (self.op(x),)))
        self.add("share", p, options, self.scope(x, p), bond, rule)

    def _change_rate(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        c, p = f["c"], f["p"]
        if self.q[c].unit in POINTS or p in self.bases.get(c, ()):
            return
        if self.q[c].unit in PERCENT_UNITS or self.frames[c].sentence != self.frames[p].sentence:
            return
        for base in (self.base_by_date(c), self.base_by_date(p, change=c)):
            if base is not None:
                self._base(c, base, first=False)
        bases = self.bases.get(c)
        if bases:
            options = [Option("percent", (self.op(c), self.op(base))) for base in bases]
            if c in self.pairs:
                old, new = self.pairs[c]
                options.append(Option("growth", (self.op(new), self.op(old))))
            self.add("percent", p, options, self.scope(c, bases[0], p), bond, rule)
        elif self.q[c].step == 0:
            option = Option("grim", (self.op(c),))
            self.add("implied_base", p, [option], self.scope(c, p), bond, rule)

    def _times(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        x, y, k = f["x"], f["y"], f["k"]
        if self.same(self.q[x], self.q[y]):
            option = Option("ratio", (self.op(x), self.op(y)))
            self.add("percent", k, [option], self.scope(x, y, k), bond, rule)

    def _product(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        n, r, t = f["n"], f["r"], f["t"]
        unit_t, unit_r = (self.q[t].unit or ""), (self.q[r].unit or "")
        if unit_t != unit_r.split("/")[0] and unit_t != (self.q[n].unit or "").split("/")[0]:
            return
        if unit_t in PERCENT_UNITS or self.q[t].value < self.q[r].value:
            return
        option = Option("product", (self.op(n), self.op(r)))
        self.add("product", t, [option], self.scope(n, r, t), bond, rule)

    def _sum(self, _f: dict[str, int], at: dict[str, list[int]], bond: str, rule: str) -> None:
        parts, t = at["x"], at["t"][0]
        if all(self.same(self.q[x], self.q[t]) for x in parts) and self.checked(*parts):
            option = Option("sum", tuple(self.op(x) for x in parts))
            self.add("sum", t, [option], self.scope(*parts, t), bond, rule)

    # -- figures bound by period ---------------------------------------------------------------

    def year(self, index: int | None) -> str | None:
        """The year of a date, or its period, as written in its value."""
        if index is None:
            return None
        value = self.dates[index].value
        return value[:4] if value and "/" not in value else value

    def base_by_date(self, n: int, change: int | None = None) -> int | None:
        """The level that figure `n` is compared with: that of its base date, counting the same."""
        wanted = self.year(self.frames[n].base)
        if wanted is None:
            return None
        c = n if change is None else change
        best: tuple[float, int] | None = None
        for k in range(n - 1, max(-1, n - 40), -1):
            x = self.q[k]
            if self.frames[n].block - self.frames[k].block > 1:
                break
            if not self._is_level(k) or self.year(self.frames[k].period) != wanted:
                continue
            if not self.same(x, self.q[c]):
                continue
            score = overlap(self.q[c].noun, x.noun) - (n - k) / 1000
            if best is None or score > best[0]:
                best = (score, k)
        return best[1] if best else None

    def _is_level(self, k: int) -> bool:
        x = self.q[k]
        return (
            x.direction is None
            and x.of is None
            and x.value_to is None
            and not x.words
            and x.unit not in PERCENT_UNITS
            and x.unit not in ("lần", "năm", "tháng", "ngày")
            and self._fact(k)
        )

    def by_period(self) -> None:
        """Changes against a base date: level now - level then = change ("so với năm 2022")."""
        for c, x in enumerate(self.q):
            if x.direction is None or x.unit in PERCENT_UNITS or not self.checked(c):
                continue
            if self.frames[c].base is None:
                self._chain(c)
                continue
            old = self.base_by_date(c)
            if old is None:
                continue
            self._base(c, old, first=True)
            new = self._level_now(c, old)
            if new is None:
                continue
            bond = "weak" if self.frames[new].sentence == self.frames[c].sentence else "near"
            scope = "series" if self.frames[old].block != self.frames[c].block else self.scope(
                old, new, c)  # fmt: skip
            self.add("difference", c, [self._minus(old, new, c)], scope, bond, "rel.by-period")

    def _chain(self, c: int) -> None:
        """năm 2022 là A …; năm 2023 là B, giảm C: the level of the year before B's."""
        new = c - 1
        if new < 0 or not self._is_level(new) or self.frames[new].block != self.frames[c].block:
            return
        if _FAR_APART.search(self.folded, self.q[new].full_ve, self.q[c].vs):
            return
        year = self._first_year(new)
        if year is None or not self.same(self.q[new], self.q[c]):
            return
        for old in range(new - 1, max(-1, new - 12), -1):
            if self.frames[new].block - self.frames[old].block > 1:
                return
            if self._is_level(old) and self._first_year(old) == year - 1:
                if self._alike(old, new, c):
                    scope = self.scope(old, new, c)
                    self.add(
                        "difference", c, [self._minus(old, new, c)],
                        "series" if scope == "list" else scope, "weak", "rel.chain",
                    )  # fmt: skip
                    self._base(c, old, first=False)
                return

    def _first_year(self, k: int) -> int | None:
        """The year of figure `k`'s period, None where it has none or is no single year."""
        index = self.frames[k].period
        value = self.dates[index].value if index is not None else None
        if value is None or len(value) < 4 or not value[:4].isdigit():
            return None
        if "/" in value and self.dates[index].grain not in ("year",):
            first, _, last = value.partition("/")
            if not (first[:4].isdigit() and last[:4].isdigit()):
                return None
            if int(last[:4]) - int(first[:4]) != 1:
                return None
        return int(value[:4])

    def _level_now(self, c: int, old: int) -> int | None:
        """The level that the change led to: the closest of the same thing before it."""
        best: tuple[float, int] | None = None
        period = self.year(self.frames[old].period)
        for k in range(c - 1, old, -1):
            if not self._is_level(k) or self.frames[k].block != self.frames[c].block:
                continue
            if self.year(self.frames[k].period) == period or not self.same(self.q[k], self.q[c]):
                continue
            score = overlap(self.q[c].noun, self.q[k].noun) - (c - k) / 100
            if best is None or score > best[0]:
                best = (score, k)
        if best is None:
            return None
        new = best[1]
        falls = self.q[old].value > self.q[new].value
        if falls != (self.q[c].direction == "decrease"):
            return None
        return new
