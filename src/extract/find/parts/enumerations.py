"""A stated count and the items named after it (gồm 05 xã: A, B, …); a figure and its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.binder import Binder
from extract.find.binding.items import OPEN_END, count_items, counted_items, numbered_items
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
    for n, q in enumerate(binder.q):
        if (
            q.step != 0
            or q.of is not None
            or q.value_to is not None
            or q.words
            or q.bound is not None
            or q.direction is not None
            or not 2 <= q.value <= _MAX_ITEMS
            or q.unit is None
            or q.unit in TIME
            or not binder.checked(n)
        ):
            continue
        high = binder.frames[n].sentence[1]
        m = _OPENS.match(folded, q.full_ve, high)
        if m is None and (n == 0 or binder.q[n - 1].vs < binder.frames[n].sentence[0]):
            m = _OPENS_FAR.match(folded, q.full_ve, high)
            m = None if m is not None and _counted_again(binder, n, m.end()) else m
        if m is None:
            m = _OPENS_PAST.match(folded, q.full_ve, high)
            if m is None or not _only_limits(binder, n, m.end()):
                m = _past_citation(folded, q.full_ve, high, binder.doc.citations)
        if m is None:
            continue
        found = _counted(binder, n, m, binder.blocks[binder.frames[n].block].ve)
        if found is None:
            continue
        count, sure, end = found
        option = Option("count", (Operand(q.id, Decimal(count)),))
        before = text.fold[max(0, q.vs - 24) : q.vs]
        if _LEVELLED.search(before):
            continue
        named = _NAMED.search(m[0]) and not _MERGED.search(before)
        apart = _SOME.search(m[0]) or ("," in m[0] and not _FULL.search(m[0]))
        apart = apart or _says_what(text, q, m, count)
        apart = apart or (count != q.value and _PLACES.search(m[0]) is not None)
        bond: Bond = "strong" if sure and named and not apart else "silent"
        binder.add("enumeration", n, [option], "list", bond, "rel.enumeration",
                   cue=(q.vs, end))  # fmt: skip


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
    elif ":" in opening[0] or _UNTIL_END.search(opening[0]):
        end = high
        told = numbered_items(text.view[start:block_end])
        if told is not None and numbered_items(text.view[high:block_end]) != told:
            return told, True, block_end
    else:
        return None
    if _EXCEPTED.search(folded, start, end):
        return None  # "7 huyện (Trấn An và Trạm Thủy chưa có)"
    while start < end and text.view[start] in " :":
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
    if OPEN_END.search(text.view, max(start, end - _TAIL), end + _TAIL):
        return None  # "dệt may; giày dép; gỗ và sản phẩm gỗ...": others are not named
    segment = _ASIDE.sub("", text.view[start:end]).rstrip(" .;:")
    items = counted_items(segment)
    if items is not None:
        return *items, end
    digits = re.search(r"[0-9]", segment) is not None
    figures = any(start <= q.vs < end for q in binder.q[n + 1 : n + 1 + _MAX_ITEMS])
    if figures and ";" in segment:
        segment = segment[: segment.index(";")]
        figures = digits = re.search(r"[0-9]", segment) is not None
    if figures or (digits and ";" not in segment) or len(segment) < 6:
        return None
    items = count_items(segment, stated, binder.q[n].unit)
    if items is None:
        return None
    count, sure = items
    in_bracket = opening[0].rstrip().endswith("(")
    return count, sure and not (in_bracket and not _are_names(segment)), end


def _are_names(segment: str) -> bool:
    """True where half of the pieces of a bracket or more are names, with a capital; others only say
    more of what is counted: "03 người (không tăng, không giảm)"."""
    pieces = [piece for piece in _PIECES.split(segment) if piece.strip()]
    return 2 * sum(any(c.isupper() for c in piece) for piece in pieces) >= len(pieces)


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
