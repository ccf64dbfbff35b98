"""What a document says of itself: type, number, issuer, place, date, subject, signer.

Read from the head (a two-column table, or lines with a gap between the columns, or nothing
but a title) and from the signature. What is not written stays None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from extract.document import Block, Document
from extract.find.signatures import HEAD, cells_of, iso_day, recorded, signer_of
from extract.model import Metadata
from extract.rules.engine import Text
from extract.rules.wording import terms, wording, written
from extract.values import identity
from extract.values.text import fold

_NAME_LETTERS = 3  # letters of the shortest name of a body
_MENUS = 80  # blocks in which the head begins
_ABOVE = (
    4  # lines that the name of the issuer, its superior and the number have above the country's
)
_SHORT = 80  # characters of a line of a menu
_SENTENCE = 40  # characters of the shortest recital
_NUMBER = wording("metadata.number")
_ISSUED = wording("metadata.issued")
_ONE_LINE = wording("metadata.one_line")
_PARTY_ORGAN = wording("metadata.party_organ")
_PARTY_COMMITTEE = wording("metadata.party_committee")
_OF_BODY = wording("metadata.of_body")
_MONTH = wording("metadata.month")
_PLACE_DATE = wording("metadata.place_date")
_PLACE_ONLY = wording("metadata.place_only")
_MOTTO = wording("metadata.motto")
_NO_BODY = wording("metadata.no_body")
_COUNTRY = wording("metadata.country")
_AREA = wording("metadata.area")
_BODY = wording("metadata.body")
_ACT = wording("metadata.act")
_INTRO = wording("metadata.intro")
_AS_CITED = wording("metadata.as_cited")
_DEED = wording("metadata.deed")
_OPEN_NAME = wording("metadata.open_name")
_AREA_NAME = wording("metadata.area_name")
_SHORT_BODY = wording("metadata.short_body")
_BODY_NAME = wording("metadata.body_name")
_BODY_AFTER = wording("metadata.body_after")
_FIELDS_ONLY = wording("metadata.fields_only")
_BODIES = wording("metadata.bodies")
_BODY_WORD = wording("metadata.body_word")
_NUMERAL = wording("metadata.numeral")
_REGARDING = wording("metadata.regarding")
_HALF_PLACE = wording("metadata.half_place")
_RECITAL = wording("metadata.recital")
_OPENING = 6  # blocks at the head, in which a title may run on in small letters
_DASH = re.compile(" ?- ?")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_OF = "của "
_LETTER = "công văn"
_NO_TITLES = frozenset(("table", "note", "bullet"))
_LOCAL = {"hội đồng nhân dân": "hđnd", "ủy ban nhân dân": "ubnd"}


def find_metadata(doc: Document, text: Text, lexicon: Mapping[str, tuple[str, ...]]) -> Metadata:
    """The metadata of `doc`; `lexicon` holds the word lists loai_van_ban and tinh_thanh."""
    types = _by_fold(lexicon.get("loai_van_ban", ()))
    provinces = _by_fold(lexicon.get("tinh_thanh", ()))
    first = _head_start(doc)
    at, kind, subject = _title(doc, text, types, first)
    stop = _first_body(doc, text, first)
    if at is not None and (stop > at or not _recites(doc, text, stop)):
        stop = at
    cells = [c for b in doc.blocks[first : min(stop, first + HEAD)] for c in cells_of(doc, b)]
    paired = [*cells, *map(" ".join, pairwise(cells))]  # "Số:" and the number may stand apart
    number = next((n for c in paired if (n := _number(c)) is not None), None)
    if number is not None and "-" not in number:  # "61/QĐUBND": the hyphen was lost
        number = identity.spell(number)
    place, day = _place_and_date(cells, types)
    issued = _issued(doc, at)
    if issued is not None and number is None:
        number, day = issued["number"].replace(" ", ""), day or iso_day(issued)
    if kind is None and subject is None:
        regarding = next((c for c in cells if _REGARDING.match(fold(c))), None)
        if regarding is not None:  # "V/v …": a letter, the one kind whose name is not written
            kind, subject = types.get(_LETTER), regarding.split(" ", 1)[1]
    if kind is None and number is not None:
        kind = identity.type_of_code(identity.spell(number))
    if subject is None:
        subject = next((c for c in cells if c.isupper() and _DEED.match(fold(c))), None)
    issuer = _issuer_of_head(doc, text, cells)
    told = recorded(doc, types)
    if issuer is not None and fold(issuer) in _LOCAL:
        start = first if at is None else at
        local = _local_issuer(doc, text, issuer, start)
        reports = _issuer_of_text(doc, text, provinces, start + 8)
        if local == issuer and reports is not None:
            local = _with_area(issuer, reports)
        issuer = local
        if issuer is not None and fold(issuer) in _LOCAL and number is not None:
            issuer = _issuer_as_cited(doc, text, number) or issuer
        area = fold(told.issuer or "") if issuer is not None and fold(issuer) in _LOCAL else ""
        if _AREA.match(area):  # "Nơi ban hành: Tỉnh Yên Bái"
            issuer = _cased(doc, text, f"{issuer} {area}")
    if issuer is None and issued is not None:
        issuer = issued["issuer"]
        issuer = _cased(doc, text, issuer) if issuer and issuer.isupper() else issuer
    if issuer is None:
        issuer = _issuer_of_text(doc, text, provinces, 3 if at is None else at + 8)
    if place is None and issuer is not None:
        folded = fold(issuer)
        place = next((p for f, p in provinces.items() if folded.endswith(" " + f)), None)
    signer = signer_of(doc, text, frozenset(provinces))
    if number is None:  # the portal's record is all there is of the head
        kind, number, day = kind or told.type, told.number, day or told.date
        issuer = told.issuer or issuer
    elif number == told.number:  # the head has lost its first lines
        kind, issuer = kind or told.type, issuer or told.issuer
    return Metadata(kind, number, issuer, place, day, subject, signer or told.signer)


@cache
def _by_fold(terms: tuple[str, ...]) -> dict[str, str]:
    return {fold(term): term for term in terms}


def _number(cell: str) -> str | None:
    """The document's own number in a piece of its head; "Nghị quyết số 18-NQ/TW" is another's."""
    cell = cell.translate(_DASHES)
    m = _NUMBER.search(cell)
    if m is None or cell[: m.start()].rstrip()[-1:].islower():
        return None
    return identity.close(m[1])


def _issued(doc: Document, title: int | None) -> re.Match[str] | None:
    """The number, date and issuer told in the title itself, or in a line of their own below it."""
    if title is None:
        return None
    block = doc.blocks[title]
    whole = _ONE_LINE.fullmatch(doc.view[block.vs : block.ve].strip())
    lines = (doc.view[b.vs : b.ve].strip() for b in doc.blocks[title + 1 : title + 4])
    return whole or next((m for line in lines if (m := _ISSUED.fullmatch(line))), None)


def _head_start(doc: Document) -> int:
    """The block with which the head begins: 0, or behind what legal portals set in front of it: a
    list of related documents, the menus of the site."""
    blocks = doc.blocks[:_MENUS]
    lines = [doc.view[b.vs : b.ve].strip() for b in blocks]
    named = (n for n, line in enumerate(lines) if line[:9].isupper() and _is_country(line))
    n = next(named, 0)
    menus = all(len(line) < _SHORT and not line.isupper() for line in lines[: max(n - _ABOVE, 0)])
    if n > _ABOVE and menus and blocks[0].kind != "table":
        while n and (lines[n - 1].isupper() or _number(lines[n - 1]) is not None):
            n -= 1
        return n
    if not blocks or blocks[0].kind != "bullet":
        return 0
    after = next((n for n, b in enumerate(blocks) if b.kind != "bullet"), 0)
    return after if any(map(_is_country, lines[after : after + 4])) else 0


def _with_area(issuer: str, reports: str) -> str:
    """A council or committee with its area, where `reports` is the same body: in full, or short
    ("UBND tỉnh Gia Lai")."""
    whole, short = fold(issuer), _LOCAL[fold(issuer)] + " "
    if fold(reports).startswith(whole):
        return reports
    return issuer + reports[len(short) - 1 :] if fold(reports).startswith(short) else issuer


def _is_country(line: str) -> bool:
    return _COUNTRY.search(" " + fold(line)) is not None


def _title(
    doc: Document, text: Text, types: dict[str, str], first: int
) -> tuple[int | None, str | None, str | None]:
    """The block of the type's name, the type, and the subject under it or after it."""
    blocks = doc.blocks[: first + HEAD]
    lines = [(n, b) for n, b in enumerate(blocks) if n >= first and b.kind not in _NO_TITLES]
    lines.sort(key=lambda line: not doc.view[line[1].vs : line[1].ve].isupper())  # else a menu's
    for n, block in lines:
        body = text.fold[block.vs : block.ve].strip(" .:*-")
        cut = doc.blocks[n + 1 : n + 2]
        if cut and " " not in body and (two := f"{body} {_caps(doc, text, cut[0])}") in types:
            return n, types[two], _subject(doc, text, n + 2)  # "QUYẾT" / "ĐỊNH:"
        if body in types and not (block.marker and block.marker[0].isdigit()):
            below = doc.blocks[n + 1 : n + 2]
            told = below and _ISSUED.fullmatch(doc.view[below[0].vs : below[0].ve].strip())
            return n, types[body], _subject(doc, text, n + 2 if told else n + 1)
        if (kind := _named_with_body(doc, text, n, types)) is not None:
            return n, kind, _subject(doc, text, n + 1)
    for n, block in enumerate(blocks[first:], first):
        body = text.fold[block.vs : block.ve]
        if block.marker or block.kind == "table":
            continue
        whole = _ONE_LINE.fullmatch(doc.view[block.vs : block.ve].strip())
        if n < first + _OPENING and whole is not None and fold(whole["type"]) in types:
            return n, types[fold(whole["type"])], whole["subject"]
        for size in (4, 3, 2, 1):
            words = body.split(" ")
            head = " ".join(words[:size])
            if head not in types or len(words) <= size or len(body) >= 400:
                continue
            subject = doc.view[block.vs + len(head) + 1 : block.ve].strip()
            begins = n < first + _OPENING and words[size] in terms("loi_trich_yeu")
            capital = doc.view[block.vs : block.vs + len(head)].isupper()  # "KẾ HOẠCH thực hiện"
            if (begins or (capital and not subject.isupper())) and body[-1:] not in ".;:":
                return n, types[head], subject or None
        if _INTRO.match(body):
            break
    return None, None, None


def _named_with_body(doc: Document, text: Text, n: int, types: dict[str, str]) -> str | None:
    """The type that a line in capitals tells together with who issues it: "KẾT LUẬN CỦA BỘ CHÍNH
    TRỊ"."""
    m = _OF_BODY.fullmatch(_caps(doc, text, doc.blocks[n]))
    if m is None or _BODY_NAME.match(m["body"]) is None:
        return None
    return types.get(m["type"])


def _subject(doc: Document, text: Text, n: int) -> str | None:
    """The subject (trích yếu) that begins at block `n`, or None."""
    blocks = doc.blocks
    if n >= len(blocks):
        return None
    block = blocks[n]
    body = doc.view[block.vs : block.ve].strip()
    if _FIELDS_ONLY.fullmatch(fold(body)):  # "LIÊN BỘ" / "XÂY DỰNG - NỘI VỤ"
        return _subject(doc, text, n + 1)
    if body.isupper() and fold(body).startswith(_OF) and _BODY_NAME.match(fold(body), len(_OF)):
        return _subject(doc, text, n + 1)  # "KẾT LUẬN" / "CỦA BỘ CHÍNH TRỊ"
    if block.marker or block.kind in ("table", "note") or len(body) > 600:
        return None
    opening = _INTRO.match(text.fold, block.vs) is not None and not body.isupper()
    if opening and (body[-1:] in ".:;," or len(body) > 300):
        return None
    for after in blocks[n + 1 : n + 4]:
        more = doc.view[after.vs : after.ve].strip()
        on = more.isupper() if body.isupper() else more[:1].islower() and body[-1:].isalnum()
        on = on or (body[-1:] == ";" and more[-1:].isalnum() and not _INTRO.match(fold(more)))
        if not on or after.kind != block.kind or after.marker or _is_body_name(text, after):
            break
        body = f"{body} {more}"
    return body


def _caps(doc: Document, text: Text, block: Block) -> str:
    """A line in capitals, folded; "" for any other."""
    capitals = block.marker is None and doc.view[block.vs : block.ve].isupper()
    return text.fold[block.vs : block.ve].strip(" .:*-") if capitals else ""


def _is_body_name(text: Text, block: Block) -> bool:
    return _BODY_NAME.match(text.fold, block.vs) is not None


def _first_body(doc: Document, text: Text, first: int) -> int:
    """The first block from `first` on that is body: an introduction or a numbered section."""
    for n, block in enumerate(doc.blocks[: first + HEAD]):
        if n >= first and (block.marker or _INTRO.match(text.fold, block.vs)):
            return n
    return min(len(doc.blocks), first + HEAD)


def _recites(doc: Document, text: Text, n: int) -> bool:
    """True where block `n` is a recital: the ones above "QUYẾT ĐỊNH:" end the head."""
    block = doc.blocks[n]
    return block.ve - block.vs > _SENTENCE and _RECITAL.match(text.fold, block.vs) is not None


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


def _issuer_of_head(doc: Document, text: Text, cells: list[str]) -> str | None:
    """The issuing body from the left column: the last name above the number."""
    names: list[str] = []
    for whole in cells:
        if names and _number(whole) is not None:
            break  # the name stands above the number
        cut = _COUNTRY.search(fold(whole))
        cell = whole[: cut.start()].strip() if cut else whole
        folded = fold(cell)
        if _MOTTO.match(folded) or _NO_BODY.match(folded):
            continue
        if not cell.isupper() or len(cell) > 90 or "/" in cell or not cell[0].isalpha():
            continue
        whole = f"{names[-1]} {cell}" if names else ""
        if names and (
            _AREA.match(folded)
            or _goes_on(fold(names[-1]), folded)
            or _in_text(doc, text, fold(whole)) is not None
        ):
            names[-1] = whole
            continue
        short = sum(map(str.isalpha, cell)) < _NAME_LETTERS  # "P. 4", a page's number
        if not short or folded in terms("dau_ten_co_quan"):
            names.append(cell)
    if not names:
        return None
    if len(names) > 1 and _PARTY_ORGAN.fullmatch(fold(names[-1])):
        above = _PARTY_COMMITTEE.fullmatch(fold(names[-2]))
        if above is not None:
            of = "Trung ương" if above["central"] else _cased(doc, text, names[-2])
            return f"{_cased(doc, text, names[-1])} {of}"
    if len(names) > 1 and fold(names[-1]) == "văn phòng":
        return "Văn phòng " + _cased(doc, text, names[-2])
    return _cased(doc, text, names[-1])


def _goes_on(above: str, line: str) -> bool:
    """True for two lines of one name: "ủy" / "ban nhân dân", "viện kiểm sát" / "nhân dân", "đảng ủy
    trường đại học" / "luật"."""
    whole = f"{above} {line}"
    head, _, field = _DASH.sub(" - ", whole).partition(" ")
    fields = terms("linh_vuc") if head in terms("dau_ten_co_quan") and " " in above else ()
    if any(name.startswith(field) for name in fields):
        return True
    cut = any(name.startswith(whole) for name in terms("co_quan")) or _OPEN_NAME.search(above)
    return bool(cut) or line.startswith("và ") or above in terms("dau_ten_co_quan")


def _local_issuer(doc: Document, text: Text, issuer: str, at: int) -> str:
    """A council or committee whose area the head leaves out, as the line above the recitals has
    it: "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG BÌNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI"."""
    for block in doc.blocks[at + 1 : at + 7]:
        line = _caps(doc, text, block)
        start = line.find(fold(issuer) + " ")
        if start == 0 or (start > 0 and _BODY_NAME.fullmatch(line[: start - 1])):
            return _cased(doc, text, doc.view[block.vs + start : block.vs + len(line)])
    return issuer


def _issuer_as_cited(doc: Document, text: Text, number: str) -> str | None:
    """A council or committee whose area the head leaves out, as the document's annex cites it:
    "(Kèm theo Quyết định số 7/QĐ-UBND ngày 3/4/2031 của UBND tỉnh Gia Lai)"."""
    at = text.fold.find(fold(number))
    while at >= 0:
        m = _AS_CITED.match(text.fold, at + len(number))
        if m is not None:
            return doc.view[m.start("body") : m.end("body")].strip()
        at = text.fold.find(fold(number), at + 1)
    return None


def _in_text(doc: Document, text: Text, folded: str) -> str | None:
    """A name as the body of the text writes it, not all in capitals."""
    at = text.fold.find(folded)
    while at >= 0:
        found = doc.view[at : at + len(folded)]
        if not found.isupper() and found[:1].isupper():
            return found
        at = text.fold.find(folded, at + 1)
    return None


def _cased(doc: Document, text: Text, name: str) -> str:
    """A name in capitals as the body of the text writes it, else by rule."""
    folded = fold(name)
    joint = _BODY_AFTER.split(folded)
    if len(joint) > 1:
        starts = [0, *(m.end() for m in _BODY_AFTER.finditer(folded))]
        bodies = (name[s : s + len(b)] for s, b in zip(starts, joint, strict=True))
        return " - ".join(_cased(doc, text, body) for body in bodies)
    found = _in_text(doc, text, folded)
    if found is not None:
        return found
    known = next((name for name in written("co_quan") if fold(name) == folded), None)
    if known is not None:
        return known
    low = name.lower()
    m = _AREA_NAME.search(low)
    head, _, rest = low.partition(" ")
    field = _by_fold(written("linh_vuc")).get(_DASH.sub(" - ", fold(rest)))
    if field is not None:  # "xã hội" is no commune
        return f"{head[:1].upper()}{head[1:]} {field}"
    if _BODIES.match(low):
        low = _BODY_WORD.sub(lambda x: x[0][:-1] + x[0][-1].upper(), low)
    if m:
        area = " ".join(w[:1].upper() + w[1:] for w in m[2].split())
        low = low[: m.start(2)] + area
    low = _SHORT_BODY.sub(lambda x: x[0].upper(), low)
    low = _NUMERAL.sub(lambda x: x[0].upper(), low)
    return low[:1].upper() + low[1:]


def _issuer_of_text(doc: Document, text: Text, provinces: dict[str, str], limit: int) -> str | None:
    """The issuing body where the head is missing: the one that reports in the introduction."""
    for block in doc.blocks[:limit]:
        if block.kind in ("note", "table"):
            continue
        for m in _BODY.finditer(text.fold, block.vs, block.ve):
            place = next(
                (p for f, p in provinces.items() if (m["place"] + " ").startswith(f + " ")), None
            )
            if place is None:
                continue
            end = m.start("place") + len(place)
            whole_line = m.start() == block.vs and block.ve - block.vs < 90
            if whole_line or _ACT.match(text.fold, end):
                name = doc.view[m.start("body") : m.start("place")]
                return name[:1].upper() + name[1:] + place
    return None
