"""Parts and whole inside a sentence: T, trong đó: a, b, c · gồm · (a và b)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.binder import Binder
from extract.find.binding.part_shares import part_shares
from extract.find.binding.summands import (
    SEPARATOR,
    countable,
    is_aside,
    partial,
    parts_after,
)
from extract.find.parts.inner_sums import without_inner_sums
from extract.find.parts.part_sums import emit
from extract.find.parts.part_wholes import behind_slash, called_by, totals_before
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import beyond, digits
from extract.values.units import PERCENT_UNITS

_EXHAUSTIVE = wording("parts.exhaustive")
_TOLD_MORE = wording("parts.told_more")
_PRESENT = wording("parts.present")
_YEAR = wording("parts.year")
_DOING = wording("part_lists.doing")
_FORMS = wording("parts.forms")
_AMONG = wording("parts.among")
_BY = wording("parts.divided_by")
_OF_SOME = wording("parts.of_some")
_HAS = wording("parts.has")
_SHARE_CUE = wording("parts.share_cue")
_UNCHANGED = wording("parts.unchanged")
_COMPARED = wording("parts.compared")
_PLAIN = frozenset({"increase", "decrease", "about", "more_than", "less_than"})
_NEXT_ITEM = wording("parts.next_item")
_NAMES = 3  # commas or semicolons of a bracket that lists names with their figures
_NEXT_SECTION = re.compile(
    r"\n *(?:[0-9]+\.)*(?:[2-9]|[1-9][0-9])[.)]? *$"
)  # "1.3. ", no first one
_LINE_OF_ITS_OWN = re.compile(
    r"(?:(?<=:)|[ ,]{0,2}:)[ *_]{0,4}\n[\n ]{0,4}(?=[^\W\d_]{2})"
)  # no list mark
_MARK = 14  # characters of such a mark
_BACK = 8  # figures before a cue among which the count that it divides is looked for
_AND = " và "  # before the last of all that are told
_NEARLY = Decimal("0.9")  # of a whole that parts come to that are told as more of it
_TWO = 2  # parts; more of them add up to a small whole hardly by chance,
_MANY = 4  # and any to a whole of so many digits


def find_parts(binder: Binder) -> None:
    """Announce sums whose parts stand in the same sentence as their cue; a cue that opens the
    body of a note divides the figure that its call follows."""
    folded = binder.folded
    called = {
        n.body_vs: n.ref_vs
        for n in binder.doc.footnotes
        if n.body_vs is not None and n.ref_vs is not None
    }
    for m in _BY.finditer(folded):
        _among(binder, m.end(), "strong")
    for m in _AMONG.finditer(folded):
        _among(binder, m.end(), "near")
    for name, at, end in binder.cues.all:
        if name == "parts":
            _announce(binder, at, end, called.get(at))
        elif name == "partial" and folded.startswith("trong đó", at):
            _some_shares(binder, at, end)
    for body, call in called.items():
        _note(binder, body, call)
    for m in re.finditer(r"[(:]", folded):
        _brackets(binder, m.start())
    without_inner_sums(binder)


def _announce(
    binder: Binder,
    at: int,
    end: int,
    call: int | None,
) -> None:
    folded = binder.folded
    first = binder.first_at(end)
    if first >= len(binder.q) or first == 0:
        return
    low, high = binder.frames[first].sentence
    inside = binder.brackets.around(at)
    cue = folded[at:end]
    if inside is not None:
        high = min(high, inside[1])
    elif not _EXHAUSTIVE.search(cue):
        high = _next_whole(binder, end, high)
    line = _LINE_OF_ITS_OWN.match(folded, end) if low > at else None
    under = line is not None and line.end() == low
    if binder.q[first].vs >= high or not (low <= at or under):
        return
    if call is not None:
        totals = called_by(binder, call)
    else:
        head = binder.frames[first - 1].sentence[0] if under else low
        totals = totals_before(binder, head, at, inside)
    years = len(list(_YEAR.finditer(folded, end, high)))
    _farther(binder, first, (at, end, high), totals)
    if not totals or (binder.q[totals[0]].vs < low and (years > 1 and not under)):
        return  # "… qua các năm như sau: năm 2020 …"
    if _PRESENT.match(cue):  # "giảm 630 thôn; trong số hiện có …": not of what has gone
        totals = [t for t in totals if binder.q[t].direction is None] or totals
    stop = folded.find(";", end, high)
    more = _TOLD_MORE.match(folded, at, high) and not _nearly_all(binder, totals[0], first, high)
    bond: Bond = "strong" if _EXHAUSTIVE.search(cue) and not more else "near"
    closed = stop > 0 and _AND in folded[end:stop]  # what follows is another statement
    if partial(binder, end, stop if closed else high):
        bond = "open"
    if bond == "near" and _in_item(binder, totals[0], low) and stop > 0:
        bond = "silent"  # "A 148 tỷ; B 431 tỷ, trong đó b 258 tỷ; C 33 tỷ": C is beside B
    if binder.q[totals[0]].vs < low:
        if _NEXT_SECTION.search(folded, max(0, low - _MARK), low):
            bond = "silent"  # "1.3. Phân theo khu vực: …" need not divide the last figure of 1.2
        if _OF_SOME.match(folded, binder.frames[totals[0]].sentence[0]):
            bond = "silent"  # "Trong số hội viên mới có 120 nữ, 95 đoàn viên. Phân theo khối: …"
    if under:
        bond = "silent"  # more of the parts may stand on lines of their own
    emit(binder, totals, first, end, high, bond, (at, high), "rel.parts")


def _nearly_all(binder: Binder, t: int, first: int, high: int) -> bool:
    """True where figures, closed by "và", come to nearly all of figure `t`: "nhận 264 phiếu. Cụ
    thể, ông được 228 phiếu tín nhiệm cao, 21 phiếu tín nhiệm và 5 phiếu tín nhiệm thấp"."""
    start, whole = binder.q[first].vs, binder.q[t].value
    parts, _ = parts_after(binder, t, first, start, high)
    return _AND in binder.folded[start:high] and binder.worth(parts) >= _NEARLY * whole


def _in_item(binder: Binder, t: int, low: int) -> bool:
    """True where figure `t` stands in an item of a list that semicolons part, not in its first."""
    before = binder.first_at(low)
    return before < t and ";" in binder.folded[binder.q[before].ve : binder.q[t].vs]


def _next_whole(binder: Binder, start: int, high: int) -> int:
    """Where the piece of a sentence begins that has parts of its own: "hãng A bay 1.842 chuyến,
    trong đó chậm 431 chuyến; hãng B bay 906 chuyến, trong đó chậm 188 chuyến"."""
    semi = binder.folded.find(";", start, high)
    while semi >= 0:
        after = binder.folded.find(";", semi + 1, high)
        told = binder.cues.between(semi, after if after >= 0 else high)
        if any(
            c.name == "parts"
            and binder.folded.startswith("trong", c.start)
            and not is_aside(binder.folded, start, c.start)
            for c in told
        ):
            return semi
        semi = after
    return high


def _farther(
    binder: Binder,
    first: int,
    cue: tuple[int, int, int],
    totals: Sequence[int],
) -> None:
    """A count told a sentence or two before that of the cue, past the `totals` beside it, where
    just its parts add up to it: "cấp mới 11 dự án. Vốn bằng 15,3% cùng kỳ. Trong đó, 10 dự án
    trong khu, 1 dự án ngoài khu"; where one beside it is of their unit, a large one."""
    at, start, high = cue
    beside = any(binder.q[t].unit == binder.q[first].unit for t in totals)
    behind = beside and binder.q[totals[0]].vs >= binder.frames[first].sentence[0]
    for t in range(first - 1, max(-1, first - _BACK), -1):
        if binder.frames[first].block - binder.frames[t].block > 1:
            return
        whole = binder.q[t]
        if whole.unit != binder.q[first].unit or not countable(whole) or whole.direction:
            continue
        if t in totals:
            continue
        parts, loose = parts_after(binder, t, first, start, high)
        small = len(digits(whole, whole.value)) < _MANY
        if beside and small and (behind or len(parts) <= _TWO):
            continue
        if beside and binder.worth(parts) != whole.value:
            continue
        if len(parts) > 1 and not loose and binder.adds_up(t, *parts):
            options = [binder.sum_of(parts)]
            scope = binder.scope(t, *parts)
            binder.add("sum", t, options, scope, "silent", "rel.parts", cue=(at, high))
            return


def _some_shares(binder: Binder, at: int, end: int) -> None:
    """Trong đó có x (chiếm P%), y (chiếm Q%): shares of the whole, whatever parts are not told; all
    of it where they add up."""
    first = binder.first_at(end)
    if first >= len(binder.q) or first == 0 or not binder.frames[first].sentence[0] <= at:
        return
    low, high = binder.frames[first].sentence
    inside = binder.brackets.around(at)
    if inside is not None:
        high = min(high, inside[1])
    totals = totals_before(binder, low, at, inside)
    if totals:
        parts, loose = parts_after(binder, totals[0], first, end, high)
        part_shares(binder, totals[0], parts, sure=not loose)
        options = [binder.sum_of(parts[:size]) for size in range(len(parts), 1, -1)]
        unit = binder.q[totals[0]].unit
        alike = all(binder.same.akin(binder.q[p].unit, unit) for p in parts)
        if options and alike and not loose and binder.adds_up(totals[0], *parts):
            scope = binder.scope(totals[0], *parts)
            binder.add("sum", totals[0], options, scope, "silent", "rel.parts", cue=(at, high))


def _note(binder: Binder, body: int, call: int) -> None:
    """A note that divides the figure before its call with no cue word: "[1] Cấp tỉnh 01 điểm cầu,
    cấp huyện 10 điểm cầu …"."""
    first = binder.first_at(body)
    if first >= len(binder.q):
        return
    low, high = binder.frames[first].sentence
    head = binder.folded[max(low, body) : binder.q[first].vs]
    if not low <= body < high or binder.cues.has("parts", body, high):
        return
    totals = called_by(binder, call)
    if totals and not re.search(r"[.;()]", head):
        emit(binder, totals, first, body, high, "near", (body, high), "rel.note-parts")


def _among(binder: Binder, at: int, bond: Bond) -> None:
    """Trong T …, có a, b và c; phân theo tuổi, T có a, b và c: a whole and then its parts."""
    t = binder.first_at(at)
    if t + 2 >= len(binder.q) or binder.q[t].vs != at:
        return
    whole, high = binder.q[t], binder.frames[t].sentence[1]
    if not countable(whole) or binder.q[t + 1].vs >= high:
        return
    has = _HAS.search(binder.folded, whole.full_ve, binder.q[t + 1].vs)
    start = has.start() if has else -1
    if bond == "near":  # "trong 120 xã, …"
        marks = (binder.folded.find(c, whole.full_ve, binder.q[t + 1].vs) for c in ",:")
        start = max(start, *marks)
    if start < 0 or start - whole.full_ve > 70:
        return
    parts, _ = parts_after(binder, t, t + 1, start, high)
    done = _DOING.search(binder.folded, whole.full_ve, binder.q[t + 1].vs) is not None
    if done and len(parts) == _TWO and binder.worth(parts) < whole.value:
        bond = "open"  # "trong 44 người dôi dư, đã giải quyết cho 23 người, bố trí 5 người"
    if whole.bound is not None:  # "trong hơn 6.400 căn, có …": all of them, where they come to it
        if len(parts) < _TWO or beyond(binder.sum_of(parts), whole, binder.by_id):
            return
        bond = "weak"
    emit(binder, [t], t + 1, start, high, bond, (at, high), "rel.among-parts")


def _past_change(binder: Binder, k: int, end: int) -> int:
    """Figure `k` before the base at place `end`, or the level before it where it only tells how far
    that is from the base: "đạt 4.107 ca, vượt 107 ca so với kế hoạch (4.000 ca): …"."""
    if k < 1 or binder.q[k].direction is None or binder.q[k].unit != binder.q[k - 1].unit:
        return k
    return k - 1 if _COMPARED.search(binder.folded, binder.q[k].full_ve, end) else k


def _brackets(binder: Binder, at: int) -> None:
    """(a và b), or : a, b, right after a figure and its noun, with no cue word."""
    folded = binder.folded
    first = binder.first_at(at)
    if first == 0 or first >= len(binder.q):
        return
    total = first - 1
    low, high = binder.frames[total].sentence
    if not (low <= at < high) or binder.q[first].vs >= high:
        return
    end = at
    if folded[at] == ":" and folded.endswith(")", 0, at):  # "đạt 117% kế hoạch (40 tỷ đồng): …"
        aside = binder.bracket(total)
        if aside is not None and aside[1] == at - 1:
            end = aside[0] - 1
            total = binder.first_at(end) - 1
            if binder.q[first].direction is None:
                total = _past_change(binder, total, end)
            if total < 0 or binder.q[total].vs < low:
                return
    gap = _UNCHANGED.sub("", folded[binder.q[total].full_ve : end])
    if binder.q[total].unit in PERCENT_UNITS and binder.q[first].unit not in PERCENT_UNITS:
        total -= 1  # "142 thanh niên, đạt 100% chỉ tiêu (quân sự 110, công an 32)"
        cue = (folded, binder.q[total].full_ve, binder.q[total + 1].vs)
        limit = binder.q[total + 1].bound is not None  # "24 dự án giải ngân dưới 30% (tỉnh 15, …)"
        if total < 0 or not (limit or _SHARE_CUE.search(*cue)):
            return
        if binder.frames[total].sentence[0] != low or not countable(binder.q[total]):
            return
    if behind_slash(binder, total):
        total -= 1  # "3.120 ha/3.000 ha, đạt 104% kế hoạch (rừng sản xuất 2.870 ha, …)"
    if folded[at] == ":" and _NEXT_ITEM.search(gap):
        return  # "Số trường: 25 - Số lớp: 27 phòng + 18 phòng tạm": items in one line
    if folded[at] == ":" and "," in gap and folded.endswith(": ", low, binder.q[total].vs):
        return  # "Sở A: 3 biên chế, Sở B: 2 biên chế": a list, each under its own name
    barred = ";:()" if folded[at] == ":" else ",;:()"
    listed = folded[at] == "(" and any(
        folded.count(mark, at, binder.brackets.close_of(at)) >= _NAMES for mark in ",;"
    )
    if any(c in gap for c in (barred[1:] if listed else barred)) or len(gap) > 70:
        return
    if folded[at] == "(":
        close = binder.brackets.close_of(at)
        if not folded.startswith(")", close):
            return  # a bracket that is never closed
        close = min(high, close)
    else:
        around = binder.brackets.around(at)
        close = min(high, around[1]) if around else high
    start = binder.q[first].vs
    if start >= close or any(c.name not in _PLAIN for c in binder.cues.between(at, start)):
        return
    if folded[at + 1 : start].strip() and not SEPARATOR.search(folded, start, close):
        return
    bond: Bond = "bracket"
    if folded[at] == ":" and _FORMS.search(gap):
        bond = "strong"
        stop = folded.find(";", start, close)
        close = stop if first + 1 < len(binder.q) and binder.q[first + 1].vs < stop else close
    emit(binder, [total], first, at + 1, close, bond, (at, close),
          "rel.bracket")  # fmt: skip
