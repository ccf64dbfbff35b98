"""A stated count and the items named after it (gồm 05 xã: A, B, …); a figure and its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extract.find.binding.binder import Binder
from extract.find.binding.items import (
    OPEN_END,
    SEVERAL_NAMED,
    count_items,
    counted_items,
    lost_mark,
    numbered_items,
    placed_items,
    told_each,
)
from extract.model import Bond, Citation, Operand, Option, Quantity
from extract.rules.engine import Text
from extract.rules.wording import terms, wording
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS, TIME

_OPENS = wording("enumerations.opens")
_OPENS_FAR = wording("enumerations.opens_far")
_OPENS_PAST = wording("enumerations.opens_past")
_NAMED = wording("enumerations.named")
_FULL = wording("enumerations.full")
_LEVELLED = wording("enumerations.levelled")
_UNTIL_END = wording("enumerations.until_end")
_ASIDE = re.compile(r" ?\([^()]*\)")  # "gỗ (16,2 tỷ USD), rau quả (7,1 tỷ USD)"
_MIXED = wording("enumerations.mixed")
_OWN_NAME = wording("enumerations.own_name")
_PIECES = re.compile("[,;]")
_OPEN_BRACKET = re.compile(r"\([^()]*$")  # "09 xã (gồm A, B và C), với 1.240 hộ"
_SURE = 3  # named items with an amount that tell that all of the list are such
_UNIT = 12  # characters of the unit after an amount
_ACCORDING = wording("enumerations.according")
_SOME = wording("enumerations.some")
_MERGED = wording("enumerations.merged")
_IN_WORDS = wording("enumerations.in_words")
_EXCEPTED = wording("enumerations.excepted")
_TOLD_OF = wording("enumerations.told_of")
_BARE_IS = wording("enumerations.bare_is")
_PLACES = wording("enumerations.places")
_WHERE = wording("enumerations.where")
_PLACES_RUN = wording("enumerations.places_run")
_JOINT = wording("items.joint")
_BREATH = wording("enumerations.breath")
_GOES_ON = wording("enumerations.goes_on")
_ARE_SEVERAL = wording("enumerations.are_several")
_LEAD = 60  # characters of the common name of the names in a list
_WORDS = 40  # characters after it
_FEW = 2  # names that a list may have too few
_MAX_ITEMS = 40
_LIMITS = 4  # figures looked at between a count and its list
_TAIL = 3  # characters at the end of a list that leave it open
_ECHO = 30  # characters between a figure and its words


def find_enumerations(binder: Binder) -> None:
    """Announce the count of the items that follow a figure in the same sentence, or are numbered
    in its paragraph."""
    text, folded = binder.doc.text, binder.folded
    told: set[int] = set()
    agreed: set[int] = set()  # where the lists end whose names are as many as a figure before them
    for n, q in enumerate(binder.q):
        if not _may_count(binder, n):
            continue
        high = binder.frames[n].sentence[1]
        m = _OPENS.match(folded, q.full_ve, high)
        if m is None and (n == 0 or binder.q[n - 1].vs < binder.frames[n].sentence[0]):
            m = _OPENS_FAR.match(folded, q.full_ve, high)
            m = None if m is not None and _counted_again(binder, n, m.end()) else m
        if m is None:
            m = _OPENS_PAST.match(folded, q.full_ve, high)
            if m is None or not _only_limits(binder, n, m.end()) or _no_names(text, m, high):
                m = _past_citation(folded, q.full_ve, high, binder.doc.citations)
        if m is None:
            _find_places(binder, n, high)
            continue
        owned = _owner(binder, n, m)
        if owned is None or owned[0] in told:
            continue
        k, (count, sure, end) = owned
        told.add(k)
        counts = binder.q[k]
        if count == counts.value:
            agreed.add(end)
        elif end in agreed:
            continue  # "3 huyện đạt 100% với 12 chỉ tiêu gồm: …": the names of the three
        option = Option("count", (Operand(counts.id, Decimal(count)),))
        before = text.fold[max(0, counts.vs - 24) : counts.vs]
        if _LEVELLED.search(before):
            continue
        named = _NAMED.search(m[0]) and not _MERGED.search(before)
        apart = _SOME.search(m[0]) or ("," in m[0] and not _FULL.search(m[0]))
        apart = apart or _says_what(text, counts, m, count)
        where = _PLACES.search(m[0]) or _WHERE.match(folded, m.end())
        apart = apart or (count != counts.value and where is not None)
        apart = apart or lost_mark(binder.doc.document, m.end(), end)
        bond: Bond = "strong" if sure and named and not apart else "silent"
        binder.add("enumeration", k, [option], "list", bond, "rel.enumeration",
                   cue=(counts.vs, end))  # fmt: skip


def _no_names(text: Text, opening: re.Match[str], high: int) -> bool:
    """True where a bare "là" opens what is no list of names alone, up to the end of a sentence."""
    if not _BARE_IS.search(opening[0]):
        return False
    pieces = _JOINT.split(_ASIDE.sub("", text.view[opening.end() : high]))
    return not all(any(c.isupper() for c in piece) for piece in pieces)


def _find_places(binder: Binder, n: int, high: int) -> None:
    """Announce the count of places that are named right behind it: "ở 3 tỉnh A, B và C"."""
    m = _PLACES_RUN.match(binder.doc.text.view, binder.q[n].full_ve, high)
    if m is None or binder.q[n].unit not in terms("nhom_dia_ban"):
        return
    names = Decimal(len(_JOINT.split(m["names"])))
    if names == binder.q[n].value:  # of others, some may be names of regions
        option = Option("count", (Operand(binder.q[n].id, names),))
        binder.add("enumeration", n, [option], "sentence", "silent", "rel.enumeration")


def _may_count(binder: Binder, n: int) -> bool:
    """True where figure `n` is a count of so few things that a sentence may name them all."""
    q = binder.q[n]
    return (
        q.step == 0
        and q.of is None
        and q.value_to is None
        and not q.words
        and q.bound is None
        and q.direction is None
        and 2 <= q.value <= _MAX_ITEMS
        and q.unit is not None
        and q.unit not in TIME
        and binder.checked(n)
    )


def _owner(
    binder: Binder, n: int, opening: re.Match[str]
) -> tuple[int, tuple[int, bool, int]] | None:
    """(figure, what it counts) for the list that `opening` opens behind figure `n`: of several
    counts told in one breath ("5 xã đạt 14 tiêu chí gồm …") the one that the names agree with, or
    the one that counts places where they are names of places; None where nobody can tell."""
    found = {}
    places = terms("nhom_dia_ban")
    own = opening[0].endswith("(") and binder.q[n].unit in places  # "4 ổ dịch tại 5 xã (…)"
    for k in (n,) if own else _in_one_breath(binder, n, opening.end()):
        counted = _counted(binder, k, opening, binder.blocks[binder.frames[k].block].ve)
        if counted is not None:
            found[k] = counted
    agreeing = [k for k, counted in found.items() if counted[0] == binder.q[k].value]
    if not agreeing and n not in found:
        return None  # of what the list is told of right before it nobody can tell
    if not agreeing and len(found) > 1:
        (_, _, end), *_ = found.values()
        names = _are_names(binder.doc.text.view[opening.end() : end])
        agreeing = [k for k in found if (binder.q[k].unit in places) == names]
        if len(agreeing) > 1:
            return None
    for k in agreeing or found:
        return k, found[k]
    return None


def _in_one_breath(binder: Binder, n: int, end: int) -> list[int]:
    """Figure `n` and the counts of other things that nothing parts from it, before place `end`:
    "5 xã đạt 14 tiêu chí"."""
    found = [n]
    if n and _tells_of(binder, n - 1, n):
        found.insert(0, n - 1)
    if n + 1 < len(binder.q) and binder.q[n + 1].vs < end and _tells_of(binder, n, n + 1):
        found.append(n + 1)
    return found


def _tells_of(binder: Binder, k: int, n: int) -> bool:
    """True where figure `n` is told of what the one before it, `k`, counts."""
    x, y = binder.q[k], binder.q[n]
    if x.unit == y.unit or not _may_count(binder, k) or not _may_count(binder, n):
        return False
    return (
        binder.one_sentence(k, n) and _BREATH.fullmatch(binder.folded, x.full_ve, y.vs) is not None
    )


def _says_what(text: Text, q: Quantity, opening: re.Match[str], count: int) -> bool:
    """True where a bare "là" says what the things counted are, and names none of them: "8 em là
    con thương binh và dân tộc thiểu số"."""
    if count == q.value or not _BARE_IS.search(opening[0]):
        return False
    words = text.view[opening.end() : opening.end() + _WORDS].split()
    if not words or words[0][0].isupper():
        return False
    sort = q.unit in terms("nhom_nguoi") or fold(words[0]) == q.unit
    return sort or q.value - count > _FEW


def _counted_again(binder: Binder, n: int, end: int) -> bool:
    """True where things of figure `n`'s unit are counted again before place `end`: "trong 7 huyện,
    04 huyện nghèo … gồm:"."""
    after = binder.q[n + 1 : n + 1 + _LIMITS]
    return any(q.unit == binder.q[n].unit and q.vs < end for q in after)


def _past_citation(
    folded: str, at: int, high: int, citations: Sequence[Citation]
) -> re.Match[str] | None:
    """What opens the list after a document that the things counted are named by: "07 huyện nghèo
    theo Quyết định số 353/QĐ-TTg, gồm: …"."""
    i = bisect_left(citations, at, key=lambda c: c.vs)
    if i == len(citations) or citations[i].ve > high:
        return None
    if _ACCORDING.fullmatch(folded, at, citations[i].vs) is None:
        return None
    m = _OPENS.match(folded, citations[i].ve, high)
    return m if m is not None and ":" in m[0] else None


def _only_limits(binder: Binder, n: int, end: int) -> bool:
    """True where what stands between figure `n` and place `end` is no count of its own: rates
    and limits that the things counted have passed."""
    between = []
    for q in binder.q[n + 1 : n + 1 + _LIMITS]:
        if q.vs >= end:
            break
        between.append(q)
    return bool(between) and all(
        q.unit in PERCENT_UNITS or q.unit in TIME or binder.same.measured(q.unit) for q in between
    )


def _counted(
    binder: Binder,
    n: int,
    opening: re.Match[str],
    block_end: int,
) -> tuple[int, bool, int] | None:
    """(items, sure, where the list ends) for the list that `opening` opens after figure `n`."""
    text = binder.doc.text
    folded, stated = text.fold, int(binder.q[n].value)
    high, start = binder.frames[n].sentence[1], opening.end()
    if opening[0].rstrip().endswith("("):
        end = folded.find(")", start, high)
        if end < 0 or _TOLD_OF.match(folded, start):
            return None  # cut in two by a line or page, or never closed; or it tells of a name
        if _MIXED.search(folded, binder.q[n].full_ve, start):
            return None  # "5 trang trại tổng hợp (nuôi cá, chăn nuôi, trồng trọt)"
    elif ":" in opening[0] or _UNTIL_END.search(opening[0]) or _are_named(text, opening):
        closed = folded.find(")", start, high) if _OPEN_BRACKET.search(opening[0]) else -1
        end = closed if closed >= 0 else high
        told = numbered_items(text.view[start:block_end])
        if told is not None and numbered_items(text.view[high:block_end]) != told:
            return told, True, block_end
    else:
        return None
    if _EXCEPTED.search(folded, start, end):
        return None  # "7 huyện (Trấn An và Trạm Thủy chưa có)"
    while start < end and text.view[start] in " :,":
        start += 1
    if not binder.same.known(binder.q[n].unit):
        return None
    cited = _cited(start, end, text, binder.doc.citations, stated)
    if cited is not None:
        return *cited, end
    if _counted_each(binder, n, start, end):
        return None
    priced = _priced(binder, text.view, n, start, end)
    if priced is not None:
        return priced, priced == stated or priced >= _SURE, end
    moved = _moved_each(binder, n, start, end)
    if moved is not None:
        return *moved, end
    placed = placed_items(text.view[start:end].rstrip(" .;:)"), binder.q[n].unit)
    if placed:
        return placed, True, end
    if OPEN_END.search(text.view, max(start, end - _TAIL), end + _TAIL):
        return None  # "dệt may; giày dép; gỗ và sản phẩm gỗ...": others are not named
    segment = _ASIDE.sub("", text.view[start:end]).rstrip(" .;:")
    items = counted_items(segment)
    if items is not None:
        return *items, end
    each = told_each(segment, binder.q[n].unit)
    if each is not None:
        return *each, end
    digits = re.search(r"[0-9]", segment) is not None
    figures = any(start <= q.vs < end for q in binder.q[n + 1 : n + 1 + _MAX_ITEMS])
    cut = _GOES_ON.search(segment) if figures else None
    if cut is not None:
        segment = segment[: cut.start()]
        figures = digits = re.search(r"[0-9]", segment) is not None
    if figures or (digits and ";" not in segment) or len(segment) < 6:
        return None
    items = count_items(segment, stated, binder.q[n].unit)
    if items is None:
        return None
    count, sure = items
    sure = sure and (cut is None or cut[0] == ";")
    in_bracket = opening[0].rstrip().endswith("(")
    return count, sure and not (in_bracket and not _are_names(segment)), end


def _are_names(segment: str) -> bool:
    """True where half of the pieces of a bracket or more are names, with a capital; others only say
    more of what is counted: "03 người (không tăng, không giảm)"."""
    pieces = [piece for piece in _PIECES.split(segment) if piece.strip()]
    return 2 * sum(any(c.isupper() for c in piece) for piece in pieces) >= len(pieces)


def _are_named(text: Text, opening: re.Match[str]) -> bool:
    """True where a list opens with the common name of the names in it: "là các xã Tân An, …"."""
    several = _ARE_SEVERAL.search(opening[0])
    if several is None:
        return False
    return SEVERAL_NAMED.search(text.view[opening.end() - len(several[0]) :][:_LEAD]) is not None


def _moved_each(binder: Binder, n: int, start: int, end: int) -> tuple[int, bool] | None:
    """(items, sure) of a list each item of which tells first by what rate it moved: "giao thông
    tăng 1,2%; may mặc, giày dép tăng 0,8%"; None where it is no such list, or where commas alone
    part its items and they are not as many as stated."""
    inside = [q for q in binder.q[n + 1 : n + 1 + _MAX_ITEMS] if start <= q.vs < end]
    view, stated = binder.doc.text.view, binder.q[n].value
    edges = [start, *(start + m.end() for m in re.finditer(";", view[start:end])), end + 1]
    pieces = list(pairwise(edges))
    if len(pieces) >= _SURE:
        parts = [[q for q in inside if low <= q.vs < high] for low, high in pieces]
        if not all(parts) or not _one_way([told[0] for told in parts]):
            return None
        alone = all(len(told) == 1 for told in parts) and not _SOME.search(
            binder.folded, start, end
        )
        fewer = alone and len(pieces) < stated  # of more, some may be parts of others
        return (len(pieces), True) if len(pieces) == stated or fewer else None
    if len(pieces) > 1 or len(inside) != stated or len(inside) < _SURE or not _one_way(inside):
        return None
    if all(view.startswith((", ", " và "), a.full_ve) for a in inside[:-1]):
        return len(inside), True
    return None


def _one_way(figures: list[Quantity]) -> bool:
    """True where all figures are rates of growth, or all of fall."""
    ways = {q.direction for q in figures}
    return len(ways) == 1 and None not in ways and all(q.unit == "%" for q in figures)


def _counted_each(binder: Binder, n: int, start: int, end: int) -> bool:
    """True where the names carry counts of what figure `n` counts in brackets: "15 giải ở các môn:
    Toán (6 giải), Tin học (9 giải)"."""
    inside = [q for q in binder.q[n + 1 : n + 1 + _MAX_ITEMS] if start <= q.vs < end]
    told = [q for q in inside if (b := binder.brackets.around(q.vs)) and b[0] > start]
    return len(told) > 1 and all(q.unit == binder.q[n].unit for q in told)


def _priced(binder: Binder, view: str, n: int, start: int, end: int) -> int | None:
    """How many items with a name of their own and an amount the list names: "xã Tân An 4,2 tỷ đồng;
    xã Bình Hòa 3,1 tỷ đồng"; None where it is no such list."""
    edges = [start, *(m.end() for m in re.finditer(";", view[start:end]))]
    edges = [start, *(start + at for at in edges[1:]), end + 1]
    if len(edges) <= 2:
        return None
    inside = [q for q in binder.q[n + 1 : n + 1 + _MAX_ITEMS] if start <= q.vs < end]
    units = {q.unit for q in inside}
    if len(inside) != len(edges) - 1 or len(units) > 1 or not binder.same.measured(inside[0].unit):
        return None
    for q, low, high in zip(inside, edges, edges[1:], strict=False):
        name = view[low : q.vs].strip(" :(")
        rest = view[q.full_ve : high - 1].strip(" .;:,)")
        if not low <= q.vs < high or _OWN_NAME.fullmatch(name) is None or len(rest) > _UNIT:
            return None
    return len(inside)


def _cited(
    start: int, end: int, text: Text, citations: Sequence[Citation], stated: int
) -> tuple[int, bool] | None:
    """The number of documents cited one by one in start..end; None where it is no such list."""
    inside = [c for c in citations if start <= c.vs < end and c.number]
    if len(inside) < 2 or inside[0].vs - start > 2:
        return None
    pieces = [p for p in re.split(r";", text.fold[start:end]) if p.strip()]
    if len(pieces) == len(inside):
        return len(inside), True
    return (stated, False) if len(inside) == stated else None


def find_words(binder: Binder) -> None:
    """A figure and the words after it: 07 (bảy), 2.150.000.000 đồng (Bằng chữ: …)."""
    for n, q in enumerate(binder.q):
        if not q.words or n == 0:
            continue
        k = n - 1
        gap = binder.folded[binder.q[k].full_ve : q.vs]
        if binder.q[k].words or len(gap) > _ECHO:
            continue
        if not binder.one_block(k, n) and not _IN_WORDS.fullmatch(gap):
            continue
        option = Option("equal", (binder.op(n),))
        binder.add("words", k, [option], binder.scope(k, n), "strong", "rel.words")
