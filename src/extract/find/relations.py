"""The relations that the text announces: rules over the skeleton, and figures bound by period.

Nothing is judged here: `check.arithmetic` recomputes each announced relation and chooses among
its readings. Targets, norms and ranges take no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.claims import Frame
from extract.find.comparable import Comparable, overlap
from extract.find.skeleton import PERCENT_UNITS, Skeleton
from extract.model import Announced, DateMention, Operand, Option, Quantity
from extract.rules.engine import Hit

_MINUS = Decimal(-1)


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
        self.bases: dict[int, list[int]] = {}  # change -> levels it may be a change of

    # -- helpers ---------------------------------------------------------------------------

    def checked(self, *ns: int) -> bool:
        """True where all figures are reported facts that arithmetic may check."""
        return all(
            self.frames[n].status == "reported" and self.q[n].value_to is None for n in ns
        )

    def add(
        self,
        kind: str,
        stated: int,
        options: Sequence[Option],
        scope: str,
        bond: str,
        rule: str,
        note: str | None = None,
        cue: tuple[int, int] | None = None,
    ) -> None:
        """Keep an announced relation; its cue is by default the stretch its figures span."""
        if cue is None:
            places = [self.by_id[o.quantity] for o in options[0].operands] + [self.q[stated]]
            cue = (min(x.vs for x in places), max(x.ve for x in places))
        self.found.append(
            Announced(kind, self.q[stated].id, tuple(options), cue, scope, bond, rule, note)
        )

    def op(self, n: int, weight: Decimal | int = 1) -> Operand:
        """Figure `n` as an operand."""
        return Operand(self.q[n].id, Decimal(weight))

    def scope(self, *ns: int) -> str:
        """sentence, paragraph or section: the smallest that holds all figures."""
        if len({self.frames[n].sentence for n in ns}) == 1:
            return "sentence"
        return "paragraph" if len({self.frames[n].block for n in ns}) == 1 else "list"

    def level_before(self, n: int, *, percents: bool = True) -> int | None:
        """The nearest level before figure `n` in its sentence, past percentages."""
        low = self.frames[n].sentence[0]
        for k in range(n - 1, max(-1, n - 8), -1):
            x = self.q[k]
            if x.vs < low:
                return None
            if x.unit in PERCENT_UNITS:
                if not percents:
                    return None
                continue
            if x.direction is None and x.value_to is None and x.of is None and not x.words:
                return k
            if x.direction is not None:
                continue
            return None
        return None

    # -- rules over the skeleton -------------------------------------------------------------

    def from_hits(self, hits: Sequence[Hit], skeleton: Skeleton) -> None:
        """Announce what the rules' hits over the skeleton say; differences first, since they
        tell the base of the rates beside them."""
        ordered = sorted(hits, key=lambda h: (-h.rule.priority, h.start))
        self._run([h for h in ordered if h.rule.set["form"] == "difference"], skeleton)
        self.by_period()
        self._run([h for h in ordered if h.rule.set["form"] != "difference"], skeleton)

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
        b = self.level_before(p)
        if b is None or not self.same(self.q[a], self.q[b]) or not self.checked(b):
            return
        option = Option("growth", (self.op(b), self.op(a)))
        self.add("percent", p, [option], self.scope(a, b, p), bond, rule)

    def _share_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        p, y = f["p"], f["y"]
        x = self.level_before(p)
        if x is None or not self.same(self.q[x], self.q[y]) or not self.checked(x):
            return
        option = Option("percent", (self.op(x), self.op(y)))
        self.add("share", p, [option], self.scope(x, y, p), bond, rule)

    def _share(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        x, y, p = f["x"], f["y"], f["p"]
        options = [Option("percent", (self.op(x), self.op(y)))]
        if self.q[p].direction == "increase":
            options.append(Option("growth", (self.op(x), self.op(y))))
        if self.same(self.q[x], self.q[y]):
            self.add("share", p, options, self.scope(x, y, p), bond, rule)

    def _fraction(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        p, x = f["p"], f["f"]
        options = [Option("percent", (self.op(x),))]
        if self.q[p].direction is not None:
            options.append(Option("growth", (self.op(x),)))
        self.add("share", p, options, self.scope(x, p), bond, rule)

    def _change_rate(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        c, p = f["c"], f["p"]
        if self.q[c].unit in PERCENT_UNITS or self.frames[c].sentence != self.frames[p].sentence:
            return
        for base in (self.base_by_date(c), self.base_by_date(p, change=c)):
            if base is not None:
                self._base(c, base, first=False)
        bases = self.bases.get(c)
        if bases:
            options = [Option("percent", (self.op(c), self.op(base))) for base in bases]
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
            and self.frames[k].status == "reported"
        )

    def by_period(self) -> None:
        """Changes against a base date: level now - level then = change ("so với năm 2022")."""
        for c, x in enumerate(self.q):
            if (
                x.direction is None
                or x.unit in PERCENT_UNITS
                or not self.checked(c)
                or self.frames[c].base is None
            ):
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
