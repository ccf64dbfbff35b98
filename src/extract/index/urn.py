"""The URN:LEX name (RFC 9676) of a legal document: urn:lex:vn:authority:measure:date;number.

Grammar: `urn:lex:` jurisdiction-code *(";" jurisdiction-unit) ":" authority ":" measure ":"
dates ";" document-id, of lower-case letters, digits and dots; a document-id may have hyphens too.
No registered convention for Viet Nam is known to us, so that the names here are an approximation:
docs/index.md says of what. None where authority or full date are unknown.
"""

from __future__ import annotations

import re

from extract.rules.wording import pairs, wording
from extract.values import identity
from extract.values.text import fold

_TERM = wording("urn.term")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_PARTY = wording("urn.of_party")
_LEVEL = wording("urn.level")


def dotted(text: str) -> str:
    """Text as a word of the grammar: "Thủ tướng Chính phủ" -> "thu.tuong.chinh.phu"."""
    return identity.slug(text).replace("-", ".")


def authority(number: str | None, issuer: str | None, place: str | None) -> str | None:
    """The issuing body as a word of the grammar, without its place and term."""
    parsed = identity.parse(number) if number else None
    code = parsed.issuer if parsed else None
    if code and (body := pairs("ten_co_quan_urn").get(code)):
        return dotted(body)
    if code and code.startswith("QH"):
        return "quoc.hoi"
    if code and code.startswith("UBTVQH"):
        return "uy.ban.thuong.vu.quoc.hoi"
    if issuer is None:
        return None
    words = _TERM.sub("", fold(issuer))
    if parsed and parsed.by_term:
        words = _OF_PARTY.sub("", words)
        if words == "trung ương":  # three bodies issue under this code
            return None
        return "dang.cong.san.viet.nam;" + dotted(words)
    name = dotted(words)
    if place:
        where = "." + place.replace("-", ".")
        if name.endswith(where):
            name = _LEVEL.sub("", name.removesuffix(where))
    return name or None


def urn_of(
    number: str | None,
    kind: str | None,
    issuer: str | None,
    place: str | None,
    date: str | None,
) -> str | None:
    """The name of a document; `place` is the key's (a slug), `date` an ISO day.

    >>> urn_of("107/2020/NĐ-CP", "Nghị định", "Chính phủ", None, "2020-09-14")
    'urn:lex:vn:chinh.phu:nghi.dinh:2020-09-14;107-2020-nd-cp'
    >>> urn_of("543/QĐ-UBND", "Quyết định", "UBND tỉnh", "dien-bien", "2018-07-05")
    'urn:lex:vn;dien.bien:uy.ban.nhan.dan:quyet.dinh:2018-07-05;543-qd-ubnd'
    """
    if number is None or kind is None or date is None or not _DAY.fullmatch(date):
        return None
    body = authority(number, issuer, place)
    if body is None:
        return None
    parsed = identity.parse(number)
    where = f";{place.replace('-', '.')}" if place and parsed and not parsed.national else ""
    return f"urn:lex:vn{where}:{body}:{dotted(kind)}:{date};{identity.slug(number)}"
