"""What a document says of itself: type, number, issuer, place, date, subject, signer.

Read from the head (a two-column table, or lines with a gap between the columns, or nothing
but a title) and from the signature. What is not written stays None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from extract.document import Block, Document
from extract.find.structure.head_lines import (
    HEAD,
    cells_of,
    first_body,
    head_start,
    in_capitals,
    is_data,
    own_number,
    recites,
)
from extract.find.structure.issuers import (
    by_fold,
    cased,
    issuer_of_head,
    issuer_of_text,
    lacks_area,
    with_own_area,
)
from extract.find.structure.signatures import iso_day, recorded, signer_of
from extract.model import Metadata
from extract.rules.engine import Text
from extract.rules.wording import terms, wording
from extract.values import identity
from extract.values.letters import UPPER
from extract.values.text import fold, one_line, whole_head

_NUMBER = wording("metadata.number")
_ISSUED = wording("metadata.issued")
_ONE_LINE = wording("metadata.one_line")
_OF_BODY = wording("metadata.of_body")
_TOLD_AGAIN = wording("metadata.told_again")
_MONTH = wording("metadata.month")
_PLACE_DATE = wording("metadata.place_date")
_PLACE_ONLY = wording("metadata.place_only")
_INTRO = wording("metadata.intro")
_DEED = wording("metadata.deed")
_BODY_NAME = wording("metadata.body_name")
_FIELDS_ONLY = wording("metadata.fields_only")
_REGARDING = wording("metadata.regarding")
_ADDRESSED = wording("metadata.addressed")
_ADOPTED = wording("metadata.adopted")
_OPEN_END = wording("metadata.open_end")
_HALF_PLACE = wording("metadata.half_place")
_OPENING = 6  # blocks at the head, in which a title may run on in small letters
_LINES = 8  # a subject in capitals may have
_LABEL = re.compile(r"(?:[A-ZĐ]|[IVX]{1,4}) ?[-–.]|Điều \d")  # of a section that begins below
_CAPITALS = re.compile(
    rf"(?:[{UPPER}]{{2,}}(?: |$)){{3}}|[{UPPER} ]+$"
)  # a name, or its first words
_YEARS = re.compile(r"(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?")  # "GIAI ĐOẠN" / "2017-2021"
_REMARK = re.compile(r" ?\([^()]{2,40}\)$")
_OF = "của "
_JOINT = " liên "
_JOINT_CODE = re.compile(r"LT-|(?:UBND|HĐND)\W.*MTTQ|MTTQ\W.*(?:UBND|HĐND)")
_LETTER = "công văn"
_BODY_WORDS = 3  # of a body's name, at least
_LINE_KINDS = {"heading", "paragraph"}
_NO_TITLES = frozenset(("table", "note", "bullet"))


class _Title(NamedTuple):
    """Where the type's name stands, the type, the subject, what of issuer, number and day is told
    between the two."""

    at: int | None = None
    kind: str | None = None
    subject: str | None = None
    told: re.Match[str] | None = None


def find_metadata(doc: Document, text: Text, lexicon: Mapping[str, tuple[str, ...]]) -> Metadata:
    """The metadata of `doc`; `lexicon` holds the word lists loai_van_ban and tinh_thanh."""
    types = by_fold(lexicon.get("loai_van_ban", ()))
    provinces = by_fold(lexicon.get("tinh_thanh", ()))
    first = head_start(doc)
    at, kind, subject, told_again = _title(doc, text, types, first)
    stop = first_body(doc, text, first)
    if at is not None and (stop > at or not recites(doc, text, stop)):
        stop = at
    head = (b for b in doc.blocks[first : min(stop, first + HEAD)] if not is_data(doc, b))
    cells = [part for b in head for c in cells_of(doc, b) for part in _columns_of(c)]
    paired = [*cells, *map(" ".join, pairwise(cells))]  # "Số:" and the number may stand apart
    number = next((n for c in paired if (n := own_number(c)) is not None), None)
    if number is not None and "-" not in number:  # "61/QĐUBND": the hyphen was lost
        number = identity.spell(number)
    place, day = _place_and_date(cells, types)
    issued = told_again or _issued(doc, at)
    if issued is not None and issued["number"]:
        number, day = number or issued["number"].replace(" ", ""), day or iso_day(issued)
    if kind is None and subject is None:
        regarding, cell = _regarding(cells)
        if regarding is not None:  # "V/v …": a letter, the one kind whose name is not written
            kind, subject = types.get(_LETTER), cell[regarding.end() :]
        elif number is not None and _is_addressed(doc, text, first):
            kind = types.get(_LETTER)
    if kind is None and number is not None:
        kind = identity.type_of_code(identity.spell(number))
    if subject is None:
        subject = next((c for c in cells if c.isupper() and _DEED.match(fold(c))), None)
    joint = _JOINT in (kind or "") or _JOINT_CODE.search(number or "") is not None
    issuer = issuer_of_head(doc, text, cells, joint, place)
    told = recorded(doc, types)
    if issuer is not None and lacks_area(issuer):
        start = first if at is None else at
        issuer = with_own_area(
            doc, text, issuer, first, start, number, provinces, told.issuer, place
        )
    if issuer is None:
        issuer = _issuer_in(issued)
    if issuer is None:
        issuer = issuer_of_text(doc, text, provinces, 3 if at is None else at + 8)
    if issuer is not None and _CAPITALS.match(issuer):
        issuer = cased(doc, text, issuer)
    if place is None and issuer is not None:
        folded = fold(issuer)
        place = next((p for f, p in provinces.items() if folded.endswith(" " + f)), None)
    if day is None and (adopted := next(_ADOPTED.finditer(text.fold), None)) is not None:
        day = iso_day(adopted)
    signer = signer_of(doc, text, frozenset(provinces))
    if number is None:  # the portal's record is all there is of the head
        kind, number, day = kind or told.type, told.number, day or told.date
        issuer = told.issuer or issuer
    elif number == told.number:  # the head has lost its first lines
        kind, issuer = kind or told.type, issuer or told.issuer
    return Metadata(kind, number, issuer, place, day, subject, signer or told.signer)


def _regarding(cells: Sequence[str]) -> tuple[re.Match[str] | None, str]:
    """How the subject of a letter opens, and the cell with those that go on with it: "V/v trả lời"
    / "kiến nghị của xã"."""
    for n, (cell, below) in enumerate(pairwise([*cells, ""]), 1):
        if _REGARDING.match(fold(f"{cell} {below}")):
            rest = takewhile(lambda c: c[0].islower() or c[0] == ":", cells[n:])
            whole = " ".join((cell, *rest))
            if (m := _REGARDING.match(fold(whole))) is not None:
                return m, whole
    return None, ""


def _columns_of(cell: str) -> tuple[str, ...]:
    """The two columns of a line that has lost the gap between them: a body in capitals, and place
    and day ("HUYỆN ỦY YÊN CHÂU Yên Châu, ngày 5/3/2031"); else the cell alone."""
    m = _PLACE_DATE.search(cell)
    body = list(takewhile(str.isupper, m[1].split(" "))) if m is not None else []
    if m is None or len(body) < _BODY_WORDS or len(body) == m[1].count(" ") + 1:
        return (cell,)
    cut = m.start() + len(" ".join(body))
    return cell[:cut], cell[cut + 1 :]


def _is_addressed(doc: Document, text: Text, first: int) -> bool:
    """True where a line near the head says whom the document is sent to: "Kính gửi: Sở Nội vụ"."""
    return any(_ADDRESSED.match(text.fold, b.vs) for b in doc.blocks[first : first + 2 * HEAD])


def _issuer_in(told: re.Match[str] | None) -> str | None:
    """The issuer that a line of the head tells with number and day."""
    groups = told.groupdict() if told is not None else {}
    return groups.get("issuer") or groups.get("by") or groups.get("body")


def _issued(doc: Document, title: int | None) -> re.Match[str] | None:
    """The number, date and issuer told in the title itself, or in a line of their own below it."""
    if title is None:
        return None
    block = doc.blocks[title]
    whole = _ONE_LINE.fullmatch(doc.view[block.vs : block.ve].strip())
    lines = (doc.view[b.vs : b.ve].strip() for b in doc.blocks[title + 1 : title + 4])
    return whole or next((m for line in lines if (m := _ISSUED.fullmatch(line))), None)


def _title(doc: Document, text: Text, types: dict[str, str], first: int) -> _Title:
    """The block of the type's name, the type, and the subject under it or after it."""
    blocks = doc.blocks[: first + HEAD]
    lines = [(n, b) for n, b in enumerate(blocks) if n >= first and b.kind not in _NO_TITLES]
    lines.sort(key=lambda line: not doc.view[line[1].vs : line[1].ve].isupper())  # else a menu's
    for n, block in lines:
        body = text.fold[block.vs : block.ve].strip(" .:*-")
        if doc.view[block.vs : block.ve].isupper():
            body = fold(whole_head(text.plain[block.vs : block.ve])).strip(" .:*-")
        cut = doc.blocks[n + 1 : n + 2]
        if cut and " " not in body and (two := f"{body} {in_capitals(doc, text, cut[0])}") in types:
            return _Title(n, types[two], *_subject(doc, text, n + 2))  # "QUYẾT" / "ĐỊNH:"
        remark = _REMARK.search(body)  # "QUY ĐỊNH (BỔ SUNG)"
        if remark is not None and doc.view[block.vs : block.vs + remark.start()].isupper():
            body = body[: remark.start()]
        if body in types and not (block.marker and block.marker[0].isdigit()):
            return _Title(n, types[body], *_subject(doc, text, n + 1))
        if (named := _named_with_body(doc, text, n, types)) is not None:
            return named
    for n, block in enumerate(blocks[first:], first):
        body = text.fold[block.vs : block.ve]
        if block.marker or block.kind == "table":
            continue
        whole = _ONE_LINE.fullmatch(doc.view[block.vs : block.ve].strip())
        if n < first + _OPENING and whole is not None and fold(whole["type"]) in types:
            return _Title(n, types[fold(whole["type"])], whole["subject"])
        for size in (4, 3, 2, 1):
            words = body.split(" ")
            head = " ".join(words[:size])
            if head not in types or len(words) <= size or len(body) >= 400:
                continue
            subject = doc.view[block.vs + len(head) + 1 : block.ve].strip()
            begins = n < first + _OPENING and words[size] in terms("loi_trich_yeu")
            capital = doc.view[block.vs : block.vs + len(head)].isupper()  # "KẾ HOẠCH thực hiện"
            if (begins or (capital and not subject.isupper())) and body[-1:] not in ".;:":
                return _Title(n, types[head], subject or None)
        if _INTRO.match(body):
            break
    return _Title()


def _named_with_body(doc: Document, text: Text, n: int, types: dict[str, str]) -> _Title | None:
    """The title in a line of capitals that tells who issues it, or its number and day, behind the
    type: "KẾT LUẬN CỦA BỘ CHÍNH TRỊ", "NGHỊ ĐỊNH SỐ 61-CP NGÀY 3-4-1995"."""
    m = _OF_BODY.fullmatch(in_capitals(doc, text, doc.blocks[n]))
    if m is None or m["type"] not in types:
        return None
    subject, told = _subject(doc, text, n, m.start("rest"))
    if told is None and _BODY_NAME.match(m["body"]) is None:
        return None
    return _Title(n, types[m["type"]], subject, told)


def _subject(
    doc: Document, text: Text, n: int, skip: int = 0
) -> tuple[str | None, re.Match[str] | None]:
    """The subject (trích yếu) that begins at block `n`, behind `skip` characters of it, or None;
    and what is told of issuer, number and day before it."""
    blocks = doc.blocks
    if n >= len(blocks):
        return None, None
    block = blocks[n]
    body = line = doc.view[block.vs + skip : block.ve].strip()
    if _FIELDS_ONLY.fullmatch(fold(body)):  # "LIÊN BỘ" / "XÂY DỰNG - NỘI VỤ"
        return _subject(doc, text, n + 1)
    labelled = block.marker is not None or _LABEL.match(body) is not None
    if labelled or block.kind in ("table", "note") or len(body) > 600:
        return None, None
    opening = _INTRO.match(text.fold, block.vs) is not None and not body.isupper()
    if opening and (body[-1:] in ".:;," or len(body) > 300):
        return None, None
    at = n + 1
    for after in blocks[at : at + _LINES]:
        more = doc.view[after.vs : after.ve].strip()
        on = more[:1].islower() and body[-1:].isalnum()
        if body.isupper():
            on = more.isupper() or _YEARS.fullmatch(more) is not None
        on = on or (body[-1:] == ";" and more[-1:].isalnum() and not _INTRO.match(fold(more)))
        kinds = {after.kind, block.kind}
        same = len(kinds) == 1 or (body.isupper() and kinds == _LINE_KINDS)
        if not on or not same or after.marker or _LABEL.match(more) or _is_body_name(text, after):
            break
        body, at = f"{body} {more}", at + 1
    body = body.removesuffix(_authority(doc, text, at - 1)).rstrip() or body
    told = _TOLD_AGAIN.match(body)
    if told is not None:
        return body[told.end() :] or _subject(doc, text, at)[0], told
    of = _OF if fold(body).startswith(_OF) else ""
    if (of or skip) and line.isupper() and _BODY_NAME.match(fold(line), len(of)):
        return _subject(doc, text, n + 1)  # "KẾT LUẬN" / "CỦA BỘ CHÍNH TRỊ"
    return body, None


def _authority(doc: Document, text: Text, n: int) -> str:
    """The last line of block `n`, where it is the body above the recitals, put to the subject by
    the reader; "" for any other."""
    lines = doc.text[slice(*doc.source_span(doc.blocks[n].vs, doc.blocks[n].ve))].split("\n")
    above, last = fold(one_line(lines[-2])) if len(lines) > 1 else "", one_line(lines[-1])
    follows = n + 1 < len(doc.blocks) and recites(doc, text, n + 1)
    named = above and follows and last.isupper() and _BODY_NAME.match(fold(last))
    return last if named and not _OPEN_END.search(above) else ""


def _is_body_name(text: Text, block: Block) -> bool:
    return _BODY_NAME.match(text.fold, block.vs) is not None


def _place_and_date(cells: list[str], types: dict[str, str]) -> tuple[str | None, str | None]:
    cells = [_NUMBER.sub("", c).lstrip(" :.,-") for c in cells]
    for n, cell in enumerate((*cells, *map(" ".join, pairwise(cells)))):
        m = _PLACE_DATE.search(cell)
        if m and not fold(m[1].strip()).endswith(tuple(types)):  # "Quyết định số …, ngày …"
            at = n % len(cells)  # of the cell, or of the first one of a pair
            before = cells[at - 1] if at and not m.start() else ""
            half = _HALF_PLACE.fullmatch(before)  # "Long" / "Xuyên, ngày …"
            return f"{before} {m[1]}".strip() if half else m[1].strip(), iso_day(m)
    for n, cell in enumerate(cells):
        m = _PLACE_ONLY.match(cell)
        # "Yên Bái, ngày      tháng 8 năm 2024": the gap may have cut it in two
        if m and not fold(m[1].strip()).endswith(tuple(types)):
            month = _MONTH.match(fold(" ".join(cells[n : n + 2])), m.end())
            return m[1].strip(), f"{month['y']}-{int(month['m']):02d}" if month else None
    return None, None
