"""What the relations of a document that agree say of one that does not: that it is no error.

A contradiction may be read out of a text that means something else. Where another reading of the
same figure agrees, that one is meant; each question below is one way to know it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from extract.model import Announced, Bond, Option
from extract.values.formula import Outcome

Judged = tuple[Announced, Outcome]
Figures = frozenset[str]  # ids

# other parts of a whole, told far from it: no reading of those beside it
_FAR = ("rel.resumed", "rel.far-dimension")
_PROOF = "rel.proof"  # found by digits alone
_BY_OTHERS = frozenset({_PROOF, "rel.list-far"})  # sums that may divide a whole in another way
_ROWS = frozenset({"rel.prose-rows", "rel.case-columns"})  # columns: by levels, not by outcomes
_AROUND = ("rel.nearby", _PROOF, *_FAR)  # found by looking around, not announced by words
_OWN: frozenset[Bond] = frozenset({"strong", "plain", "apart"})  # no likelier reading loosens
_ROW = 2  # parts of a whole; of more, none is what two others differ by
_GROUP = 2  # how many siblings must agree before one that does not is an error


class Agreements:
    """The relations of one document that agree, as far as others may be held against them."""

    def __init__(self, judged: Iterable[Judged]) -> None:
        """`judged` are all relations of the document; those that do not agree are passed over."""
        self._announced: dict[tuple[str, str], list[Figures]] = defaultdict(list)
        self._around: dict[tuple[str, str], list[Option]] = defaultdict(list)  # by looking around
        self._wholes: Counter[str] = Counter()  # levels that shares told by words are of
        self._told: dict[str, list[Figures]] = defaultdict(list)  # figure -> what it agrees with
        self._sums: dict[str, list[Figures]] = defaultdict(list)  # the same of sums
        self._in_rows: set[str] = set()  # what parts told elsewhere add up to
        self._sum_cues: set[int] = set()  # where they are announced
        self._groups: Counter[str] = Counter()
        self._explained: set[str] = set()  # figures that another relation has in it
        self._tied: set[tuple[str, Figures]] = set()  # figures that another relation puts together
        self._rows: dict[str, list[Figures]] = defaultdict(list)  # part -> the parts it is one of
        for a, o in judged:
            if o.verdict == "consistent":
                self._add(a, o.option)

    def _add(self, a: Announced, option: Option) -> None:
        ids = option.ids
        is_sum = a.kind == "sum"
        if a.kind != "equality" and a.rule != _PROOF:
            self._explained |= {a.stated, *ids}
            self._tied.add((_family(a.kind), ids))
        if is_sum and len(ids) > _ROW:
            for part in ids:
                self._rows[part].append(ids)
        if is_sum and (a.rule in _BY_OTHERS or (a.rule in _ROWS and a.scope != "sentence")):
            self._in_rows.add(a.stated)
            return  # a total may be divided by several criteria
        figure = (_family(a.kind), a.stated)
        if a.rule.startswith(_AROUND):
            self._around[figure].append(option)
        else:
            self._announced[figure].append(ids)
            if (pair := _share(option)) is not None:
                self._wholes[pair[1]] += 1
        self._told[a.stated].append(ids)
        if is_sum:
            self._sums[a.stated].append(ids)
        if is_sum and a.rule not in _FAR:
            self._sum_cues.add(a.cue[0])
        if a.group:
            self._groups[a.group] += 1

    def refute(self, a: Announced, o: Outcome) -> bool:
        """True where the contradiction `o` of the relation `a` is none, as others agree."""
        ids = o.option.ids
        return (
            self._is_explained(a, ids)
            or self._is_read_otherwise(a, o.option)
            or self._is_another_sum(a, ids)
            or self._is_part_of_one(a, ids)
            or self._is_between_parts(a, ids)
            or self._is_alone_in_group(a)
            or (o.verdict == "undetermined" and a.kind == "sum" and a.stated in self._in_rows)
        )

    def _is_explained(self, a: Announced, ids: Figures) -> bool:
        """Of a bond that asks so: another relation has the figure in it, or ties these figures."""
        tied = (_family(a.kind), ids) in self._tied
        return a.bond == "unexplained" and (a.stated in self._explained or tied)

    def _is_read_otherwise(self, a: Announced, option: Option) -> bool:
        """Another reading of the figure agrees: of any figures, but for bonds of their own, of
        sums that are not known to stand apart, and of rates; of the rest, of a figure in common."""
        figure = (_family(a.kind), a.stated)
        others = self._announced[figure]
        if any(option.ids & other for other in others):
            return True
        if a.bond not in _OWN:
            around = self._around.get(figure, ())
            return bool(others) or any(not self._is_chance(x, option) for x in around)
        loose = a.kind == "sum" and a.bond != "apart"
        rate = figure[0] == "rate" and a.bond == "strong"  # "tương ứng 25% và 20%"
        return bool(others) and (loose or rate)

    def _is_chance(self, found: Option, told: Option) -> bool:
        """True where a share of two figures, found by looking around, agrees by chance: the text
        tells it as one of a whole whose other shares agree, and the two are another figure than
        the one told with it, or two parts of that whole: "tốt 1.163 em (90,6%), khá 108 em (8,4%),
        đạt 13 em (1,1%)"."""
        near, meant = _share(found), _share(told)
        if near is None or meant is None or self._wholes[meant[1]] < _GROUP:
            return False
        apart = any({meant[0], near[1]} <= parts for parts in self._sums[meant[1]])
        return near[0] != meant[0] or apart

    def _is_another_sum(self, a: Announced, ids: Figures) -> bool:
        """The words that announce a sum announce one that agrees, or the figure is the sum of some
        of its parts: the others are none."""
        if a.kind != "sum":
            return False
        return a.cue[0] in self._sum_cues or any(other < ids for other in self._sums[a.stated])

    def _is_part_of_one(self, a: Announced, ids: Figures) -> bool:
        """The figure agrees with these figures and others."""
        return a.bond != "strong" and any(ids <= other for other in self._told[a.stated])

    def _is_between_parts(self, a: Announced, ids: Figures) -> bool:
        """The figure and these are parts of one whole: none is what two others differ by."""
        return a.kind == "difference" and any(ids <= row for row in self._rows[a.stated])

    def _is_alone_in_group(self, a: Announced) -> bool:
        """Too few of its siblings agree for it to be told as they are."""
        return a.bond == "group" and self._groups[a.group or ""] < _GROUP


def _family(kind: str) -> str:
    """Kinds that explain the same sort of figure."""
    return "rate" if kind in ("percent", "share", "implied_base") else kind


def _share(option: Option) -> tuple[str, str] | None:
    """The part and the whole that an option takes a percentage of."""
    if option.formula != "percent" or len(option.operands) != 2:
        return None
    part, whole = option.operands
    return part.quantity, whole.quantity
