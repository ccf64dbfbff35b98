"""Where the figures of one document stand, and what they come to together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, TypeVar

from extract.find.binding.brackets import Brackets
from extract.find.binding.mentioned import Mentions
from extract.model import Operand, Option, Scope
from extract.values.formula import agrees

Made = TypeVar("Made")


class Figures:
    """The figures of one document by their number, from 0."""

    def __init__(self, doc: Mentions) -> None:
        self.doc = doc
        self.q = doc.quantities
        self.by_id = {x.id: x for x in self.q}
        self.place = {x.id: n for n, x in enumerate(self.q)}
        self._ones = [Operand(x.id) for x in self.q]
        self._starts = [x.vs for x in self.q]
        self.frames = doc.frames
        self._sentences = [f.sentence[0] for f in self.frames]
        self._blocks = [f.block for f in self.frames]
        self.dates = doc.dates
        self.cues = doc.cues
        self.outline = doc.outline
        self.blocks = doc.document.blocks
        self.folded = doc.text.fold
        self.brackets = Brackets(self.folded)
        self._inside = [self.brackets.around(x.vs) for x in self.q]
        self._made: dict[Any, Any] = {}
        self._judged: dict[tuple[Option, str], bool] = {}

    def once(self, make: Callable[[Any], Made]) -> Made:
        """What is made of the figures of a document at its first use, and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def agrees(self, option: Option, stated: str) -> bool:
        """True where an option's result agrees with a stated figure; computed once."""
        known = self._judged.get((option, stated))
        if known is None:
            known = agrees(option, self.by_id[stated], self.by_id)
            self._judged[option, stated] = known
        return known

    def one_sentence(self, a: int, b: int) -> bool:
        """True where two figures stand in one sentence."""
        return self._sentences[a] == self._sentences[b]

    def one_block(self, a: int, b: int) -> bool:
        """True where two figures stand in one block."""
        return self._blocks[a] == self._blocks[b]

    def between(self, a: int, b: int) -> str:
        """What stands between figure `a`, with all that belongs to it, and figure `b`."""
        return self.folded[self.q[a].full_ve : self.q[b].vs]

    def bracket(self, k: int) -> tuple[int, int] | None:
        """The bracket that figure `k` stands in."""
        return self._inside[k]

    def visible(self, k: int, at: int) -> bool:
        """True where figure `k` stands in no bracket that closes before `at`."""
        inner = self.bracket(k)
        return inner is None or inner[1] >= at

    def first_at(self, at: int) -> int:
        """The first figure from place `at` on; one past the last where there is none."""
        return bisect_left(self._starts, at)

    def operands(self, option: Option) -> list[int]:
        """The figures that an option computes from."""
        return [self.place[o.quantity] for o in option.operands]

    def op(self, n: int, weight: Decimal | int = 1) -> Operand:
        """Figure `n` as an operand."""
        return self._ones[n] if weight == 1 else Operand(self.q[n].id, Decimal(weight))

    def sum_of(self, ns: Iterable[int]) -> Option:
        """The sum of figures."""
        return Option("sum", tuple(self.op(n) for n in ns))

    def less(self, a: int, b: int) -> Option:
        """Figure `a` less figure `b`."""
        return Option("sum", (self.op(a), self.op(b, -1)))

    def percent(self, x: int, y: int) -> Option:
        """Figure `x` in percent of figure `y`."""
        return Option("percent", (self.op(x), self.op(y)))

    def growth(self, new: int, old: int) -> Option:
        """What figure `new` is above figure `old`, in percent of that."""
        return Option("growth", (self.op(new), self.op(old)))

    def back(self, c: int, level: int) -> Option:
        """Change `c` in percent of what a level was before it."""
        sign = -1 if self.q[c].direction == "increase" else 1
        return Option("back", (self.op(c, sign), self.op(level)))

    def worth(self, ns: Iterable[int]) -> Decimal:
        """What figures add up to."""
        return sum((self.q[n].value for n in ns), Decimal(0))

    def scope(self, *ns: int) -> Scope:
        """sentence, paragraph or section: the smallest that holds all figures."""
        if len({self.frames[n].sentence for n in ns}) == 1:
            return "sentence"
        return "paragraph" if len({self.frames[n].block for n in ns}) == 1 else "list"
