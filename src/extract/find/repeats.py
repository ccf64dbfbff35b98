"""One fact stated in two places: the same thing counted, of the same time, equal or a slip."""

from __future__ import annotations

from extract.find.binder import Binder
from extract.find.periods import Periods
from extract.find.skeleton import PERCENT_UNITS
from extract.model import DateMention, Option, Quantity
from extract.values.text import fold

_WORDS = 4  # words a counted noun must share to be the same thing
_MOST = 6  # mentions of one fact that are compared


def find_repeats(binder: Periods, dates: tuple[DateMention, ...]) -> None:
    """Announce that later mentions of a fact equal its first one."""
    first: dict[tuple[str, str], list[int]] = {}
    for n, q in enumerate(binder.q):
        key = _key(binder, dates, n, q)
        if key is None:
            continue
        known = first.setdefault(key, [])
        if known and len(known) <= _MOST:
            option = Option("equal", (binder.op(known[0]),))
            bond = "slip" if q.value != binder.q[known[0]].value else "silent"
            binder.add("equality", n, [option], "document", bond, "rel.repeat")
        known.append(n)


def _key(
    binder: Binder, dates: tuple[DateMention, ...], n: int, q: Quantity
) -> tuple[str, str] | None:
    """What the figure counts, and when; None where that is not told fully."""
    period = binder.frames[n].period
    if (
        period is None
        or q.direction is not None
        or q.noun is None
        or q.unit in PERCENT_UNITS
        or q.step
        or q.of is not None
        or q.value_to is not None
        or q.value < 10
        or not binder.checked(n)
    ):
        return None
    words = fold(q.noun).split()
    value = dates[period].value
    if len(words) < _WORDS or value is None:
        return None
    return " ".join(words[: _WORDS + 1]), value
