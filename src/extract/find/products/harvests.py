"""Harvests: "diện tích đạt A ha, năng suất B tạ/ha, sản lượng C tấn", each with its own changes.

Area, yield and output named in this order are a product, whatever stands between them of their
changes against other years. What is harvested is measured another way than what was sown, so that
only a product off by more than a few percent contradicts.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extract.find.binding.comparable import telling_words
from extract.find.binding.distant import is_level
from extract.find.binding.moments import Moments
from extract.find.binding.slip_search import is_slip
from extract.model import Bond, Operand, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate

_AREA = wording("harvests.area")
_YIELD = wording("harvests.yield")
_CROP = wording("harvests.crop")
_PLANNED = wording("harvests.planned")
_DONE = wording("harvests.done")
_ESTIMATED = wording("harvests.estimated")
_OF_SOWN = wording("harvests.of_sown")
_STANDING = wording("harvests.standing")
_SOWN = wording("harvests.sown")
_MARK = re.compile("[,;:]")
_PER_HECTARE = {"tạ": Decimal("0.1"), "tấn": Decimal(1)}
_BEFORE = 6  # figures before a yield among which its area is
_AFTER = 5  # figures after it among which its output is
_LEAST, _MOST = Decimal("0.05"), Decimal("0.6")  # how far off a product contradicts
_ROUGH = Decimal("0.1")  # the same where a figure is told with "hơn", "gần", "khoảng"
_LARGE = 1_000  # tons that area and yield do not come to by chance
_FAR = 40  # figures before a yield among which the area of its name is
_BLOCKS = 2  # paragraphs before it in which that stands
_RULE = "rel.harvest"


def find_harvests(binder: Moments) -> None:
    """Announce the outputs that area and yield give."""
    for r, rate in enumerate(binder.q):
        if rate.per != "ha" or rate.unit not in _PER_HECTARE or rate.direction is not None:
            continue
        low = binder.frames[r].sentence[0]
        if not binder.checked(r) or rate.value_to or not _YIELD.search(binder.folded, low, rate.vs):
            continue
        crop = _crop(binder, r)
        if crop is None:
            continue
        named = _YIELD.search(binder.clause_before(r)) is not None
        area = _area(binder, r) if named else None
        if area is not None:
            _announce(binder, r, area, crop)
        else:
            _announce_far(binder, r, crop)


def _area(b: Moments, r: int) -> int | None:
    """The area right before yield `r`, its changes and shares passed over."""
    for k in range(r - 1, max(-1, r - 1 - _BEFORE), -1):
        x = b.q[k]
        if not b.one_block(k, r) or x.per is not None:
            return None
        if x.unit == "tấn" and x.direction is None:
            return None  # the output of something told before
        area = is_level(b, k) or (x.of is not None and b.checked(k))  # 115/116 ha: of the plan
        if x.unit == "ha" and area and b.visible(k, b.q[r].vs):
            before = b.clause_before(k)
            return k if _AREA.search(before) and not _PLANNED.search(before) else None
    return None


def _crop(b: Moments, r: int) -> int | None:
    """The output after yield `r`, in its sentence, or opening the next one."""
    for k in range(r + 1, min(len(b.q), r + 1 + _AFTER)):
        x = b.q[k]
        if not b.one_sentence(k, r):
            opens = _CROP.match(b.folded, b.frames[k].sentence[0], x.vs)
            if opens is None or not b.one_block(k, r):
                return None
        if x.per is not None and x.direction is None:
            return None
        if x.unit == "tấn" and x.per is None and is_level(b, k):
            between = b.folded[b.q[k - 1].full_ve : x.vs]
            return k if _CROP.search(between) and not _PLANNED.search(between) else None
    return None


def _of_some(b: Moments, r: int, area: int) -> bool:
    """True where an area is only some of what yield `r` is of: what was harvested so far beside
    the yield of a season, all that stands beside that of what bears."""
    before, between = b.clause_before(area), b.between(area, r)
    if _STANDING.search(before) or _STANDING.search(between):
        return True
    done = _DONE.search(before) is not None and _ESTIMATED.search(before) is None
    return done and bool(_OF_SOWN.search(between) or _ESTIMATED.search(between))


def _announce_far(b: Moments, r: int, crop: int) -> None:
    """Announce the area told under the name of yield `r` in its paragraph or those before, where
    it agrees: "diện tích lúa là 31.005 ha. … lúa đạt 62,87 tạ/ha, sản lượng đạt 194.931 tấn"."""
    name = telling_words(_MARK.split(b.clause_before(r))[-1])
    if not name or b.q[crop].value < _LARGE:
        return
    for k in range(r - 1, max(-1, r - 1 - _FAR), -1):
        x = b.q[k]
        if b.frames[r].block - b.frames[k].block > _BLOCKS:
            return
        if x.unit != "ha" or x.per is not None or not is_level(b, k):
            continue
        option = Option("average", (Operand(b.q[r].id, _PER_HECTARE[b.q[r].unit or ""]), b.op(k)))
        if name <= telling_words(b.clause_before(k)) and agrees(option, b.q[crop], b.by_id):
            b.add("product", crop, [option], b.scope(r, k, crop), "silent", _RULE)
            return


def _announce(b: Moments, r: int, area: int, crop: int) -> None:
    q = b.q
    if _PLANNED.search(b.clause_before(r)):
        return
    option = Option("average", (Operand(q[r].id, _PER_HECTARE[q[r].unit or ""]), b.op(area)))
    bond: Bond = "silent"
    if not agrees(option, q[crop], b.by_id) and not _of_some(b, r, area):
        outcome = evaluate(option, q[crop], b.by_id)
        if outcome is None or outcome.computed is None:
            return
        off = abs(outcome.computed - q[crop].value) / max(outcome.computed, q[crop].value)
        rough = any(q[k].bound is not None for k in (r, area, crop))
        if not (_ROUGH if rough else _LEAST) < off < _MOST:
            return
        more = outcome.computed > q[crop].value and not is_slip(q[crop], outcome.computed)
        if more and _SOWN.search(b.clause_before(area)):
            return  # not all that was sown is harvested yet
        bond = "plain"
    b.add("product", crop, [option], b.scope(r, area, crop), bond, _RULE)
