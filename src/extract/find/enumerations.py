"""A stated count and the items named after it (gồm 05 xã: A, B, …); a figure and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binder import Binder
from extract.model import Citation, Operand, Option
from extract.rules.engine import Text

_OPENS = re.compile(
    r"[^.;:()0-9]{0,70}?(?:\((?:sau đây[^)]{0,40}\) ?)?|:|"
    r",? ?(?:gồm|bao gồm|cụ thể|là|đó là|gồm có)(?: có| các)? ?:?)"
    r"(?: ?(?:gồm|bao gồm|cụ thể|gồm có|là)(?: có)? ?:?)*"
)
_OPENS_FAR = re.compile(  # a figure may stand before the colon: "06 đơn vị đạt dưới 30%, gồm: …"
    r"[^.;:()\n]{0,90}?,? ?(?:gồm|bao gồm|gồm có|đó là|cụ thể là)(?: có| các)? ?:"
)
_LEAD = re.compile(r"^(?:các |những )?[^;:,]{0,24}: ")
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*)(?: [A-ZĐÀ-Ỹ][^\W\d_]*){0,4}")
_ASIDE = re.compile(r" ?\([^()]*\)")  # "gỗ (16,2 tỷ USD), rau quả (7,1 tỷ USD)"
OPEN_END = re.compile(r"…|\.\.|v\.v|như ")
_MERGED = re.compile(r"hợp nhất|sáp nhập|nhập|từ $")
_MAX_ITEMS = 40


def find_enumerations(binder: Binder, text: Text, citations: Sequence[Citation]) -> None:
    """Announce the count of the items that follow a figure in the same sentence."""
    folded = text.fold
    for n, q in enumerate(binder.q):
        if (
            q.step != 0
            or q.of is not None
            or q.value_to is not None
            or q.words
            or q.bound is not None
            or q.direction is not None
            or not 2 <= q.value <= _MAX_ITEMS
            or not binder.same.known(q.unit)
            or not binder.checked(n)
        ):
            continue
        high = binder.frames[n].sentence[1]
        m = _OPENS.match(folded, q.full_ve, high)
        if m is None and (n == 0 or binder.q[n - 1].vs < binder.frames[n].sentence[0]):
            m = _OPENS_FAR.match(folded, q.full_ve, high)
        if m is None:
            continue
        start = m.end()
        if ("(" in m[0] and folded[start - 1] == "(") or m[0].rstrip().endswith("("):
            close = folded.find(")", start, high)
            end = close if close > 0 else high
        elif ":" in m[0] or re.search(r"gồm|cụ thể|là ?$", m[0]):
            end = high
        else:
            continue
        while start < end and text.view[start] in " :":
            start += 1
        verdict = _cited(start, end, text, citations, int(q.value))
        if verdict is None:
            segment = _ASIDE.sub("", text.view[start:end]).rstrip(" .;:")
            if re.search(r"[0-9]", segment) and ";" in segment:
                segment = segment[: segment.index(";")]
            if re.search(r"[0-9]", segment) or len(segment) < 6:
                continue
            verdict = _count(segment, int(q.value))
        if verdict is None:
            continue
        count, sure = verdict
        option = Option("count", (Operand(q.id, Decimal(count)),))
        before = text.fold[max(0, q.vs - 14) : q.vs]
        named = re.search(r"[:(]|gồm", m[0]) and not _MERGED.search(before)
        bond = "strong" if sure and named else "silent"
        binder.add("enumeration", n, [option], "list", bond, "rel.enumeration",
                   cue=(q.vs, end))  # fmt: skip


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


def _count(segment: str, stated: int) -> tuple[int, bool] | None:
    """(number of items, sure): how many items the segment names; None where nobody can tell."""
    if OPEN_END.search(segment):
        return None
    if ";" in segment:
        pieces = [p.strip() for p in segment.split(";") if p.strip()]
        least = len(pieces)
        joined = sum(p.count(" và ") for p in pieces[-1:])
        if least <= stated <= least + joined:
            return stated, True
        commas = segment.count(",") + segment.count(" và ")
        if least < stated <= least + commas:
            return (stated, False) if stated == least + commas else None
        plain = all("," not in p for p in pieces) and not any(
            _LEAD.match(p.casefold()) for p in pieces
        )
        if plain and least >= 3:
            return least + joined if least + joined < stated else least, True
        return None
    pieces = [p.strip() for p in re.split(r", | và ", segment) if p.strip()]
    if len(pieces) == stated:
        return stated, True
    if stated >= 3 and len(pieces) >= 3 and all(_NAME.fullmatch(p) for p in pieces):
        if any(p.split()[0] in _HEADS for p in pieces):
            return None
        return len(pieces), True
    return None


_HEADS = frozenset(
    "Sở Ban Phòng Ủy Uỷ Hội Trung Trường Văn Bộ Chi Cục Tổng Viện Công Kế Thanh Đài Bảo".split()
)


def find_words(binder: Binder) -> None:
    """A figure and the words after it: 07 (bảy), 2.150.000.000 đồng (Bằng chữ: …)."""
    for n, q in enumerate(binder.q):
        if not q.words or n == 0:
            continue
        k = n - 1
        if binder.frames[k].block != binder.frames[n].block or binder.q[k].words:
            continue
        if q.vs - binder.q[k].full_ve > 30:
            continue
        option = Option("equal", (binder.op(n),))
        binder.add("words", k, [option], binder.scope(k, n), "strong", "rel.words")
