"""What a rate of change is measured on, once the text tells the change and both its levels.

"4.085 triệu đồng, cùng kỳ 3.412 triệu đồng, tăng 673 triệu đồng, bằng 19,7%": a rise or fall is a
percentage of the level that it started from. Where the rate beside the change is that of the level
it led to, the text divided by the wrong figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.find.binding.binder import Binder
from extract.find.binding.slip_search import is_slip_of
from extract.model import Announced
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.units import PERCENT_UNITS

_LINK = wording("change_bases.link")
_ALONE = wording("change_bases.alone")
_RULE = "rel.change-base"


def find_change_bases(binder: Binder) -> None:
    """Announce the rates beside changes of which both levels are told; what was announced of such
    a rate on the level that the change led to is taken back."""
    wrong: dict[str, str] = {}  # rate -> the level that it must not be measured on
    for c, old, new in _changes(binder):
        n = binder.place[c] + 1
        if n >= len(binder.q) or not _beside(binder, n):
            continue
        rate = binder.q[n]
        right = binder.percent(n - 1, binder.place[old])
        of_new = binder.percent(n - 1, binder.place[new])
        scope = binder.scope(binder.place[old], n - 1, n)
        if agrees(right, rate, binder.by_id):
            binder.add("percent", n, [right], scope, "silent", _RULE)
        elif rate.step < 1 and agrees(of_new, rate, binder.by_id):
            binder.add("percent", n, [right], scope, "plain", _RULE)
            wrong[rate.id] = new
        elif is_slip_of(rate, evaluate(right, rate, binder.by_id)):
            binder.add("percent", n, [right], scope, "unexplained", _RULE)
    if wrong:
        binder.take_back(lambda a: _rests_on(a, wrong))


def _changes(binder: Binder) -> Iterator[tuple[str, str, str]]:
    """(change, level before, level after) of every announced difference that agrees."""
    for a in tuple(binder.found):
        change = binder.by_id[a.stated]
        if a.kind != "difference" or change.direction is None:
            continue
        for option in a.options:
            if option.formula != "sum" or len(option.operands) != 2:
                continue
            if not agrees(option, change, binder.by_id):
                continue
            high, low = sorted(option.operands, key=lambda o: -o.weight)
            if high.weight != 1 or low.weight != -1:
                continue
            before, after = (low, high) if change.direction == "increase" else (high, low)
            yield change.id, before.quantity, after.quantity
            break


def _beside(binder: Binder, n: int) -> bool:
    """True where figure `n` is a rate told right after a change, of nothing that it names."""
    change, rate = binder.q[n - 1], binder.q[n]
    if rate.unit not in PERCENT_UNITS or not binder.checked(n - 1, n) or rate.bound is not None:
        return False
    if not binder.one_sentence(n, n - 1):
        return False
    if rate.direction not in (None, change.direction):
        return False
    gap = binder.folded[change.full_ve : rate.vs]
    return bool(_LINK.fullmatch(gap) and _ALONE.match(binder.folded, rate.ve))


def _rests_on(a: Announced, wrong: Mapping[str, str]) -> bool:
    """True where an announcement measures a rate on the level that its change led to."""
    level = wrong.get(a.stated)
    return (
        level is not None
        and a.rule != _RULE
        and any(o.quantity == level for option in a.options for o in option.operands)
    )
