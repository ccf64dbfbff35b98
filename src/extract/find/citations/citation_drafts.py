"""Hits of citation rules -> drafts: what the words of a mention say by themselves.

find/citations/citations.py completes them with the date, the issuing body and the verb beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import Act, Form, Pinpoint
from extract.rules.engine import Hit, Text
from extract.rules.wording import pairs, wording
from extract.values import identity
from extract.values.text import unaccented

_RANK = ("law", "mention", "abbreviated", "list", "session", "short", "bare", "dated")
_LEAD = wording("citations.lead")


@dataclass(slots=True)
class Draft:
    """A citation in the making; `group` numbers the ones that share an issuer."""

    vs: int
    ve: int
    type: str | None
    number: str | None
    role: str
    rule: str
    title: str | None = None
    date: str | None = None
    issuer: str | None = None
    after: int = 0  # where the issuer's name ends, else `ve`
    pinpoint: Pinpoint | None = None
    head: int = -1  # where the wording of its pinpoint begins
    relation: Act = "cites"
    form: Form = "full"
    owner: Draft | None = None
    ident: str = field(default="")


def type_name(raw: str | None) -> str | None:
    """A type word as written -> as named: "NGHỊ QUYẾT" and "nghị quyết" -> "Nghị quyết", "Thơng
    tư" -> "Thông tư"."""
    name = raw[:1].upper() + raw[1:].lower() if raw else None
    return pairs("loai_hong").get(name, name) if name else None


def draft_of(hit: Hit, text: Text) -> Draft:
    """The bare mention that a hit stands for, with what its own words say."""
    role = hit.rule.set.get("as", "mention")
    raw_type = hit.group("type")
    kind = type_name(raw_type)
    if role in ("abbreviated", "session"):
        short = pairs("viet_tat_loai")
        kind = short.get(raw_type or "") or short.get((raw_type or "").upper()) or kind
    raw = hit.group("number")
    number = identity.spell(raw, kind) if raw else None
    vs = hit.start
    if role == "bare":
        lead = text.plain[max(0, vs - 4) : vs]
        m = _LEAD.search(lead)
        vs = vs - len(m[0]) if m else vs
        kind = identity.type_of_code(number or "")
        told = _misread_type(text, vs, kind) if kind is not None else vs
        vs, role = told, role if told == vs else "mention"
    elif role == "list" and number is not None:
        last = hit.group("last") or ""
        number = identity.spell(number + last.lstrip("0123456789abcdđ "), kind)
    d = Draft(vs, hit.end, kind, number, role, hit.rule.id)
    if role in ("law", "session"):
        s, e = hit.span("name")
        d.title, d.date = text.view[s:e].strip() if s >= 0 else None, hit.group("year")
        if (code := hit.group("code")) is not None:
            d.type, d.title = "Bộ luật", pairs("viet_tat_luat")[code.upper()]
        elif hit.group("amended") is not None:
            d.title = f"{d.title} (sửa đổi)"
        elif (term := hit.group("term")) is not None:
            d.title = f"Đại hội {term.upper()} của Đảng"
    s, e = hit.span("issuer") if role in ("mention", "session") else (-1, -1)
    d.issuer = text.view[s:e] if s >= 0 else None
    return d


def _misread_type(text: Text, at: int, kind: str) -> int:
    """Where the type `kind` begins that stands before the number at `at` with letters misread or
    lost, else `at`: "Nghi đinh số 9/2031/NĐ-CP", "Quyết đnh 12/QĐ-TTg"."""
    names = unaccented(kind).split()
    words = re.compile(rf"(?<!\w)\w+(?: \w+){{{len(names) - 1}}} \Z")
    m = words.search(text.fold, max(0, at - len(kind) - 2), at)
    if m is None:
        return at
    told = unaccented(m[0]).split()
    alike = all(_is_misread(word, name) for word, name in zip(told, names, strict=True))
    return m.start() if alike else at


def _is_misread(word: str, name: str) -> bool:
    """True where `word` is `name` but for one letter behind the first, which is another or lost."""
    if word[:1] != name[:1] or not len(name) - 1 <= len(word) <= len(name):
        return False
    same = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), len(word))
    return word[same + len(word) - len(name) + 1 :] == name[same + 1 :]


def ordered(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Hits in their order, without the ones that lie in an earlier or longer one."""
    rank = {r: i for i, r in enumerate(_RANK)}
    last = -1
    keyed = [(h.start, -h.end, rank.get(h.rule.set.get("as", "mention"), 0), h) for h in hits]
    for start, _, _, hit in sorted(keyed, key=lambda k: k[:3]):
        if start >= last:
            last = hit.end
            yield hit


def is_joint(d: Draft) -> bool:
    """True for a document several bodies issue together."""
    return "liên" in (d.type or "") or "LT" in (d.number or "")


def issuer_code(d: Draft) -> str | None:
    """The code of the body in a number ("UBND"); None where the number tells none."""
    parsed = identity.parse(d.number) if d.number else None
    return parsed.issuer.rstrip("0123456789") if parsed and parsed.issuer else None  # QH13, QH14


def tell_forms(drafts: list[Draft]) -> None:
    """Tell full mentions from short ones."""
    for d in drafts:
        if d.role == "session" or (d.role == "law" and d.number is None and d.date is None):
            d.form = "short"
        elif d.number is not None:
            parsed = identity.parse(d.number)
            if parsed is None or not parsed.complete:
                d.form = "short"
