"""Shares of the parts of a whole: "trong đó có x (chiếm P%), y (chiếm Q%)"."""

from __future__ import annotations

import re

from extract.find.binding.binder import Binder
from extract.find.binding.part_lists import narrower
from extract.find.binding.slip_search import part_slipped
from extract.find.binding.summands import OWN_RATE
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS

_OF_ELSE = wording("parts.of_else")
_SHARE_CUE = wording("parts.share_cue")
_SHARE_STRONG = wording("parts.share_strong")
_LED_FROM = wording("parts.led_from")
_OF_SIZE = wording("parts.of_size")
_FINE = 3  # digits of a share that a level told above tells of by no chance
_ABOVE = 40  # figures above among which it is looked for
OTHER_OCCUPIES = wording("summands.other_occupies")


def _has_share(binder: Binder, k: int) -> bool:
    """True where a figure is told as a share of something larger right after it."""
    after = k + 1
    if after >= len(binder.q) or binder.q[after].unit not in PERCENT_UNITS:
        return False
    gap = binder.between(k, after)
    return len(gap) <= 60 and _SHARE_STRONG.search(gap) is not None and not OWN_RATE.search(gap)


def has_own_rate(binder: Binder, k: int) -> bool:
    """True where a figure is told with a rate of its own name, of which its parts have theirs:
    "tỷ lệ thất nghiệp là 0,8%, tương đương 614 người", "614 trẻ, tỷ lệ suy dinh dưỡng 4,2%"."""
    folded = binder.folded
    low, high = binder.frames[k].sentence
    before, after = k - 1, k + 1
    if after < len(binder.q) and binder.q[after].unit in PERCENT_UNITS:
        end = binder.q[after].vs
        if end < high and OWN_RATE.search(folded, binder.q[k].full_ve, end):
            return True
    if before < 0 or binder.q[before].unit not in PERCENT_UNITS or binder.q[before].vs < low:
        return False
    start = max(low, binder.q[before - 1].ve if before else 0)
    led = _LED_FROM.fullmatch(folded, binder.q[before].ve, binder.q[k].vs)
    return led is not None and OWN_RATE.search(folded, start, binder.q[before].vs) is not None


def _of_one_base(binder: Binder, t: int, p: int, k: int) -> bool:
    """True where rate `k` of part `p` and the rate right behind whole `t` stand to each other as
    part and whole do: both are rates of one thing told elsewhere."""
    n = t + 1
    if n >= k or binder.q[n].unit != binder.q[k].unit or binder.q[n].direction is not None:
        return False
    whole, part = binder.q[n].interval, binder.q[k].interval
    x, y = binder.q[p].value, binder.q[t].value
    return (
        whole.low > 0
        and x < y
        and part.low * y <= x * whole.high
        and x * whole.low <= part.high * y
    )


def _is_class(binder: Binder, p: int, k: int) -> bool:
    """True where figure `k` says only of what size is what part `p` counts: "8.700 doanh nghiệp có
    quy mô vốn dưới 10 tỷ đồng, chiếm 93%"."""
    size, part = binder.q[k], binder.q[p]
    if size.unit in PERCENT_UNITS or size.unit == part.unit or size.unit is None:
        return False
    return _OF_SIZE.search(binder.folded[part.full_ve : size.vs]) is not None


def _of_a_level_before(binder: Binder, p: int, k: int, wholes: list[Option]) -> bool:
    """True where share `k` of part `p` is of none of the wholes told near, but of a level of its
    unit told further above: "17 hộ nghèo trong tổng số 80 hộ, … 16 hộ nghèo về thu nhập (20%)"."""
    part, share = binder.q[p], binder.q[k]
    if len(digits(share, share.value)) < _FINE:
        return False
    if any(agrees(o, share, binder.by_id) for o in wholes):
        return False
    return any(
        binder.q[n].unit == part.unit
        and binder.q[n].value > part.value
        and binder.q[n].direction is None
        and agrees(binder.percent(p, n), share, binder.by_id)
        for n in range(max(0, p - _ABOVE), p)
    )


def _is_too_much(binder: Binder, t: int, p: int) -> bool:
    """True where part `p` is more than figure `t`, a change or a count of other things, and so no
    part of it: "2 đảng bộ vượt chỉ tiêu, gồm: Đảng bộ A kết nạp 21 đảng viên, đạt 105%"."""
    whole, part = binder.q[t], binder.q[p]
    other = part.unit not in (None, whole.unit)
    return part.value > whole.value and (other or whole.direction is not None)


def part_shares(binder: Binder, t: int, parts: list[int], sure: bool) -> None:
    """x (chiếm P%) after a whole: each share of the parts announced; none where the whole is told
    as a share itself ("26.596 người, chiếm 2,6% dân số"), of which theirs may be."""
    if _has_share(binder, t):
        return
    sure = sure and not has_own_rate(binder, t)
    found: list[tuple[int, int, list[Option], Bond]] = []
    all_of_it = sum(binder.q[p].value for p in parts) == binder.q[t].value
    for p in parts:
        if _is_too_much(binder, t, p):
            continue
        aside = binder.past_aside(p)
        k = p + 1 if aside is None else aside
        classed = aside is None and k < len(binder.q) and _is_class(binder, p, k)
        k += classed
        if k >= len(binder.q) or binder.q[k].unit not in PERCENT_UNITS:
            continue
        share = binder.q[k]
        if share.direction is not None or share.value_to is not None or not binder.checked(k):
            continue
        gap = binder.without_aside(p, k) if aside else binder.folded[binder.q[p].full_ve : share.vs]
        after = binder.folded[share.ve : share.ve + 24]
        if not _SHARE_CUE.search(gap) or len(gap) > 90 or not binder.visible(p, share.vs):
            continue  # "640 ha (trong đó lúa thơm 210 ha), chiếm 61%": the share of the 640
        if OWN_RATE.search(gap) or re.search(r"[;.]", gap) or _OF_ELSE.match(after):
            continue
        if _of_one_base(binder, t, p, k):
            continue  # "79 người (đạt 2,08% chỉ tiêu), trong đó 66 người (chiếm 1,74%)"
        if OTHER_OCCUPIES.search(gap):
            continue  # "71 người có bằng đại học, nữ chiếm 18%": the share of others
        inner = binder.bracket(p)
        if inner is not None and inner[1] < share.vs:
            continue  # "180 ha (trong đó lúa thơm 35 ha), chiếm 60%": of what stands before
        wholes = [t] if all_of_it else [t, *narrower(binder, p, parts)]
        options = [binder.percent(p, w) for w in wholes]
        found.append((p, k, options, "strong" if _SHARE_STRONG.search(gap) else "group"))
    sure = sure and not _of_their_own(binder, t, found)
    whole = binder.q[t]
    for p, k, options, bond in found:
        slipped = part_slipped(binder.q[p], binder.q[k], whole)
        held = bond if sure else "group" if slipped else "silent"
        if _of_a_level_before(binder, p, k, wholes=options):
            continue
        group = f"parts-{whole.id}"
        binder.add("share", k, options, binder.scope(p, t, k), held, "rel.part-share", group=group)


def _of_their_own(binder: Binder, t: int, found: list[tuple[int, int, list[Option], Bond]]) -> bool:
    """True where none of the rates of two parts or more is a share of whole `t` and together they
    cannot be: above 100% ("cụm A có 820 em đỗ, chiếm 91%, cụm B có 395 em đỗ, chiếm 78%"), or less
    where the parts are all of it ("520 người; cấp tỉnh 130 (14,1%), huyện 180 (26,2%), xã 210
    (11,3%)")."""
    rates = [binder.q[k] for _, k, _, _ in found]
    all_of_it = sum(binder.q[p].value for p, _, _, _ in found) == binder.q[t].value
    above = sum(q.low for q in rates) > HUNDRED
    below = all_of_it and sum(q.high for q in rates) < HUNDRED
    return (
        len(found) > 1
        and (above or below)
        and not any(
            agrees(o, binder.q[k], binder.by_id) for _, k, options, _ in found for o in options
        )
    )
