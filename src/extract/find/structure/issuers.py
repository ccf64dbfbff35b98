"""The body that issues a document: from the left column of its head, as the text writes it.

A council or a people's committee whose area the head leaves out is looked for where the document
names it in full; where there is no head, the body that reports in the introduction is taken.
"""

from __future__ import annotations

import re
from functools import cache

from extract.document import Document
from extract.find.structure.head_lines import OWN, in_capitals, own_number
from extract.rules.engine import Text
from extract.rules.wording import terms, wording, written
from extract.values.letters import is_syllable
from extract.values.text import fold, whole_head

_NAME_LETTERS = 3  # letters of the shortest name of a body
_PARTY_ORGAN = wording("metadata.party_organ")
_PARTY_COMMITTEE = wording("metadata.party_committee")
_MOTTO = wording("metadata.motto")
_NO_BODY = wording("metadata.no_body")
_COUNTRY = wording("metadata.country")
_AREA = wording("metadata.area")
_BODY = wording("metadata.body")
_ACT = wording("metadata.act")
_AS_CITED = wording("metadata.as_cited")
_OPEN_NAME = wording("metadata.open_name")
_AREA_NAME = wording("metadata.area_name")
_SHORT_BODY = wording("metadata.short_body")
_BODY_NAME = wording("metadata.body_name")
_BODY_AFTER = wording("metadata.body_after")
_BODIES = wording("metadata.bodies")
_BODY_WORD = wording("metadata.body_word")
_DEPARTMENT = wording("metadata.department")
_BELOW = wording("metadata.below")
_NUMERAL = wording("metadata.numeral")
_ITSELF = wording("metadata.itself")
_DASH = re.compile(" ?- ?")
_LOCAL = {"hội đồng nhân dân": "hđnd", "ủy ban nhân dân": "ubnd"}


@cache
def by_fold(terms: tuple[str, ...]) -> dict[str, str]:
    """Folded terms -> the terms as written."""
    return {fold(term): term for term in terms}


def lacks_area(issuer: str) -> bool:
    """True for a council or a people's committee of which no area is told."""
    return fold(issuer) in _LOCAL


def with_own_area(
    doc: Document,
    text: Text,
    issuer: str,
    first: int,
    start: int,
    number: str | None,
    provinces: dict[str, str],
    told: str | None,
    place: str | None,
) -> str:
    """A council or committee whose area the head leaves out, with its area where the document
    tells it: above the recitals that follow blocks `first` or `start`, in the introduction, where
    it cites its own `number`, in the record of a legal portal, which has it as `told`, or where it
    says what it does itself in the province it signs in, `place`."""
    local = _local_issuer(doc, text, issuer, first, start)
    reports = issuer_of_text(doc, text, provinces, start + 8)
    if local == issuer and reports is not None:
        local = _with_area(issuer, reports)
    issuer = local
    if lacks_area(issuer) and number is not None:
        issuer = _issuer_as_cited(doc, text, number) or issuer
    area = fold(told or "") if lacks_area(issuer) else ""
    if _AREA.match(area):  # "Nơi ban hành: Tỉnh Yên Bái"
        issuer = cased(doc, text, f"{issuer} {area}")
    if lacks_area(issuer) and fold(place or "") in provinces:
        m = _ITSELF.search(text.fold)
        if m is not None and m["body"] in (fold(issuer), _LOCAL[fold(issuer)]):
            issuer = f"{issuer} {m['area']} {place}"
    return issuer


def _with_area(issuer: str, reports: str) -> str:
    """A council or committee with its area, where `reports` is the same body: in full, or short
    ("UBND tỉnh Gia Lai")."""
    whole, short = fold(issuer), _LOCAL[fold(issuer)] + " "
    if fold(reports).startswith(whole):
        return reports
    return issuer + reports[len(short) - 1 :] if fold(reports).startswith(short) else issuer


def issuer_of_head(
    doc: Document, text: Text, cells: list[str], joint: bool, place: str | None
) -> str | None:
    """The issuing body from the left column: the last name above the number; with `joint` all
    names there, as several bodies issue the document. `place` is where it was signed."""
    names: list[str] = []
    last = ""
    for whole, cell in [(told, name) for told in cells for name in _levels(_body_in(told))]:
        if names and own_number(whole) is not None:
            break  # the name stands above the number
        folded, whole = fold(cell), f"{last} {cell}"
        country = names and last == names[-1] and _NO_BODY.match(folded)
        if country and fold(whole) in terms("co_quan"):
            names[-1] = last = whole  # "NGÂN HÀNG NHÀ NƯỚC" / "VIỆT NAM"
            continue
        last = cell
        if _MOTTO.match(folded) or _NO_BODY.match(folded):
            continue
        if not cell.isupper() or len(cell) > 90 or not cell[0].isalpha() or {"/", "%"} & {*cell}:
            continue
        whole = f"{names[-1]} {cell}" if names else ""
        if names and (
            _AREA.match(folded)
            or _goes_on(fold(names[-1]), folded)
            or _ends_name(whole, cell, place)
            or _in_text(doc, text, fold(whole)) is not None
        ):
            names[-1] = last = whole
            continue
        short = sum(map(str.isalpha, cell)) < _NAME_LETTERS  # "P. 4", a page's number
        if not short or folded in terms("dau_ten_co_quan"):
            names.append(cell)
    if not names:
        return None
    if len(names) > 1 and _PARTY_ORGAN.fullmatch(fold(names[-1])):
        above = _PARTY_COMMITTEE.fullmatch(fold(names[-2]))
        if above is not None:
            of = "Trung ương" if above["central"] else cased(doc, text, names[-2])
            return f"{cased(doc, text, names[-1])} {of}"
    if len(names) > 1 and fold(names[-1]) == "văn phòng":
        return "Văn phòng " + cased(doc, text, names[-2])
    if len(names) > 1 and _DEPARTMENT.match(fold(names[1])):
        names = names[1:]  # the committee above its departments
    return " - ".join(cased(doc, text, name) for name in (names if joint else names[-1:]))


def _body_in(cell: str) -> str:
    """What stands in a cell before the country, its motto or the number: "CHÍNH PHỦ Số: 101-CP"."""
    cut = _COUNTRY.search(fold(cell))
    cell = cell[: cut.start()].strip() if cut else cell
    for own in OWN:
        cell = cell.partition(f" {own}")[0]
    return cell


def _levels(cell: str) -> tuple[str, ...]:
    """The two bodies in a cell that has lost the line break between them: "UBND TỈNH GIA LAI SỞ NỘI
    VỤ"; else the cell alone."""
    m = _BELOW.fullmatch(fold(cell))
    return (cell[: m.end("above")], cell[m.start("body") :]) if m is not None else (cell,)


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


def _ends_name(whole: str, line: str, place: str | None) -> bool:
    """True for a line that holds the end of the name above it, as narrow columns cut it: the last
    syllable ("TRƯỜNG THCS LÊ QUÝ" / "ĐÔN"), or what is left of the `place` of signing ("XÃ TÂN" /
    "PHÚ TRUNG")."""
    if is_syllable(line):
        return True
    at = fold(place or "")
    return fold(whole).endswith(" " + at) and len(line) < len(at)


def _local_issuer(doc: Document, text: Text, issuer: str, first: int, at: int) -> str:
    """A council or committee whose area the head leaves out, as the line above the recitals has
    it: "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG BÌNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI"."""
    for block in (*doc.blocks[at + 1 : at + 7], *doc.blocks[first + 1 : at]):
        line = in_capitals(doc, text, block)
        start = line.find(fold(issuer) + " ")
        if start == 0 or (start > 0 and _BODY_NAME.fullmatch(line[: start - 1])):
            return cased(doc, text, doc.view[block.vs + start : block.vs + len(line)])
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


def cased(doc: Document, text: Text, name: str) -> str:
    """A name in capitals as the body of the text writes it, else by rule."""
    name = whole_head(name)
    folded = fold(name)
    joint = _BODY_AFTER.split(folded)
    if len(joint) > 1:
        starts = [0, *(m.end() for m in _BODY_AFTER.finditer(folded))]
        bodies = (name[s : s + len(b)] for s, b in zip(starts, joint, strict=True))
        return " - ".join(cased(doc, text, body) for body in bodies)
    found = _in_text(doc, text, folded)
    if found is not None:
        return found
    known = next((name for name in written("co_quan") if fold(name) == folded), None)
    if known is not None:
        return known
    low = name.lower()
    m = _AREA_NAME.search(low)
    head, _, rest = low.partition(" ")
    field = by_fold(written("linh_vuc")).get(_DASH.sub(" - ", fold(rest)))
    if field is not None:  # "xã hội" is no commune
        return f"{head[:1].upper()}{head[1:]} {field}"
    if _BODIES.match(low):
        low = _BODY_WORD.sub(lambda x: x[0][:-1] + x[0][-1].upper(), low)
    if m:
        known = by_fold(written("co_quan")).get(folded[: m.start()].rstrip(), "")
        known = "".join(c.upper() if k.isupper() else c for c, k in zip(low, known, strict=False))
        low = known + low[len(known) :]
        area = " ".join(w[:1].upper() + w[1:] for w in m[2].split())
        low = low[: m.start(2)] + area
    low = _SHORT_BODY.sub(lambda x: x[0].upper(), low)
    low = _NUMERAL.sub(lambda x: x[0].upper(), low)
    return low[:1].upper() + low[1:]


def issuer_of_text(doc: Document, text: Text, provinces: dict[str, str], limit: int) -> str | None:
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
