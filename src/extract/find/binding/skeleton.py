"""The skeleton of a document: its folded text with every figure and date as one symbol.

Relation rules run over the skeleton, so that they speak of words and places of figures and not
of digits. The symbols are explained at the head of patterns/relation.toml.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.find.binding.mentioned import Mentions
from extract.model import Quantity
from extract.rules.wording import terms, wording
from extract.values.units import PERCENT_UNITS, TIME

LEVEL, DOWN, UP, PERCENT, PERCENT_DOWN, PERCENT_UP = "ⓝⓓⓤⓟⓠⓡ"
FRACTION, TIMES, RANGE, WHEN, CITED = "ⓕⓚⓧⓨⓒ"
AGE = "tuổi"
_COORDINATED = wording("skeleton.coordinated")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The skeleton text, and which figure stands at which of its places."""

    text: str
    figures: dict[int, int]  # place in the skeleton -> index of the quantity


def symbol(q: Quantity) -> str:
    """The symbol that stands for a quantity."""
    if q.of is not None:
        return FRACTION
    if q.value_to is not None or q.words:
        return RANGE
    if q.unit in PERCENT_UNITS:
        if q.direction is None:
            return PERCENT
        return PERCENT_UP if q.direction == "increase" else PERCENT_DOWN
    if q.unit == "lần":
        return TIMES
    if q.direction is None:
        return LEVEL
    return UP if q.direction == "increase" else DOWN


def _is_age(q: Quantity) -> bool:
    """True for an age that only says who is counted: trẻ dưới 1 tuổi, từ 15 đến 60 tuổi."""
    return q.unit == AGE and (q.bound is not None or q.value_to is not None)


def _coordinated(folded: str, q: Quantity) -> tuple[int, int] | None:
    """The stretch after the unit of a count that names more of what is counted: 412 thôn«, tổ dân
    phố»; None where there is none."""
    unit = f" {q.unit}"
    end = max(q.full_ve, q.ve)
    if q.unit is None or not folded.startswith(unit, end):
        return None
    more = _COORDINATED.match(folded, end + len(unit))
    return more.span() if more else None


def build(doc: Mentions) -> Skeleton:
    """The skeleton of all blocks that hold two figures or more, one line each."""
    folded = doc.text.fold
    spans = TIME | terms("don_vi_loi")
    marks: list[tuple[int, int, str, int]] = [
        (q.vs, max(q.full_ve, q.ve), symbol(q), n)
        for n, q in enumerate(doc.quantities)
        if not (q.rule == "qty.spelled" and q.unit in spans) and not _is_age(q)
    ]
    marks += [(*more, "", -1) for q in doc.quantities if (more := _coordinated(folded, q))]
    marks += [(d.vs, d.ve, WHEN, -1) for d in doc.dates]
    marks += [(c.vs, c.ve, CITED, -1) for c in doc.citations]
    marks.sort(key=lambda m: (m[0], -m[1]))
    pieces: list[str] = []
    figures: dict[int, int] = {}
    length = 0
    i = 0
    for block in doc.document.blocks:
        while i < len(marks) and marks[i][0] < block.vs:
            i += 1
        j = i
        while j < len(marks) and marks[j][0] < block.ve:
            j += 1
        if sum(m[3] >= 0 for m in marks[i:j]) < 2:
            i = j
            continue
        at = block.mark_end if block.mark_end > block.vs else block.vs
        for start, end, sign, n in marks[i:j]:
            if start < at:
                continue
            pieces.append(folded[at:start])
            length += start - at
            if n >= 0:
                figures[length] = n
            pieces.append(sign)
            length += len(sign)
            at = end
        pieces.append(folded[at : block.ve])
        pieces.append("\n")
        length += max(0, block.ve - at) + 1
        i = j
    return Skeleton("".join(pieces), figures)
