"""Levels in brackets after a comparison: that of the time compared with, or something else.

"tăng 5,6% so với năm trước (quý IV đạt 2.230 tấn, tăng 5,8%)", "tăng 12 hợp tác xã so với năm 2022
(thành lập mới 31 hợp tác xã)": the bracket tells a part of the period, or of what is counted, and
a change of its own; it is no level before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.moments import Moments
from extract.find.binding.slip_search import is_slip
from extract.model import Bond
from extract.rules.wording import terms, wording
from extract.values.units import PERCENT_UNITS

_BASE = wording("base_brackets.base")
_PART = wording("base_brackets.part_of_time")
_SO = wording("base_brackets.compared")
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMPARED = 90  # characters before a bracket in which its comparison stands
_NEAR = Decimal("0.1")  # how far a level before may be from the one that a change implies


def bond_of_base(b: Moments, a: int, n: int, levels: Sequence[int], bond: Bond) -> Bond | None:
    """How firmly change or rate `n` is measured on level `a`, told in a bracket; None where `n` is
    the change of what the bracket tells. `levels` may be what the change led to."""
    around = b.bracket(a)
    if around is None:
        return bond
    inside = around[0] < b.q[n].vs < around[1]
    if inside and n > a and _changed_before(b, a, around[0]):
        return None
    lead = b.folded[around[0] + 1 : b.q[a].vs]
    if not inside and _both_again(b, a, n, around[1]):
        return "silent"
    if _BASE.search(lead):
        return bond
    low = max(b.frames[a].sentence[0], around[0] - _COMPARED)
    compared = [m.end() for m in _SO.finditer(b.folded, low, around[0])]
    after = b.folded[compared[-1] : around[0]] if compared else ""
    part = _PART.search(lead) is not None and not _PART.search(after)
    if not part and not _other_words(b, a, around[0], lead):
        return bond
    if inside and n > a:
        return None if compared else bond
    if part or _own_change(b, a, around[1]):
        return "silent"
    return bond if any(_near(b, a, n, k) for k in levels) else "silent"


def _changed_before(b: Moments, a: int, opening: int) -> bool:
    """True where a change right before the bracket is compared with what the bracket tells."""
    k = a - 1
    if k < 0 or b.q[k].direction is None or b.q[k].ve > opening:
        return False
    if not b.one_sentence(k, a):
        return False
    return _SO.search(b.folded, b.q[k].ve, opening) is not None


def _other_words(b: Moments, a: int, opening: int, lead: str) -> bool:
    """True where the bracket names what was not named before it in its sentence."""
    named = set(_WORD.findall(lead)) - terms("tu_dem_chu_de")
    return not named <= set(_WORD.findall(b.folded[b.frames[a].sentence[0] : opening]))


def _own_change(b: Moments, a: int, closing: int) -> bool:
    """True where a change follows level `a` in its bracket."""
    k = a + 1
    return k < len(b.q) and b.q[k].vs < closing and b.q[k].direction is not None


def _both_again(b: Moments, a: int, n: int, closing: int) -> bool:
    """True where a bracket tells both rates before it for the earlier time: "bằng 29% kế hoạch và
    tăng 14% so với cùng kỳ (cùng kỳ bằng 23% và tăng 16%)"."""
    rates = all(b.q[k].unit in PERCENT_UNITS for k in (a, n))
    return rates and _own_change(b, a, closing) and b.q[a + 1].unit in PERCENT_UNITS


def _near(b: Moments, a: int, n: int, new: int) -> bool:
    """True where level `a` is about what change `n` of level `new` started from, or a slip of
    it."""
    x, led = b.q[n], b.q[new].value
    sign = -1 if x.direction == "decrease" else 1
    if x.unit in PERCENT_UNITS and b.q[a].unit not in PERCENT_UNITS:
        factor = 1 + sign * x.value / 100
        implied = led / factor if factor > 0 else led
    else:
        implied = led - sign * x.value
    gap = abs(b.q[a].value - implied)
    return gap <= abs(implied) * _NEAR or is_slip(b.q[a], implied)
