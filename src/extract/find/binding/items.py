"""How many things a stretch of text names: the items of a list inside a sentence.

Separators are ambiguous in Vietnamese prose: "văn hóa, thể thao" is one name or two, "và" joins
the last item or stands inside it. A count is `sure` where no reading of them gives another one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.document import Document
from extract.rules.wording import terms, wording
from extract.values.labels import ordinal
from extract.values.text import fold

OPEN_END = wording("items.open_end")
_PLURAL = wording("items.several")
SEVERAL_NAMED = wording("items.several_named")
_LEAD = wording("items.lead")
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*)(?: [A-ZĐÀ-Ỹ][^\W\d_]*){0,4}")
_COUNTED = wording("items.counted")
_TOLD = wording("items.told")
_REST = wording("items.rest")
_PLACED = wording("items.placed")
_PLACE = wording("items.place")
_JOINT = wording("items.joint")
_APART = wording("items.apart")
_OWN = wording("items.own")
_SPLIT = wording("summands.separator")
_HEADED = 3  # items under one name that tell that every item bears it


def numbered_items(segment: str) -> int | None:
    """The items that a text numbers itself: "thứ nhất, …; thứ hai, …", "(1) …; (2) …"; None where
    it does not number two or more, in order from the first."""
    last = 0
    for m in _TOLD.finditer(segment):
        word = m["ordinal"] or m["word"]
        value = ordinal(word, "word") if word else int(m["number"])
        if value == 1 and last:
            break  # another list begins
        if value is None or value != last + 1:
            return None
        last = value
    return last if last > 1 else None


def counted_items(segment: str) -> tuple[int, bool] | None:
    """The count of a list some of whose items bring a count of their own: "Trưởng ban; Phó ban; 02
    chuyên viên"; not sure where commas part them. None where it is no such list."""
    sure = ";" in segment
    told = segment.split(";") if sure else _JOINT.split(segment)
    pieces = [p.strip() for p in told if p.strip()]
    if len(pieces) < 2 or not re.search(r"[0-9]", segment):
        return None
    if not sure and all(map(_COUNTED.match, pieces)):
        return None  # "12 nam và 5 nữ": a sum of figures
    total = 0
    for piece in pieces:
        if _REST.search(fold(piece)):
            return None  # "A, B, C; 04 xã còn lại là D, E …": the others, not of the list
        m = _COUNTED.match(piece)
        if m is None and re.search(r"[0-9]", piece):
            return None
        total += int(m[1]) if m else 1
        sure = sure and not _SPLIT.search(piece, m.end(1) if m else 0)
    return total, sure


def placed_items(segment: str, head: str | None) -> int:
    """How many places, each item with the larger one that they lie in, a list names: "xã Tân An,
    huyện Sông Mây; xã Bình Hòa và Lâm Sơn, huyện Hòa Thịnh", "Tân An (Sông Mây); …"; 0 where it is
    no such list of what is called `head`."""
    pieces = [p.strip() for p in segment.split(";") if p.strip()]
    if head not in terms("nhom_dia_ban") or len(pieces) < 2:
        return 0
    total = 0
    for piece in pieces:
        m = _PLACED.fullmatch(piece)
        if m is None or (m["of"] is not None and fold(m["of"]) == head):
            return 0
        names = _JOINT.split(m["names"])
        if not all(_PLACE.fullmatch(name) for name in names):
            return 0
        total += len(names)
    return total


def told_each(segment: str, head: str | None) -> tuple[int, bool] | None:
    """The count of a list with semicolons each item of which begins with its name and tells figures
    of its own: "Đảng bộ Tân An kết nạp 12 đảng viên, đạt 60%; Đảng bộ Bình Hòa …"; sure where each
    bears the name `head` and nothing follows. None where it is no such list."""
    told = [p.strip() for p in segment.split(";") if p.strip()]
    pieces = told[: next((i for i, p in enumerate(told) if _APART.match(fold(p))), None)]
    if len(pieces) < 2 or not all(re.search("[0-9]", p) and _OWN.match(p) for p in pieces):
        return None
    names = [fold(re.split("[0-9]", p)[0]) for p in pieces]
    if any(" và " in name for name in names):
        return None
    alike = len(pieces) >= _HEADED and all(name.startswith(f"{head} ") for name in names)
    return len(pieces), alike and pieces == told


def count_items(segment: str, stated: int, head: str | None = None) -> tuple[int, bool] | None:
    """(number of items, sure): how many items a segment without digits names, where `stated` are
    announced, each under the name `head`; None where nobody can tell."""
    if OPEN_END.search(segment):
        return None
    if head is not None and (named := _headed(segment, head)):
        return named, True
    if ";" in segment:
        return _of_pieces(segment, stated) or _too_few(segment, stated)
    segment = SEVERAL_NAMED.sub("", segment, count=1)
    pieces = [p.strip() for p in _JOINT.split(segment) if p.strip()]
    if len(pieces) == stated:
        inner = _names_with_and(segment)
        return (inner, True) if inner else (stated, True)
    names = all(_NAME.fullmatch(p) for p in pieces)
    if stated >= 3 and len(pieces) >= 3 and names:
        heads = terms("dau_ten_co_quan")
        places = head in terms("nhom_dia_ban")  # "4 huyện: Bảo Lâm, Thanh Sơn, …"
        if not places and any(fold(p.split()[0]) in heads for p in pieces):
            return _too_few(segment, stated)
        return None if _run_together(pieces, stated) else (len(pieces), True)
    return None if names and _run_together(pieces, stated) else _too_few(segment, stated)


def _names_with_and(segment: str) -> int:
    """How many agencies commas part where "và" stands inside the name of one that is not the last,
    and each begins as such names do: "Sở Y tế, Sở Giáo dục và Đào tạo, Trường Chính trị"; 0 where
    it is no such list."""
    pieces = [p.strip() for p in segment.split(",") if p.strip()]
    heads = terms("dau_ten_co_quan") | terms("dau_ten_don_vi")
    if len(pieces) < _HEADED or " và " in pieces[-1]:
        return 0
    if not any(" và " in p for p in pieces) or any(p.count(" và ") > 1 for p in pieces):
        return 0
    for piece in pieces:
        begins = [fold(x).split()[0] in heads for x in piece.split(" và ")]
        if not begins[0] or any(begins[1:]):
            return 0
    return len(pieces)


def _run_together(pieces: list[str], stated: int) -> bool:
    """True where names that lost the comma between them at a line's end may make up the count:
    "Nam Định, Hà Nam Thái Bình"."""
    most = sum(max(1, len(p.split()) // 2) for p in pieces)
    return len(pieces) < stated <= most


def _headed(segment: str, head: str) -> int:
    """How many items begin with their common name ("Tổ hạ tầng, Tổ an sinh và Tổ tuyên truyền");
    0 where not all that commas part do, or the last "và" joins a name of another sort."""
    pieces = [fold(p).strip() for p in re.split("[,;]", segment) if p.strip()]
    if len(pieces) < _HEADED or not all(p.startswith(f"{head} ") for p in pieces):
        return 0
    joined = sum(p.count(f" và {head} ") for p in pieces)
    if pieces[-1].count(" và ") > pieces[-1].count(f" và {head} "):
        return 0
    return len(pieces) + joined


def _of_pieces(segment: str, stated: int) -> tuple[int, bool] | None:
    pieces = [p.strip() for p in segment.split(";") if p.strip()]
    least = len(pieces)
    joined = sum(p.count(" và ") for p in pieces[-1:])
    if least <= stated <= least + joined:
        return stated, True
    commas = segment.count(",") + segment.count(" và ")
    if least < stated <= least + commas:
        return (stated, False) if stated == least + commas else None
    plain = all("," not in p for p in pieces) and not any(_LEAD.match(p.casefold()) for p in pieces)
    if plain and least >= 3:
        return least + joined if least + joined < stated else least, True
    return None


def _too_few(segment: str, stated: int) -> tuple[int, bool] | None:
    """The most items that the segment can name, where that is fewer than stated."""
    pieces = [p for p in _SPLIT.split(segment) if p.strip()]
    most = len(pieces)
    if not 2 <= most < stated or _PLURAL.search(segment) or "-" in segment or ":" in segment:
        return None
    if any(len(p.split()) > 8 for p in pieces):
        return None
    return most, True


def lost_mark(document: Document, vs: int, ve: int) -> bool:
    """True where the file has two names of a list in one, with what parts them lost: "Hòa Bình,
    Lương SơnKim Bôi"."""
    start, end = document.source_span(vs, ve)
    return any(a.islower() and b.isupper() for a, b in pairwise(document.text[start:end]))
