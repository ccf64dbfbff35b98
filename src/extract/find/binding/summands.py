"""What may be a part of a whole: the figures after a cue that one sum can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.find.binding.binder import Binder
from extract.find.binding.comparable import below_last_digit
from extract.find.figures.cues import Cues
from extract.model import Quantity
from extract.rules.wording import terms, wording
from extract.values.units import PERCENT_UNITS, spans_time

_MANY = 3  # semicolons of a list that is no mere row of statements
_MAX_PARTS = 40
_MARK = 3  # characters that a colon and the spaces behind it take
_EACH = 30  # characters before a figure that tell it of each
_NAME = 90  # characters before a figure that name it
SEPARATOR = wording("summands.separator")
PER_EACH = wording("summands.each")
_OF_EACH = wording("summands.of_each")
_OVERLAP = wording("summands.overlap")
# "…, tỷ lệ hồ sơ đúng hạn đạt 99,7%": a rate of something else
OWN_RATE = wording("summands.own_rate")
OWN_BRACKET = wording("summands.own_bracket")
_FINDINGS = wording("summands.findings")
TURNED = wording("summands.turned")
RAISED = wording("relations.raised")
_OTHER_SORT = wording("summands.other_sort")
_STATED = wording("part_lists.doing")
_REST_TOLD = wording("summands.rest_told")
_DATED = wording("summands.dated")
_HAS = wording("summands.has")
_SEVERAL_EACH = wording("summands.several_each")
_CUE_END = 4  # characters at the end of what opens parts: "trong đó có"
_MARGIN = 60  # characters around parts in which the text says that they overlap
_STILL = wording("summands.still")
_BESIDES = wording("summands.besides")
_WITH = wording("summands.with")
OWN_HEAD = wording("summands.own_head")
_BENEATH = wording("summands.beneath")
_UNNUMBERED = re.compile(r"[^\W\d_]{2,}")
_CROSS = wording("summands.crossing")
_SCHEMES = wording("summands.schemes")
_MOVED = wording("change_levels.moves")
_MALE = wording("summands.male")
CRITERION = wording("breakdowns.head")
_ADDED = wording("resumed.added")
_LABELLED = wording("summands.labelled")  # "; năm 2022: 173 người"


def countable(q: Quantity) -> bool:
    """True where the figure may stand in a sum."""
    return (
        q.unit not in PERCENT_UNITS
        and not spans_time(q.unit, q.step)
        and q.value_to is None
        and not q.words
        and q.per is None
    )


def per_one(q: Quantity) -> bool:
    """True for a level of each, as it may move: 51,5 tạ/ha, 60 triệu đồng/người."""
    return q.per is not None and countable(replace(q, per=None))


def as_level(binder: Binder, k: int) -> Quantity:
    """Figure `k`, a level where the words that tell it as a change are only its label: "(cấp mới:
    42 triệu USD; tăng vốn: 18 triệu USD)", or name capital that was added: "vốn tăng thêm đạt"."""
    q = binder.q[k]
    if q.direction is None:
        return q
    label = binder.folded[max(0, q.vs - _MARK) : q.vs].rstrip().endswith(":")
    low = max(binder.frames[k].sentence[0], q.vs - _NAME)
    added = _ADDED.search(binder.folded, low, q.vs) is not None
    return replace(q, direction=None) if label or added else q


def fits(binder: Binder, whole: Quantity, part: Quantity) -> bool:
    """True where `part` may be a part of `whole`."""
    if part.direction is not None and part.direction != whole.direction:
        return False
    if part.unit == whole.unit or part.unit is None or whole.unit is None:
        return not below_last_digit(part, whole)
    people = part.unit in terms("nhom_nguoi") and whole.unit in terms("nhom_nguoi")
    if (part.step != 0 or whole.step != 0) and not people:
        return False  # "0,84 triệu người" and "1,33 triệu đối tượng" are counts all the same
    if spans_time(part.unit, part.step):
        return False
    return not (binder.same.measured(part.unit) or binder.same.measured(whole.unit))


def is_stock(binder: Binder, parts: Sequence[int], t: int) -> bool:
    """True where figure `t` is rather the level that parts told before it came on top of than
    their sum: words say that it was raised, or it is far above it."""
    start = binder.q[parts[-1]].ve
    raised = RAISED.search(binder.folded, start, binder.q[t].vs) is not None
    return raised or far_above(binder, parts, t)


def far_above(binder: Binder, parts: Sequence[int], t: int) -> bool:
    """True where figure `t` is more than twice what parts come to: others add to it."""
    return abs(binder.q[t].value) > 2 * abs(binder.worth(parts))


def _of_another_sort(told: str, gap: str) -> bool:
    """True where the piece that ends in `gap` stands behind a rest without a figure, or opens with
    what was done, what there is or a year, and the first part is not `told` so: "trong đó vốn kéo
    dài 18 tỷ; đã phân bổ 135 tỷ"."""
    before, semi, piece = gap.rpartition(";")
    if semi and _REST_TOLD.search(before):
        return True  # "…, 28 vụ ô tô, còn lại là phương tiện khác; 52 vụ do vi phạm tốc độ"
    m = _OTHER_SORT.match(piece) if semi else None
    if m is None:
        return False
    own = _HAS if m["has"] else _STATED if m["done"] else _DATED
    return own.search(told) is None


def per_each(binder: Binder, k: int) -> bool:
    """True where the words before figure `k` tell it of each of several: "mỗi hộ 3 triệu đồng"."""
    return binder.once(_told_per_each)[k]


def _told_per_each(binder: Binder) -> list[bool]:
    places = ((x.vs, frame.sentence[0]) for x, frame in zip(binder.q, binder.frames, strict=True))
    return [
        _OF_EACH.search(binder.folded, max(low, at - _EACH), at) is not None for at, low in places
    ]


def of_its_own(whole: Quantity, part: Quantity) -> bool:
    """True where `part` is told with a whole of its own that is larger than `whole`."""
    return part.of is not None and part.of > max(whole.value, whole.of or 0)


def _akin(binder: Binder, whole: Quantity, part: Quantity) -> bool:
    """True where the units of whole and part belong together as far as the word lists know."""
    return binder.same(whole, part) or not (
        binder.same.known(part.unit) and binder.same.known(whole.unit)
    )


def parts_after(
    binder: Binder, t: int, first: int, start: int, high: int
) -> tuple[list[int], bool]:
    """(parts, loose): the figures that may add up to `t`; loose where something is unsure."""
    folded = binder.folded
    whole = binder.q[t]
    parts: list[int] = []
    loose = False
    previous = start
    k = first
    skip_until = -1
    while k < len(binder.q) and binder.q[k].vs < high and len(parts) < _MAX_PARTS:
        q = as_level(binder, k)
        gap = folded[previous : q.vs]
        inner = binder.brackets.around(q.vs)
        if q.vs < skip_until or (inner is not None and inner[0] >= start):
            if inner is not None and inner[0] >= start:
                previous = max(previous, inner[1])
            k += 1
            continue
        if len(parts) > 1 and ";" in gap and _closed_by_and(binder, parts):
            break
        told = folded[max(0, start - _CUE_END) : binder.q[first].vs]
        if parts and (TURNED.search(gap) or _of_another_sort(told, gap)):
            break  # "gồm 38 kiến nghị gửi Trung ương; đến nay 66 kiến nghị đã được trả lời"
        divided = bool(parts) and divides(binder, previous, q.vs)
        if divided or (
            parts and _new_statement(gap, binder.cues, previous, q.vs, rate=q.unit in PERCENT_UNITS)
        ):
            nested = folded.find(";", q.vs, high)
            if divided and nested > 0:
                nested = max(nested, _inner_end(binder, parts[-1], k, high))
                skip_until = previous = nested
                k += 1
                continue
            break
        if of_its_own(whole, q):
            break  # "145 vụ. Trong đó: đã giải quyết 120/160 vụ": it has a whole of its own
        if q.unit in PERCENT_UNITS or not countable(q):
            k += 1
            continue
        if (
            len(parts) > 1
            and _BESIDES.match(gap)
            and all(binder.q[p].unit not in (None, q.unit) for p in parts)
        ):
            break  # "gồm 2 thị trấn và 12 xã, với dân số 92.300 người"
        if parts and _WITH.search(gap) and _BENEATH.match(folded, q.full_ve):
            k += 1  # "30 đảng bộ cơ sở, với 251 chi bộ trực thuộc": what the part before has
            continue
        if q.direction is not None and (
            _FINDINGS.search(gap) or _one_to_a_piece(binder, first, high)
        ):
            q = replace(q, direction=None)  # "tăng thu 2 tỷ, giảm chi 4 tỷ": sorts, no changes
        if not fits(binder, whole, q):
            if parts and (_WITH.search(gap) or not SEPARATOR.search(gap)):
                k += 1  # "73 vụ, với 44 ha": what a part has, by another unit
                continue
            if len(parts) > 1 and ";" in gap:
                break
            loose = loose or not _changed(binder, whole, parts, k, gap)
            k += 1
            continue
        if parts and not SEPARATOR.search(folded, binder.q[parts[-1]].full_ve, q.vs):
            loose = loose or _akin(binder, whole, q)
            k += 1
            continue
        if len(parts) > 1 and q.value > whole.value:
            own = ";" in gap and OWN_HEAD.match(gap.rpartition(";")[2]) is not None
            if own or _divided(binder, k, high):
                break
        if PER_EACH.search(gap) or not _akin(binder, whole, q):
            loose = True
        parts.append(k)
        previous = q.full_ve
        k += 1
    if any(_unnumbered(s) for s in _bare_segments(binder, parts, start, high)):
        loose = True
    return parts, loose


def divides(binder: Binder, start: int, end: int) -> bool:
    """True where words between two figures turn to the parts of the first: "30 trường, trong đó có
    5 trường chuyên"."""
    return any(
        c.name == "parts" or (c.name == "partial" and binder.folded.startswith("trong", c.start))
        for c in binder.cues.between(start, end)
    )


def unread(binder: Binder, last: int, high: int) -> bool:
    """True where figure `last`, the last part read, is divided itself and a figure behind the first
    of its parts may be one more of the whole: "8 chi bộ, trong đó 3 chi bộ mầm non và 2 quân sự".
    """
    q = binder.q
    k = last + 2
    if k >= len(q) or q[k].vs >= high or not binder.same(q[k], q[last]):
        return False
    return ";" not in binder.between(last, last + 1) and divides(
        binder, q[last].full_ve, q[last + 1].vs
    )


def _inner_end(binder: Binder, part: int, k: int, high: int) -> int:
    """Where the parts of a part end, figure `k` the first, if those outside brackets add up to it:
    "12 chi hội; trong đó có 5 chi hội ở xã; 7 chi hội ở phường và 3 tổ". -1 where they do not."""
    left = binder.q[part].value
    for n in range(k, len(binder.q)):
        x = binder.q[n]
        if x.vs >= high or left <= 0:
            break
        if binder.visible(n, high) and countable(x) and binder.same(x, binder.q[part]):
            left -= x.value
            if left == 0:
                return x.full_ve
    return -1


def _divided(binder: Binder, k: int, high: int) -> bool:
    """True where figure `k` is a whole itself: "60 xã, 12 phường và 3.450 tổ gồm có: 2.100 …"."""
    end = binder.q[k + 1].vs if k + 1 < len(binder.q) else high
    return binder.cues.has("parts", binder.q[k].ve, min(end, high))


def _changed(binder: Binder, whole: Quantity, parts: Sequence[int], k: int, gap: str) -> bool:
    """True where figure `k` is how far the part right before it moved: "32 tỷ đồng, tăng 4 tỷ"."""
    q = binder.q[k]
    beside = bool(parts) and parts[-1] == k - 1 and _MOVED.search(gap) is not None
    return beside and q.direction is not None and binder.same(whole, q)


def _closed_by_and(binder: Binder, parts: list[int]) -> bool:
    """True where the parts so far are a list with commas whose last is joined by "và"."""
    first, before, last = (binder.q[p] for p in (parts[0], parts[-2], parts[-1]))
    gap = binder.folded[before.ve : last.vs]
    if "," in gap and ", và " not in gap:
        return False  # "cấp tỉnh và tương đương 12, cấp huyện và tương đương 70": part of a name
    return " và " in gap and ";" not in binder.folded[first.ve : last.vs]


def _one_to_a_piece(binder: Binder, first: int, high: int) -> bool:
    """True for a list of many parts between semicolons, each with one figure of one unit: "tăng thu
    2 tỷ đồng; giảm cấp phát 4 tỷ đồng; tăng giá trị tài sản 1 tỷ đồng; …"."""
    unit, k = binder.q[first].unit, first
    while k + 1 < len(binder.q) and binder.q[k + 1].vs < high:
        if binder.folded.count(";", binder.q[k].full_ve, binder.q[k + 1].vs) != 1:
            return False
        if binder.q[k + 1].unit != unit:
            return False
        k += 1
    return k - first >= _MANY


def _new_statement(gap: str, cues: Cues, start: int, end: int, *, rate: bool) -> bool:
    """True where a new statement begins between two figures; what the second, a `rate`, is compared
    with begins none: "37 tỷ đồng, đạt 61% so với dự toán và bằng 109% năm trước"."""
    if ":" in gap and (not _LABELLED.search(gap) or CRITERION.search(gap)):
        return True
    piece = start + gap.rfind(";") + 1
    told = cues.between(start, end)
    names = {c.name for c in told if c.name == "parts" or c.start >= piece}
    if rate:
        names -= {"to", "base"}
    if _STILL.search(gap):
        names.discard("to")  # "và số quá hạn còn 34 hồ sơ": the last part, no level reached
    return bool(names & {"parts", "to", "base"})


def _bare_segments(binder: Binder, parts: list[int], start: int, high: int) -> Iterator[str]:
    """The stretches between separators that hold no figure, up to the last part."""
    if not parts:
        return
    stop = min(high, binder.q[parts[-1]].full_ve)
    at = start
    for m in re.finditer(r"[;]", binder.folded[start:stop]):
        piece = binder.folded[at : start + m.start()]
        if not re.search(r"[0-9]", piece):
            yield piece
        at = start + m.end()


def _unnumbered(segment: str) -> bool:
    return _UNNUMBERED.search(segment) is not None


def one_in_each_piece(binder: Binder, parts: list[int], start: int, high: int) -> bool:
    """True where every piece between separators holds just one of the parts."""
    places = [binder.q[p].vs for p in parts]
    at = start
    for m in [*SEPARATOR.finditer(binder.folded, start, high), None]:
        end = m.start() if m else high
        if sum(at <= place < end for place in places) != 1:
            return False
        at = m.end() if m else high
    return True


def crossing(folded: str, start: int, end: int) -> bool:
    """True where the parts are groups that overlap (nữ, dân tộc thiểu số, dưới 40 tuổi; "một hộ có
    thể được hưởng nhiều chính sách") or no parts at all (kế hoạch, cùng kỳ)."""
    if _SEVERAL_EACH.search(folded, max(0, start - _MARGIN), end + _MARGIN):
        return True
    told = [
        m for m in _CROSS.finditer(folded, start, end) if not is_aside(folded, start, m.start())
    ]
    if told and all(m["women"] for m in told):
        return _MALE.search(folded[start:end]) is None
    return bool(told)


def several_schemes(folded: str, start: int, end: int, unit: str | None) -> bool:
    """True where people are counted by the insurances they take part in, who may be in several:
    "BHXH bắt buộc 5.486 người; BHYT 172.524 người"; not what they pay."""
    if unit not in terms("nhom_nguoi"):
        return False
    return len({m.lastgroup for m in _SCHEMES.finditer(folded, start, end)}) > 1


def is_aside(folded: str, start: int, at: int) -> bool:
    """True where a place stands in a bracket opened after `start`: what is told there divides a
    part, not the whole."""
    return folded.count("(", start, at) > folded.count(")", start, at)


def partial(binder: Binder, start: int, end: int) -> bool:
    """True where the text says that the parts are not all, or overlap."""
    for c in binder.cues.between(start, end):
        if c.name == "partial" and not is_aside(binder.folded, start, c.start):
            return True
    return _OVERLAP.search(binder.folded, start, end) is not None
